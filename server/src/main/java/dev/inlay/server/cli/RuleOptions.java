package dev.inlay.server.cli;

import dev.inlay.server.evaluation.RuleSwitches;
import dev.inlay.server.recommendation.Diversity;
import picocli.CommandLine.Option;

/** Which rules of a campaign hold while picking is measured; all are off unless asked for. */
final class RuleOptions {
    @Option(names = "--exclude-bought-days", paramLabel = "N", defaultValue = "0",
            description = "Leave out what was bought within so many days; 0 = off.")
    private int excludeBoughtDays;

    @Option(names = "--reminder-days", paramLabel = "N", defaultValue = "0",
            description = "Let older touches bring nothing back; 0 = off.")
    private int reminderDays;

    @Option(names = "--max-per-category", paramLabel = "N", defaultValue = "0",
            description = "At most so many products of one category; 0 = off.")
    private int maxPerCategory;

    @Option(names = "--max-per-brand", paramLabel = "N", defaultValue = "0",
            description = "At most so many products of one brand; 0 = off.")
    private int maxPerBrand;

    @Option(names = "--in-stock", description = "Leave out what is sold out now.")
    private boolean inStock;

    @Option(names = "--one-variant", description = "At most one variant of a product.")
    private boolean oneVariant;

    RuleSwitches switches() {
        return new RuleSwitches(excludeBoughtDays, reminderDays, new Diversity(maxPerCategory, maxPerBrand), inStock,
                oneVariant);
    }
}
