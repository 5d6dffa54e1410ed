package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that share one PostgreSQL. */
@Timeout(120)
class FeedSchedulePostgresIT {
    @TempDir
    Path first;

    @TempDir
    Path second;

    @Test
    void feedIsRunByOneNodeOnly() throws Exception {
        MovedTime time = new MovedTime();
        try (FeedServer server = new FeedServer(); EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            try (FeedShop here = new FeedShop(new DatabaseSettings(url, first), time);
                    FeedShop there = new FeedShop(new DatabaseSettings(url, second), time)) {
                List<Feed> feeds = IntStream.range(0, 8).mapToObj(number -> here.feeds.create(here.website.id(),
                        FeedKind.PRODUCTS,
                        new FeedSettings("Feed " + number, Optional.of(server.url()), Optional.empty(),
                        Optional.of(Duration.ofHours(1)), Optional.empty()))).toList();

                runAll(Stream.of(here, there, here, there).map(node -> node.schedule).toList());

                assertThat(server.asked).hasSize(8);
                assertThat(feeds).allMatch(feed -> there.feeds.countRuns(here.website.id(), feed.id()) == 1);
                assertThat(there.schedule.runNext()).isFalse();
            }
        }
    }

    private static void runAll(List<FeedSchedule> schedules) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(schedules.stream().<Callable<Void>>map(schedule -> () -> {
                while (schedule.runNext()) {
                    Thread.yield();
                }
                return null;
            }).toList());
        }
    }
}
