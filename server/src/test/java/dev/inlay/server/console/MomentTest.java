package dev.inlay.server.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0,just now", "-1,just now", "2,2 seconds ago", "59,59 seconds ago", "60,1 minute ago",
            "7199,1 hour ago", "172800,2 days ago", "-90,in 1 minute", "-7200,in 2 hours"})
    void theDistanceIsToldInItsLargestUnit(long seconds, String words) {
        assertEquals(words, new Moment(NOON.minusSeconds(seconds), NOON).words());
    }

    @Test
    void theExactTimeNamesItsZone() {
        assertEquals("2026-03-04 12:00:00 UTC", new Moment(NOON, NOON).exact());
    }
}
