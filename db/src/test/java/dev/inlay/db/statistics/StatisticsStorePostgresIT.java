package dev.inlay.db.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.Database;
import dev.inlay.db.TestStore;
import dev.inlay.db.statistics.CampaignCounts.SlotCount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link StatisticsStoreContract} on PostgreSQL, and by several nodes. */
final class StatisticsStorePostgresIT extends StatisticsStoreContract {
    private static final String CAMPAIGN = "campaigncccccccc";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final int BATCHES = 50;
    private static final int SLOTS = 8;

    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }

    @Test
    void severalNodesAddToTheSameCounters() throws Exception {
        List<Future<?>> nodes = new ArrayList<>();
        try (Database second = store.openAgain(); Database third = store.openAgain();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            nodes.add(threads.submit(() -> write(database(), "1".repeat(32))));
            nodes.add(threads.submit(() -> write(second, "2".repeat(32))));
            nodes.add(threads.submit(() -> write(third, "3".repeat(32))));
            for (Future<?> node : nodes) {
                node.get();
            }
        }

        assertThat(new StatisticsStore(database()).read(new CampaignDays(shop, CAMPAIGN, DAY, DAY)).pictures().slots())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, SLOTS)
                        .mapToObj(slot -> new SlotCount(slot, RequestClass.PERSON, 3 * BATCHES)).toList());
    }

    private void write(Database node, String writer) {
        StatisticsStore statistics = new StatisticsStore(node);
        List<PictureCount> pictures = IntStream.rangeClosed(1, SLOTS).mapToObj(slot -> new PictureCount(CAMPAIGN, DAY,
                slot, Optional.of("stove"), RequestClass.PERSON, 1)).toList();
        for (int number = 1; number <= BATCHES; number++) {
            statistics.write(
                    new StatisticsBatch(shop, writer, number, pictures, List.of(), List.of(), List.of()));
        }
    }
}
