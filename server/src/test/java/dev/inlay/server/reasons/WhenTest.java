package dev.inlay.server.reasons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {
    private static final When PRAGUE = new When(Told.NOW, ZoneId.of("Europe/Prague"));

    @ParameterizedTest
    @CsvSource({"2026-11-26T09:59:30Z, just now, since just now", "2026-11-26T10:00:05Z, just now, since just now",
            "2026-11-26T09:59:00Z, 1 minute ago, for 1 minute", "2026-11-26T07:30:00Z, 2 hours ago, for 2 hours",
            "2026-11-25T09:00:00Z, '1 day ago, on 25 November', 'for 1 day, since 25 November'",
            "2026-11-13T23:30:00Z, '12 days ago, on 14 November', 'for 12 days, since 14 November'",
            "2025-11-26T10:00:00Z, '365 days ago, on 26 November 2025', 'for 365 days, since 26 November 2025'"})
    void timesAreToldRelativeToNowAndFromADayOnByDateOfTheShop(Instant time, String ago, String lasting) {
        assertEquals(ago, PRAGUE.ago(time));
        assertEquals(lasting, PRAGUE.lasting(time));
    }
}
