package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Pick;
import dev.inlay.server.console.campaigns.Reasons.Named;
import dev.inlay.server.newsletter.Explanation.Slot;
import dev.inlay.server.reasons.PartReasons;
import dev.inlay.server.reasons.RoundedScore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Why a slot shows what it shows, as pages show it.
 *
 * @param product empty where the neutral picture is shown
 * @param becauseOf products of the history that led to it
 */
public record SlotReason(Slot slot, Optional<Named> product, List<Named> becauseOf) {
    private static final int DECIMALS = 3;

    /** A part of a score; {@code share} is its part of the weightiest one in percent. */
    public record Part(String name, String score, int share) { }

    public int number() {
        return slot.number();
    }

    public String title() {
        return product.map(Named::title).orElse("Neutral picture");
    }

    public String productNumber() {
        return product.map(Named::productNumber).orElse("");
    }

    public String why() {
        return slot.reason() + ".";
    }

    /** What changed since it was locked: sentences. */
    public List<String> notes() {
        return slot.notes().stream().map(note -> note + ".").toList();
    }

    public String strategy() {
        return slot.pick().map(pick -> StrategyWords.nameOf(pick.strategy())).orElse("");
    }

    /** Other products that led to it. */
    public List<Named> becauseOfOthers() {
        return becauseOf.stream().filter(other -> !other.productNumber().equals(productNumber())).toList();
    }

    /** Blank without product. */
    public String score() {
        return slot.pick().map(pick -> shown(RoundedScore.of(pick).whole())).orElse("");
    }

    /** What the score is the sum of, the weightiest part first; none if it has no parts. */
    public List<Part> parts() {
        return slot.pick().map(SlotReason::parts).orElse(List.of());
    }

    public String state() {
        return slot.locked() ? "locked" : "proposed";
    }

    private static List<Part> parts(Pick pick) {
        double most = pick.parts().values().stream().mapToDouble(Math::abs).max().orElse(0);
        return RoundedScore.of(pick).parts().entrySet().stream().map(part -> new Part(PartReasons.nameOf(part.getKey()),
                shown(part.getValue()), most == 0 ? 0 : share(part.getValue(), most))).toList();
    }

    private static int share(BigDecimal part, double most) {
        return (int) Math.clamp(Math.round(100 * part.doubleValue() / most), 0, 100);
    }

    private static String shown(BigDecimal score) {
        BigDecimal shown = score.setScale(Math.min(score.scale(), DECIMALS), RoundingMode.HALF_UP);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
