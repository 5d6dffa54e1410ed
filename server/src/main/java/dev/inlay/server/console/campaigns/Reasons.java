package dev.inlay.server.console.campaigns;

import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.server.newsletter.Explanation;
import dev.inlay.server.recommendation.Dropped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An explanation in short plain sentences.
 *
 * @param isNobody whether the mail names nobody at all
 */
public record Reasons(Explanation explanation, boolean isNobody) {
    private static final int NAMED = 5;

    /**
     * Why a slot shows what it shows.
     *
     * @param state whether that is settled
     */
    public record SlotReason(int slot, String title, String productNumber, String why, String state) { }

    /** Who was found behind what the mail names. */
    List<String> identity() {
        return switch (explanation.identity()) {
            case Identity.Known known -> known(known);
            case Identity.Unknown() -> List.of(isNobody
                    ? "The mail names nobody: all such mails show the same."
                    : "The shop knows nobody by this name: default products, then the steps that need no history.");
        };
    }

    private static List<String> known(Identity.Known known) {
        List<String> sentences = new ArrayList<>();
        sentences.add(browsers(known.trackingUsers()));
        known.customer().ifPresent(customer -> sentences.add("Customer " + customer.value() + "."));
        return sentences;
    }

    private static String browsers(List<TrackingUserId> users) {
        return users.isEmpty() ? "No browser of this person is known."
                : "Known by " + counted(users.size(), "tracking user", "tracking users") + ", the last seen first: "
                + users.stream().limit(NAMED).map(TrackingUserId::value).collect(Collectors.joining(", "))
                + (users.size() > NAMED ? " ..." : "") + ".";
    }

    /** How much is known of what that person did. */
    String history() {
        History history = explanation.history();
        return "History: " + counted(history.events().size(), "view or cart entry", "views and cart entries") + ", "
                + counted(history.purchases().size(), "purchase", "purchases") + ".";
    }

    /** Slot 1 first. */
    public List<SlotReason> slots() {
        return explanation.slots().stream().map(slot -> new SlotReason(slot.number(),
                slot.pick().map(pick -> title(pick.productNumber())).orElse("Neutral picture"),
                slot.pick().map(Pick::productNumber).orElse(""),
                slot.pick().map(this::why).orElse("No product is left that may be shown."),
                slot.locked() ? "locked" : "proposed")).toList();
    }

    private String why(Pick pick) {
        return StrategyWords.nameOf(pick.strategy()) + ", score " + score(pick)
                + (pick.becauseOf().isEmpty() ? "" : ", because of " + pick.becauseOf().stream().map(this::title)
                .collect(Collectors.joining(", "))) + ".";
    }

    private static String score(Pick pick) {
        return BigDecimal.valueOf(pick.score()).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** What was left out, a sentence for each rule, the rule nearest to a pick first. */
    List<String> dropped() {
        Map<String, List<String>> byRule = new LinkedHashMap<>();
        for (Dropped one : explanation.dropped()) {
            byRule.computeIfAbsent(one.rule(), rule -> new ArrayList<>()).add(title(one.productNumber()));
        }
        return byRule.entrySet().stream().map(rule -> dropped(rule.getKey(), rule.getValue())).toList();
    }

    private static String dropped(String rule, List<String> titles) {
        int more = titles.size() - NAMED;
        return rule(rule) + ": " + titles.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "") + ".";
    }

    private static String rule(String rule) {
        return switch (rule) {
            case "excluded" -> "Excluded by this campaign";
            case "inStock" -> "Sold out";
            case "showable" -> "Without title, price, page or photo, or no longer in the shop";
            case "filter.list" -> "Not on the list of the filter";
            case "filter.brand" -> "Of a brand that the filter does not take";
            case "filter.category" -> "In a category that the filter does not take";
            case "filter.price" -> "Too cheap or too dear for the filter";
            case "filter.discount" -> "Not reduced enough for the filter";
            case "filter.attribute" -> "Without an attribute that the filter wants";
            case "category" -> "Too many of its category";
            case "brand" -> "Too many of its brand";
            case "bought" -> "Bought lately";
            case "variant" -> "A variant of a product that is shown";
            case "duplicate" -> "Shown already";
            default -> rule;
        };
    }

    private String title(String productNumber) {
        return explanation.catalogue().find(productNumber).map(Product::title)
                .filter(title -> !title.isBlank()).orElse(productNumber);
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
