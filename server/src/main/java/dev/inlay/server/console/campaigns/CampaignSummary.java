package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.newsletter.CampaignSettings;
import dev.inlay.server.newsletter.CampaignSettings.Utm;
import dev.inlay.server.recommendation.Diversity;
import dev.inlay.server.recommendation.PickRules;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a campaign is set to, in plain words, without what stands as it always does. */
record CampaignSummary(Campaign campaign, CampaignSettings settings) {
    /** One thing to know: what it is about, and one or more lines of it. */
    record Fact(String name, List<String> lines) {
        Fact(String name, String line) {
            this(name, List.of(line));
        }
    }

    static CampaignSummary of(Campaign campaign) {
        return new CampaignSummary(campaign, CampaignSettings.from(campaign.settings()));
    }

    List<Fact> facts() {
        PickRules rules = settings.rules();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Selection", typeWords(campaign)));
        facts.add(new Fact("Pictures", campaign.slots() + " of template " + settings.template()));
        facts.add(new Fact("Steps", rules.steps().stream().map(CampaignSummary::step).toList()));
        facts.add(new Fact("Then", rules.fill() ? "default products, then bestsellers" : "the neutral picture"));
        addIfAny(facts, "Only products", filter(rules.filter()));
        addIfAny(facts, "Pinned", rules.lists().pinned());
        addIfAny(facts, "Default products", rules.lists().defaults());
        addIfAny(facts, "Excluded", rules.lists().excluded());
        facts.add(new Fact("Bought products", rules.excludeBoughtDays() == 0 ? "may be shown"
                : "not for " + rules.excludeBoughtDays() + " days"));
        facts.add(new Fact("Reminders", rules.reminderDays() == 0 ? "of products touched at any time"
                : "of products touched within " + rules.reminderDays() + " days"));
        addIfAny(facts, "Variety", variety(rules.diversity()));
        if (settings.holdOutPercent() > 0) {
            facts.add(new Fact("Hold-out", settings.holdOutPercent() + " % of recipients see bestsellers"));
        }
        addIfAny(facts, "Tracking parameters", utm(settings.utm()));
        if (settings.identityByTokenOnly()) {
            facts.add(new Fact("Recipients", "by token only"));
        }
        settings.fallbackUrl().ifPresent(url -> facts.add(new Fact("Fallback page", url.toString())));
        return facts;
    }

    static String typeWords(Campaign campaign) {
        return switch (campaign.type()) {
            case AUTO -> "new for each send";
            case ROLLING -> "new every " + words(campaign.period());
            case MANUAL -> "until it is cleared";
        };
    }

    /** A length in its largest whole unit: {@code 7 days}, {@code hour}. */
    private static String words(Duration length) {
        long seconds = length.toSeconds();
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)) {
            long size = unit.getDuration().toSeconds();
            if (seconds % size == 0) {
                return words(seconds / size, unit);
            }
        }
        return words(seconds, ChronoUnit.SECONDS);
    }

    private static String words(long number, ChronoUnit unit) {
        String name = unit.name().toLowerCase(Locale.ROOT);
        return number == 1 ? name.substring(0, name.length() - 1) : number + " " + name;
    }

    private static void addIfAny(List<Fact> facts, String name, List<String> entries) {
        if (!entries.isEmpty()) {
            facts.add(new Fact(name, entries.size() > 3
                    ? List.of(String.join(", ", entries.subList(0, 3)) + " and " + (entries.size() - 3) + " more")
                    : List.of(String.join(", ", entries))));
        }
    }

    private static String step(StrategyStep step) {
        String filter = filter(step.filter()).stream().collect(Collectors.joining(", "));
        return StrategyWords.of(step.type()).name() + step.max().map(max -> ", at most " + max).orElse("")
                + (filter.isEmpty() ? "" : " (" + filter + ")");
    }

    private static List<String> filter(ProductFilter filter) {
        List<String> words = new ArrayList<>();
        words.addAll(filter.brands());
        filter.categories().forEach(path -> words.add(String.join(" > ", path)));
        filter.priceMin().ifPresent(price -> words.add("from " + price.toPlainString()));
        filter.priceMax().ifPresent(price -> words.add("up to " + price.toPlainString()));
        if (filter.minDiscountPercent() > 0) {
            words.add("reduced by " + filter.minDiscountPercent() + " % or more");
        }
        words.addAll(filter.productNumbers());
        filter.attributes().forEach((name, values) -> words.add(name + " = " + String.join(" or ", values)));
        return words;
    }

    private static List<String> variety(Diversity diversity) {
        List<String> words = new ArrayList<>();
        if (diversity.maxPerCategory() > 0) {
            words.add("at most " + diversity.maxPerCategory() + " of a category");
        }
        if (diversity.maxPerBrand() > 0) {
            words.add("at most " + diversity.maxPerBrand() + " of a brand");
        }
        return words;
    }

    private static List<String> utm(Utm utm) {
        return Stream.of(utm.source().map("source "::concat), utm.medium().map("medium "::concat),
                utm.campaign().map("campaign "::concat)).flatMap(Optional::stream).toList();
    }
}
