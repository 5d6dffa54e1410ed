package dev.inlay.server.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.server.recommendation.Slate.Terms;
import java.util.List;

/**
 * Picks products for all slots of a mail at once: pinned ones, then the campaign's chain of strategies, then what fills
 * it up. A recipient without any history gets the default products before the chain.
 *
 * <p>Equal questions have equal answers. As long as the campaign fills and enough products may be shown, no slot stays
 * empty. {@code buy_again} may offer what was bought within {@code excludeBoughtDays}; nothing else may.
 */
public final class Recommender {
    private static final int ALL = Integer.MAX_VALUE;

    private final Cache<Catalogue, List<Candidate>> shelves =
            Caffeine.newBuilder().weakKeys().maximumSize(1_000).build();

    public Recommendation pick(Question question) {
        PickRules rules = question.rules();
        Shopper shopper = Shopper.of(question.history(), question.catalogue());
        Strategies strategies = new Strategies(question, shopper);
        Slate slate = new Slate(question, shopper);
        Terms ordinary = terms(question, ProductFilter.NONE, false);

        slate.offer(Strategies.inOrder(rules.pinnedProducts()), "pinned", ALL,
                new Terms(List.of(), rules.pinnedEvenIfSoldOut(), true));
        if (shopper.isEmpty()) {
            slate.offer(Strategies.inOrder(rules.defaultProducts()), "default", ALL, ordinary);
        }
        for (StrategyStep step : rules.steps()) {
            if (!slate.isFull()) {
                slate.offer(strategies.candidates(step), step.type().wireName(), step.max().orElse(ALL),
                        terms(question, step.filter(), step.type() == StrategyType.BUY_AGAIN));
            }
        }
        if (rules.fill()) {
            fill(slate, question, strategies, ordinary);
        }
        return slate.recommendation();
    }

    private void fill(Slate slate, Question question, Strategies strategies, Terms terms) {
        slate.offer(Strategies.inOrder(question.rules().defaultProducts()), "default", ALL, terms);
        if (!slate.isFull()) {
            slate.offer(strategies.bestsellers(), StrategyType.BESTSELLERS.wireName(), ALL, terms);
        }
        if (!slate.isFull()) {
            slate.offer(shelf(question.catalogue()), StrategyType.NEW_IN.wireName(), ALL, terms);
        }
    }

    /** The last resort: every product, the newest first. */
    private List<Candidate> shelf(Catalogue catalogue) {
        return shelves.get(catalogue, known -> Strategies.newIn(known, new SessionIndex()));
    }

    private static Terms terms(Question question, ProductFilter own, boolean boughtToo) {
        return new Terms(List.of(new ProductMatcher(question.rules().filter(), question.now()),
                new ProductMatcher(own, question.now())), false, boughtToo);
    }
}
