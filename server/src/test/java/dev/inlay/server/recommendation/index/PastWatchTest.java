package dev.inlay.server.recommendation.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PastWatchTest {
    private static final int SHOP = 1;

    private final PastWatch watch = new PastWatch();
    private long now = Long.MAX_VALUE - 1_000;

    @Test
    void changeIsDueOnceItHasBeenQuiet() {
        assertEquals(Map.of(), after(Duration.ZERO, 1));
        assertEquals(Map.of(), after(Duration.ofSeconds(1), 1));
        assertEquals(Map.of(SHOP, 1L), after(Duration.ofSeconds(1), 1));
    }

    @Test
    void importThatGoesOnIsWaitedFor() {
        after(Duration.ZERO, 1);
        for (int second = 2; second < 60; second++) {
            assertEquals(Map.of(), after(Duration.ofSeconds(1), second));
        }
        assertEquals(Map.of(SHOP, 59L), after(Duration.ofSeconds(2), 59));
    }

    @Test
    void importThatNeverEndsShowsInBetween() {
        after(Duration.ZERO, 0);
        long revision = 1;
        while (after(Duration.ofSeconds(1), revision).isEmpty()) {
            revision++;
        }
        assertEquals(PastWatch.LONGEST.toSeconds(), revision);
    }

    @Test
    void whatIsShownIsNotDue() {
        watch.shows(Map.of(SHOP, 7L));

        after(Duration.ZERO, 7);

        assertEquals(Map.of(), after(Duration.ofHours(1), 7));
    }

    @Test
    void changeDuringARebuildIsDueAgain() {
        after(Duration.ZERO, 1);
        after(Duration.ofSeconds(2), 1);
        after(Duration.ofSeconds(1), 2);

        watch.shows(Map.of(SHOP, 1L));

        assertEquals(Map.of(), after(Duration.ZERO, 2));
        assertEquals(Map.of(SHOP, 2L), after(Duration.ofSeconds(2), 2));
    }

    @Test
    void buildingAnewRestsFourTimesAsLongAsItTook() {
        watch.shown(SHOP, 1, now - Duration.ofMinutes(3).toNanos(), now);

        after(Duration.ofMinutes(1), 2);
        assertEquals(Map.of(), after(Duration.ofMinutes(10), 2));
        assertEquals(Map.of(SHOP, 2L), after(Duration.ofMinutes(1), 2));
    }

    private Map<Integer, Long> after(Duration pause, long revision) {
        now += pause.toNanos();
        return watch.due(Map.of(SHOP, revision), now);
    }
}
