package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedHealthTest {
    @TempDir
    Path folder;

    private final MovedTime time = new MovedTime();
    private FeedShop store;
    private FeedHealth health;

    @BeforeEach
    void open() {
        store = new FeedShop(DatabaseSettings.embedded(folder), time);
        health = new FeedHealth(store.websites, store.catalogues, store.feeds, time);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void feedByHandDoesNotGrowOld() throws IOException {
        store.upload(store.feed(null), FeedServer.rows(3), false);

        time.advance(Duration.ofDays(30));

        assertThat(health.figures().oldest()).isZero();
        assertThat(health.figures().feeds()).isEqualTo(1);
    }

    @Test
    void feedThatNeverHadAGoodRunIsAsOldAsItIsStored() {
        store.feeds.create(store.website.id(), FeedKind.PRODUCTS, new FeedSettings("Shop",
                Optional.of("https://127.0.0.1:1/feed"), Optional.empty(), Optional.of(Duration.ofHours(1)),
                Optional.empty()));
        time.advance(Duration.ofDays(2));

        store.schedule.runNext();

        assertThat(health.figures().oldest()).isEqualTo(Duration.ofDays(2));
        assertThat(health.figures().refused()).isEqualTo(1);
    }
}
