package dev.inlay.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.campaign.Arm;
import dev.inlay.db.statistics.ArmCounts;
import dev.inlay.server.statistics.Uplift.Share;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpliftTest {
    /** The contrasts of table II in Newcombe's article, by its method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "10, 10, 0, 20, 0.6791, 1.0000",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775"})
    void boundsAreThoseOfTheArticle(long part, long whole, long otherPart, long otherWhole, double from, double to) {
        Uplift uplift = Uplift.between(new Share(part, whole), new Share(otherPart, otherWhole));

        assertEquals(from, uplift.from(), 0.00006);
        assertEquals(to, uplift.to(), 0.00006);
    }

    @Test
    void differenceWhoseBoundsHoldZeroMayBeChance() {
        assertTrue(Uplift.between(new Share(5, 56), new Share(0, 29)).maybeChance());
        assertFalse(Uplift.between(new Share(56, 70), new Share(48, 80)).maybeChance());
    }

    @Test
    void ofFewRecipientsNothingIsTold() {
        assertThat(new Comparison(arm(1_000, 30), arm(99, 2)).uplift()).isEmpty();
        assertThat(new Comparison(arm(99, 30), arm(1_000, 2)).uplift()).isEmpty();
        assertEquals(0.01, new Comparison(arm(1_000, 30), arm(100, 2)).uplift().orElseThrow().difference(), 1e-12);
    }

    private static ArmCounts arm(long recipients, long clickers) {
        return new ArmCounts(Arm.NONE, recipients, clickers, 0, 0, 0, 0, BigDecimal.ZERO);
    }
}
