package dev.inlay.server.recommendation;

import dev.inlay.server.recommendation.Source.Manner;
import dev.inlay.server.recommendation.rule.Bought;
import dev.inlay.server.recommendation.rule.Chosen;
import dev.inlay.server.recommendation.rule.Duplicate;
import dev.inlay.server.recommendation.rule.Excluded;
import dev.inlay.server.recommendation.rule.Filters;
import dev.inlay.server.recommendation.rule.InStock;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.rule.Rule;
import dev.inlay.server.recommendation.rule.Showable;
import dev.inlay.server.recommendation.rule.Variant;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The sources of one question, each with its rules: one list in one order, and who is let off which of it. */
final class Sources {
    private static final int ANY = Integer.MAX_VALUE;
    private static final String PINNED = "pinned";
    private static final String DEFAULT = "default";

    private final Question question;
    private final Bought bought;
    private final List<Rule> first;
    private final List<Rule> last;

    Sources(Question question, Chosen chosen, Bought bought) {
        this.question = question;
        this.bought = bought;
        this.first = List.of(new Excluded(Set.copyOf(question.rules().lists().excluded())), new Duplicate(chosen),
                new Showable(question.catalogue(), question.now()));
        this.last = question.rules().variantsToo() ? List.of() : List.of(new Variant(chosen));
    }

    /** Pinned products: no filter, and bought or not. */
    Source pinned() {
        List<Rule> own = question.rules().lists().pinnedEvenIfSoldOut() ? List.of() : List.of(new InStock());
        return new Source(PINNED, Manner.NAMED, ANY, inOrder(own));
    }

    Source defaults() {
        return new Source(DEFAULT, Manner.NAMED, ANY, inOrder(ordinary(ProductFilter.NONE)));
    }

    /** What a step of the chain finds; {@code buy_again} alone may find what was bought lately. */
    Source of(StrategyStep step) {
        List<Rule> own = step.type() == StrategyType.BUY_AGAIN ? sellable(step.filter()) : ordinary(step.filter());
        return new Source(step.type().wireName(), manner(step.type()), step.max().orElse(ANY), inOrder(own));
    }

    /** What {@code type} finds for the shop as a whole, to fill up. */
    Source filling(StrategyType type) {
        return new Source(type.wireName(), Manner.FOUND, ANY, inOrder(ordinary(ProductFilter.NONE)));
    }

    /** What is looked at to tell why it is not shown. */
    Source told() {
        return new Source(StrategyType.NEW_IN.wireName(), Manner.ITSELF, ANY, inOrder(ordinary(ProductFilter.NONE)));
    }

    private List<Rule> inOrder(List<Rule> own) {
        List<Rule> rules = new ArrayList<>(first);
        rules.addAll(own);
        rules.addAll(last);
        return rules;
    }

    private List<Rule> ordinary(ProductFilter step) {
        List<Rule> rules = new ArrayList<>(sellable(step));
        rules.add(bought);
        return rules;
    }

    private List<Rule> sellable(ProductFilter step) {
        List<Rule> rules = new ArrayList<>(List.of(new InStock()));
        rules.addAll(Filters.of(question.rules().filter(), question.now()));
        rules.addAll(Filters.of(step, question.now()));
        return rules;
    }

    private static Manner manner(StrategyType type) {
        return switch (type) {
            case FIXED_LIST, LAST_VIEWED, ABANDONED_CART, BUY_AGAIN, PRICE_DROP, BACK_IN_STOCK -> Manner.NAMED;
            case FOR_YOU -> Manner.OWN;
            case OFFERS -> Manner.ITSELF;
            case RELATED_TO_HISTORY, RELATED_TO_LAST_ORDER, BOUGHT_TOGETHER, BESTSELLERS, TRENDING, NEW_IN, RANDOM ->
                    Manner.FOUND;
        };
    }
}
