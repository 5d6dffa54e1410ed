package dev.inlay.server.recommendation;

import dev.inlay.server.recommendation.rule.Rule;
import java.util.List;

/**
 * Where candidates come from, and what is asked of them. One use only: it counts what was taken of it.
 */
final class Source {
    /** What may be done with the candidates of a source. */
    enum Manner {
        /** Products that somebody named: shown as they are, whatever else is shown of their kind. */
        NAMED,
        /** Products of which what the shopper touched is shown as {@link #NAMED}, others as {@link #FOUND}. */
        OWN,
        /** Products that are what they are called only by themselves, not as a variant. */
        ITSELF,
        /** Products that stand for all their variants. */
        FOUND
    }

    private final String strategy;
    private final Manner manner;
    private final int max;
    private final List<Rule> rules;
    private int taken;

    /** @param rules what all of its picks must keep, in the order in which they are told */
    Source(String strategy, Manner manner, int max, List<Rule> rules) {
        this.strategy = strategy;
        this.manner = manner;
        this.max = max;
        this.rules = List.copyOf(rules);
    }

    String strategy() {
        return strategy;
    }

    Manner manner() {
        return manner;
    }

    List<Rule> rules() {
        return rules;
    }

    boolean hasMore() {
        return taken < max;
    }

    void take() {
        taken++;
    }
}
