package dev.inlay.server.evaluation;

import dev.inlay.server.recommendation.Diversity;
import dev.inlay.server.recommendation.PickRules;
import dev.inlay.server.recommendation.ProductLists;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import java.util.List;

/**
 * Which rules of a campaign hold while picking is measured; each costs accuracy on paper, so that it is off unless its
 * cost is to be told.
 *
 * @param excludeBoughtDays up to 3,650; 0 = off
 * @param reminderDays up to 3,650; 0 = off
 * @param diversity of categories and brands
 * @param inStock whether what is sold out now is left out
 * @param oneVariant whether one variant of a product is enough
 */
public record RuleSwitches(int excludeBoughtDays, int reminderDays, Diversity diversity, boolean inStock,
        boolean oneVariant) {
    public static final RuleSwitches OFF = new RuleSwitches(0, 0, Diversity.OFF, false, false);

    private static final int MOST_DAYS = 3_650;

    public RuleSwitches {
        check("--exclude-bought-days", excludeBoughtDays);
        check("--reminder-days", reminderDays);
    }

    /** The rules of a campaign with this chain, filled up with bestsellers. */
    PickRules with(List<StrategyStep> steps) {
        return new PickRules(steps, ProductFilter.NONE, ProductLists.NONE, excludeBoughtDays, reminderDays, diversity,
                true, !oneVariant);
    }

    private static void check(String name, int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw new IllegalArgumentException(name + " must be 0 to " + MOST_DAYS + " - was '" + days + "'");
        }
    }
}
