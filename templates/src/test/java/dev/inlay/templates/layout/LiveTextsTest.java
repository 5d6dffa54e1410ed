package dev.inlay.templates.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.templates.LiveValues;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveTextsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "PT49H      | {daysLeft=2, hoursLeft=1, minutesLeft=0, running=true}",
        "PT24H      | {daysLeft=1, hoursLeft=0, minutesLeft=0, running=true}",
        "PT23H59M   | {hoursLeft=23, minutesLeft=59, running=true}",
        "PT23H59M1S | {daysLeft=1, hoursLeft=0, minutesLeft=0, running=true}",
        "PT60M      | {hoursLeft=1, minutesLeft=0, running=true}",
        "PT59M      | {minutesLeft=59, running=true}",
        "PT0.000001S | {minutesLeft=1, running=true}",
        "PT1M       | {minutesLeft=1, running=true}",
        "PT1M0.5S   | {minutesLeft=2, running=true}",
        "PT0S       | {ended=true}",
        "PT-1S      | {ended=true}",
        "PT-90M     | {ended=true}",
    })
    void timeIsCountedInMinutesRoundedUp(Duration left, String texts) {
        assertEquals(texts, LiveTexts.of(new LiveValues(Optional.empty(), Optional.of(left))).toString());
    }

    @Test
    void whatIsNotKnownStandsForNothing() {
        assertEquals("{}", LiveTexts.of(LiveValues.NONE).toString());
        assertEquals("{}", LiveTexts.of(new LiveValues(Optional.of(" \n"), Optional.empty())).toString());
        assertEquals("{firstName=Anna B}",
                LiveTexts.of(new LiveValues(Optional.of(" Anna \u0000 B\n"), Optional.empty())).toString());
    }
}
