package dev.inlay.server.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.server.recommendation.Slate.Terms;
import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.rule.ProductMatcher;
import dev.inlay.server.recommendation.strategy.Assortment;
import dev.inlay.server.recommendation.strategy.Candidate;
import dev.inlay.server.recommendation.strategy.Listed;
import dev.inlay.server.recommendation.strategy.Situation;
import dev.inlay.server.recommendation.strategy.Strategies;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.util.List;
import java.util.stream.Stream;

/**
 * Picks products for all slots of a mail at once: pinned ones, then the campaign's chain of strategies, then what fills
 * it up. A recipient without any history gets the default products before the chain.
 *
 * <p>Equal questions have equal answers. As long as the campaign fills and enough products may be shown, no slot stays
 * empty. {@code buy_again} may offer what was bought within {@code excludeBoughtDays}; nothing else may.
 */
public final class Recommender {
    private static final int ALL = Integer.MAX_VALUE;

    private final Cache<Catalogue, List<String>> shelves =
            Caffeine.newBuilder().weakKeys().maximumSize(1_000).build();

    public Recommendation pick(Question question) {
        PickRules rules = question.rules();
        Shopper shopper = Shopper.of(question.history(), question.catalogue());
        Situation situation = new Situation(shopper, question.catalogue(), question.index(), question.now(),
                rules.remindedSince(question.now()), question.seed(), rules.filter().productNumbers(),
                question.relatedTo(), question.offers());
        Slate slate = new Slate(question, shopper);
        Terms ordinary = terms(question, ProductFilter.NONE, false);

        slate.offer(Listed.inOrder(rules.lists().pinned()), "pinned", ALL,
                new Terms(List.of(), rules.lists().pinnedEvenIfSoldOut(), true));
        if (shopper.isEmpty()) {
            slate.offer(Listed.inOrder(rules.lists().defaults()), "default", ALL, ordinary);
        }
        for (StrategyStep step : rules.steps()) {
            if (!slate.isFull()) {
                slate.offer(candidates(step, situation), step.type().wireName(), step.max().orElse(ALL),
                        terms(question, step.filter(), step.type() == StrategyType.BUY_AGAIN));
            }
        }
        if (rules.fill()) {
            fill(slate, question, situation, ordinary);
        }
        return slate.recommendation();
    }

    private void fill(Slate slate, Question question, Situation situation, Terms terms) {
        slate.offer(Listed.inOrder(question.rules().lists().defaults()), "default", ALL, terms);
        if (!slate.isFull()) {
            slate.offer(Strategies.of(StrategyType.BESTSELLERS).candidates(situation, List.of()),
                    StrategyType.BESTSELLERS.wireName(), ALL, terms);
        }
        if (!slate.isFull()) {
            slate.offer(Listed.inOrder(shelf(question.catalogue())), StrategyType.NEW_IN.wireName(), ALL, terms);
        }
    }

    /** The last resort: every product, the newest first. */
    private List<String> shelf(Catalogue catalogue) {
        return shelves.get(catalogue, known -> Assortment.newestFirst(known, List.of()));
    }

    private static Stream<Candidate> candidates(StrategyStep step, Situation situation) {
        return step.strategy().candidates(situation, step.filter().productNumbers());
    }

    private static Terms terms(Question question, ProductFilter own, boolean boughtToo) {
        return new Terms(List.of(new ProductMatcher(question.rules().filter(), question.now()),
                new ProductMatcher(own, question.now())), false, boughtToo);
    }
}
