package dev.inlay.db.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.Database;
import dev.inlay.db.TestStore;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.statistics.AttributedOrder.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@link AttributionStoreContract} on PostgreSQL, and by several nodes. */
final class AttributionStorePostgresIT extends AttributionStoreContract {
    private static final int ROUNDS = 100;

    @Override
    protected TestStore newStore() {
        return TestStore.postgres();
    }

    @Test
    void orderKeepsItsProductsWhenSeveralNodesStoreItAtOnce() throws Exception {
        AttributionStore first = new AttributionStore(database());
        try (Database node = store.openAgain();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            AttributionStore second = new AttributionStore(node);
            for (int round = 0; round < ROUNDS; round++) {
                AttributedOrder order = order(String.valueOf(round), BigDecimal.ONE);
                putAtOnce(threads, List.of(first, second), order);
                assertEquals(Optional.of(order), first.find(shop, order.orderNumber()), "new");
                AttributedOrder corrected = order(String.valueOf(round), BigDecimal.TWO);
                putAtOnce(threads, List.of(first, second), corrected);
                assertEquals(Optional.of(corrected), first.find(shop, order.orderNumber()), "corrected");
            }
        }
    }

    private void putAtOnce(ExecutorService threads, List<AttributionStore> nodes, AttributedOrder order)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(nodes.size());
        List<Future<?>> running = new ArrayList<>();
        for (AttributionStore node : nodes) {
            running.add(threads.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                node.put(shop, order);
                return null;
            }));
        }
        for (Future<?> put : running) {
            put.get();
        }
    }

    private static AttributedOrder order(String number, BigDecimal revenue) {
        return new AttributedOrder(number, "campaigndddddddd", "d".repeat(32), Reason.CLICK, revenue,
                Instant.parse("2026-11-20T12:00:00Z"), Map.of("stove", revenue, "tent", revenue), Arm.NONE);
    }
}
