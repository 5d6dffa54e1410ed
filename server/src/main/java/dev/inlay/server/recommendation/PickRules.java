package dev.inlay.server.recommendation;

import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign asks of picking.
 *
 * @param steps the ordered chain; never empty
 * @param filter holds for every pick but pinned ones
 * @param excludeBoughtDays products bought within so many days are not picked; 0 = off
 * @param reminderDays older touches of a product do not bring it back; 0 = any age does
 * @param fill whether a chain that runs dry is filled with defaults, then bestsellers
 * @param variantsToo whether several variants of one product may be picked
 */
public record PickRules(List<StrategyStep> steps, ProductFilter filter, ProductLists lists, int excludeBoughtDays,
        int reminderDays, Diversity diversity, boolean fill, boolean variantsToo) {
    public static final int DEFAULT_REMINDER_DAYS = 90;

    public PickRules {
        steps = List.copyOf(steps);
    }

    /** What a touch must be later than to bring its product back at {@code now}. */
    Instant remindedSince(Instant now) {
        return reminderDays == 0 ? Instant.EPOCH : now.minus(Duration.ofDays(reminderDays));
    }

    /** The same rules for bestsellers alone, in place of the chain. */
    public PickRules ofBestsellers() {
        return new PickRules(
                List.of(new StrategyStep(StrategyType.BESTSELLERS, Optional.empty(), ProductFilter.NONE)), filter,
                lists, excludeBoughtDays, reminderDays, diversity, fill, variantsToo);
    }

    /** Whether a step decides by what products were offered for before. */
    public boolean asksForPastOffers() {
        return steps.stream().anyMatch(step -> step.type().comparesOffers());
    }
}
