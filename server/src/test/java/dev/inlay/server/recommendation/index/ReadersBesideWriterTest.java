package dev.inlay.server.recommendation.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Every session touches products of one family only, each the next one of the last: what a reader sees of it is a piece
 * of that row, at least two long, whatever the writer does meanwhile.
 */
class ReadersBesideWriterTest {
    private static final int READERS = 6;
    private static final int FAMILIES = 3;
    private static final int MEMBERS = 60;
    private static final int SESSIONS = 12_000;
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    private final ProductNumbers products = new ProductNumbers();
    private final Sessions sessions = new Sessions();
    private final Neighbours neighbours = new Neighbours(products, sessions);
    private final AtomicBoolean written = new AtomicBoolean();

    @Test
    void readersNeverSeeWhatNoSessionHolds() throws Exception {
        SessionTable first = sessions.table();
        try (ExecutorService threads = Executors.newFixedThreadPool(READERS + 1)) {
            CompletionService<Integer> all = new ExecutorCompletionService<>(threads);
            for (int reader = 0; reader < READERS; reader++) {
                all.submit(reader % 2 == 0 ? this::readSessions : this::readNeighbours);
            }
            all.submit(this::write);
            for (int thread = 0; thread <= READERS; thread++) {
                assertThat(all.take().get()).isPositive();
            }
        }
        assertThat(sessions.table()).isNotSameAs(first);
    }

    private int write() {
        try {
            Random random = new Random(1);
            for (int session = 0; session < SESSIONS; session++) {
                int from = random.nextInt(MEMBERS);
                int length = 2 + random.nextInt(20);
                for (int step = 0; step < length; step++) {
                    sessions.add(session, products.of(name(session % FAMILIES, from + step)),
                            START + session * 60_000L);
                }
            }
            return SESSIONS;
        } finally {
            written.set(true);
        }
    }

    private int readSessions() {
        int[] found = new int[Rings.CAPACITY];
        int[] touched = new int[SessionBlocks.MAX_PRODUCTS];
        int seen = 0;
        while (!written.get() || seen == 0) {
            SessionTable table = sessions.table();
            for (int product = 0; product < products.size(); product++) {
                int count = table.sessionsOf(product, found);
                Set<Integer> distinct = new HashSet<>();
                for (int back = 0; back < count; back++) {
                    int length = table.productsOf(found[back], touched);
                    assertThat(isRow(touched, length)).isTrue();
                    assertThat(distinct.add(found[back])).isTrue();
                    seen++;
                }
            }
        }
        return seen;
    }

    private int readNeighbours() {
        Random random = new Random(2);
        int seen = 0;
        while (!written.get() || seen == 0) {
            int family = random.nextInt(FAMILIES);
            for (RankedProduct near : neighbours.of(List.of(name(family, random.nextInt(MEMBERS))),
                    Nearness.after(Gap.VISIT, PickingParameters.DEFAULT), Instant.now(), 50).others()) {
                assertThat(near.productNumber()).startsWith(family + "-");
                assertThat(near.score()).isPositive().isFinite();
                seen++;
            }
        }
        return seen;
    }

    private boolean isRow(int[] touched, int length) {
        for (int i = 1; i < length; i++) {
            if (!products.name(touched[i]).equals(next(products.name(touched[i - 1])))) {
                return false;
            }
        }
        return length >= 2;
    }

    private static String name(int family, int member) {
        return family + "-" + member % MEMBERS;
    }

    private static String next(String name) {
        String[] parts = name.split("-");
        return name(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]) + 1);
    }
}
