package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Pick;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.server.newsletter.Explanation;
import dev.inlay.server.newsletter.Explanation.Left;
import dev.inlay.server.newsletter.Explanation.Slot;
import dev.inlay.server.reasons.DropReasons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An explanation as pages show it. */
public record Reasons(Explanation explanation) {
    private static final int TRACKING_USERS = 5;

    /** A product by its name. */
    public record Named(String productNumber, String title) {
        /** Where its page lies, of the website. */
        public String path() {
            return "/products/one?number=" + UrlPart.encoded(productNumber);
        }
    }

    /** What a rule took out, the candidate nearest to a pick first. */
    public record LeftOut(String heading, List<Candidate> candidates) { }

    /** A candidate that was left out, with a sentence on why. */
    public record Candidate(Named product, String why) { }

    /** What the shopper did with a product, and when. */
    public record Act(Named product, String what) { }

    /** Who was found behind what the mail names: a sentence. */
    String standing() {
        return explanation.standing() + ".";
    }

    /** The ids behind it, the last seen first; blank if there are none. */
    String trackingUsers() {
        return switch (explanation.identity()) {
            case Identity.Known known -> known.trackingUsers().stream().limit(TRACKING_USERS)
                    .map(TrackingUserId::value).collect(Collectors.joining(", "))
                    + (known.trackingUsers().size() > TRACKING_USERS ? " ..." : "");
            case Identity.Unknown() -> "";
        };
    }

    /** What picking knows that the shopper did, newest first. */
    List<Act> history() {
        return explanation.scene().history().stream()
                .map(act -> new Act(named(act.productNumber()), act.sentence())).toList();
    }

    /** Slot 1 first. */
    public List<SlotReason> slots() {
        return explanation.slots().stream().map(this::slot).toList();
    }

    private SlotReason slot(Slot slot) {
        return new SlotReason(slot, slot.pick().map(pick -> named(pick.productNumber())),
                slot.pick().map(Pick::becauseOf).orElse(List.of()).stream()
                        .map(number -> new Named(number, explanation.scene().name(number))).toList());
    }

    /** What was left out, by rule: the rule nearest to a pick first. */
    List<LeftOut> leftOut() {
        Map<String, List<Left>> byRule = explanation.left().stream()
                .collect(Collectors.groupingBy(Left::rule, LinkedHashMap::new, Collectors.toList()));
        return byRule.entrySet().stream().map(rule -> new LeftOut(DropReasons.heading(rule.getKey()),
                rule.getValue().stream().map(left -> new Candidate(named(left.productNumber()), left.reason()))
                        .toList())).toList();
    }

    private Named named(String productNumber) {
        return new Named(productNumber, explanation.scene().title(productNumber));
    }
}
