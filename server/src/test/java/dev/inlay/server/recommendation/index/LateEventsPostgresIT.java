package dev.inlay.server.recommendation.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL, the clock of one of which lags behind: what it writes shows late in the order. */
class LateEventsPostgresIT {
    private static final Duration LAG = Duration.ofSeconds(9);
    private static final Duration PROMISE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @TempDir
    Path otherFolder;

    private EmbeddedPostgres postgres;
    private IndexedShop here;
    private IndexedShop there;

    @BeforeEach
    void open() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        InstantSource time = InstantSource.system();
        here = node(folder, time);
        here.product("p1");
        here.product("p2");
        there = node(otherFolder, () -> time.instant().minus(LAG));
        here.indexes.start();
    }

    @AfterEach
    void close() throws IOException {
        there.close();
        here.close();
        postgres.close();
    }

    private IndexedShop node(Path data, InstantSource time) {
        return new IndexedShop(new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), data), time);
    }

    @Test
    void lateEventsShowAsSoonAsPromisedAndCountOnce() throws InterruptedException {
        TrackingUserId first = here.session("p1", "p2");
        assertTrue(IndexedShop.within(PROMISE, () -> sessions() == 1));

        for (int round = 2; round <= 5; round++) {
            there.view(TrackingUserId.random(), "p1");
            here.view(TrackingUserId.random(), "p2");
            long expected = 2L * round - 1;
            assertTrue(IndexedShop.within(PROMISE, () -> sessions() == expected), "round " + round);
        }

        Thread.sleep(2 * PROMISE.toMillis());
        assertEquals(9, sessions());
        assertNotEquals(Owner.of(first), firstInOrder());
    }

    @Test
    void lateEventsAreFoundByTheNextStart() throws InterruptedException {
        here.session("p1", "p2");
        assertTrue(IndexedShop.within(PROMISE, () -> sessions() == 1));
        here.close();
        there.view(TrackingUserId.random(), "p1");

        here = node(folder, InstantSource.system());
        here.indexes.start();

        assertEquals(2, sessions());
    }

    private long sessions() {
        return here.index().size().sessions();
    }

    private Owner firstInOrder() {
        return here.activities.eventsAfter(here.website.id(), 0, 0, 1).getFirst().owner();
    }
}
