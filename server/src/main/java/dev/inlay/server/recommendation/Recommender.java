package dev.inlay.server.recommendation;

import dev.inlay.server.recommendation.strategy.Listed;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;

/**
 * Picks products for all slots of a mail at once: pinned ones, then the campaign's chain of strategies, then what fills
 * it up. A recipient without any history gets the default products before the chain.
 *
 * <p>Equal questions have equal answers. As long as the campaign fills and enough products may be shown, no slot stays
 * empty: after default products and bestsellers comes what else passes the filter, the latest first, and then what
 * would be too many of its kind. {@code buy_again} may offer what was bought within {@code excludeBoughtDays}; nothing
 * else may.
 */
public final class Recommender {
    private final Stocks stocks = new Stocks();

    public Recommendation pick(Question question) {
        PickRules rules = question.rules();
        Finder finder = new Finder(question, stocks);
        Sources sources = finder.sources();
        Slate slate = finder.slate();

        slate.offer(() -> Listed.inOrder(rules.lists().pinned()), sources.pinned());
        if (finder.knowsNothing()) {
            slate.offer(() -> Listed.inOrder(rules.lists().defaults()), sources.defaults());
        }
        for (StrategyStep step : rules.steps()) {
            slate.offer(() -> finder.candidates(step), sources.of(step));
        }
        if (rules.fill()) {
            slate.offer(() -> Listed.inOrder(rules.lists().defaults()), sources.defaults());
            slate.offer(finder::bestsellers, sources.filling(StrategyType.BESTSELLERS));
            fillUp(slate, finder, sources, rules.diversity());
        }
        for (Diversity less : rules.diversity().relaxed()) {
            slate.offerAsides(less);
            if (rules.fill()) {
                fillUp(slate, finder, sources, less);
            }
        }
        if (rules.fill()) {
            slate.offer(finder::whatIsNotShown, sources.told());
        }
        return slate.recommendation();
    }

    private static void fillUp(Slate slate, Finder finder, Sources sources, Diversity wanted) {
        slate.fillUp(() -> finder.anything(wanted), sources.filling(StrategyType.NEW_IN), wanted);
    }
}
