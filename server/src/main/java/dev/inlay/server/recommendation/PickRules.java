package dev.inlay.server.recommendation;

import java.util.List;

/**
 * What a campaign asks of picking.
 *
 * @param steps the ordered chain; never empty
 * @param filter holds for every pick but pinned ones
 * @param pinnedProducts come first, for everyone
 * @param defaultProducts for recipients without history, and what fills a chain that runs dry
 * @param excludedProducts never picked; exclude beats include
 * @param excludeBoughtDays products bought within so many days are not picked; 0 = off
 * @param fill whether a chain that runs dry is filled with defaults, then bestsellers
 * @param variantsToo whether several variants of one product may be picked
 */
public record PickRules(List<StrategyStep> steps, ProductFilter filter, List<String> pinnedProducts,
        boolean pinnedEvenIfSoldOut, List<String> defaultProducts, List<String> excludedProducts, int excludeBoughtDays,
        boolean fill, boolean variantsToo) {
    public PickRules {
        steps = List.copyOf(steps);
        pinnedProducts = List.copyOf(pinnedProducts);
        defaultProducts = List.copyOf(defaultProducts);
        excludedProducts = List.copyOf(excludedProducts);
    }

    /** Rules of a mail: one variant of a product is enough. */
    public PickRules(List<StrategyStep> steps, ProductFilter filter, List<String> pinnedProducts,
            boolean pinnedEvenIfSoldOut, List<String> defaultProducts, List<String> excludedProducts,
            int excludeBoughtDays, boolean fill) {
        this(steps, filter, pinnedProducts, pinnedEvenIfSoldOut, defaultProducts, excludedProducts, excludeBoughtDays,
                fill, false);
    }
}
