package dev.inlay.server.console.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.campaign.Arm;
import dev.inlay.db.statistics.ArmCounts;
import dev.inlay.server.statistics.Comparison;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class ArmLinesTest {
    @Test
    void differenceIsToldWithItsBounds() {
        assertEquals("Personalized: 3.1 % of recipients clicked, hold-out 2.2 %. The difference lies between +0.6 and "
                + "+1.2 points, with a confidence of 95 %.", verdict(90_000, 2_790, 10_000, 220));
    }

    @Test
    void differenceThatMayBeChanceIsToldAsSuch() {
        assertEquals("Personalized: 3.0 % of recipients clicked, hold-out 2.0 %. The difference lies between -2.8 and "
                + "+2.9 points, with a confidence of 95 %, so it may be chance.", verdict(900, 27, 150, 3));
    }

    @Test
    void withFewRecipientsNothingIsToldOfTheDifference() {
        assertEquals("Too few recipients to tell: there must be at least 100 in each row.", verdict(900, 27, 99, 3));
    }

    private static String verdict(long recipients, long clickers, long held, long heldClickers) {
        return new ArmLines(new Comparison(arm(recipients, clickers), arm(held, heldClickers)),
                Currency.getInstance("EUR")).verdict();
    }

    private static ArmCounts arm(long recipients, long clickers) {
        return new ArmCounts(Arm.NONE, recipients, clickers, 0, 0, 0, 0, BigDecimal.ZERO);
    }
}
