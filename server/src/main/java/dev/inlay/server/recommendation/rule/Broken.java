package dev.inlay.server.recommendation.rule;

import java.util.Optional;

/**
 * A rule that a product breaks.
 *
 * @param rule its name, as explanations tell it
 * @param detail what the product has that breaks it, or the like; empty if there is nothing to tell
 */
public record Broken(String rule, String detail) {
    /** What holds of a candidate that left the catalogue. */
    public static final Broken REMOVED = new Broken(Showable.NAME, "removed");

    static Optional<Broken> when(boolean broken, String rule, String detail) {
        return broken ? Optional.of(new Broken(rule, detail)) : Optional.empty();
    }
}
