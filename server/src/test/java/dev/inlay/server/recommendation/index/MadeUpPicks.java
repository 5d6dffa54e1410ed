package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.Cart;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.identity.Owner;
import dev.inlay.server.recommendation.Diversity;
import dev.inlay.server.recommendation.PickRules;
import dev.inlay.server.recommendation.ProductLists;
import dev.inlay.server.recommendation.Question;
import dev.inlay.server.recommendation.Recommender;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole picks for the four slots of a mail by the rules a campaign has unless it says otherwise. */
final class MadeUpPicks {
    static final int TOUCHED = 10;

    private static final int SLOTS = 4;
    private static final int IN_CART = 3;
    private static final int BOUGHT = 7;
    private static final Owner SHOPPER = new Owner(Owner.Kind.NOBODY, "shopper");
    private static final PickRules RULES = new PickRules(
            List.of(new StrategyStep(StrategyType.FOR_YOU, Optional.empty(), ProductFilter.NONE)), ProductFilter.NONE,
            ProductLists.NONE, 180, PickRules.DEFAULT_REMINDER_DAYS, Diversity.OF_CAMPAIGNS, true, false);

    private final Recommender recommender = new Recommender();
    private final Catalogue catalogue;

    MadeUpPicks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A pick for somebody who touched {@code products}, newest first, a minute each, the last one {@code ago}. */
    Runnable pick(SessionIndex index, List<String> products, Duration ago, Instant now) {
        Question question = new Question(RULES, history(products, now.minus(ago)), catalogue, index, now, SLOTS, 0,
                List.of());
        return () -> {
            if (recommender.pick(question).picks().size() < SLOTS) {
                throw new IllegalStateException("a slot stays empty");
            }
        };
    }

    private static History history(List<String> products, Instant last) {
        List<Event> events = new ArrayList<>();
        List<Event> purchases = new ArrayList<>();
        for (int place = 0; place < products.size(); place++) {
            EventType type = place == IN_CART ? EventType.CART : place == BOUGHT ? EventType.PURCHASE : EventType.VIEW;
            Instant time = last.minusSeconds(60L * place);
            (type == EventType.PURCHASE ? purchases : events).add(new Event(SHOPPER, type,
                    ProductReference.ofNumber(products.get(place)), time.toEpochMilli(), place, time));
        }
        Optional<Cart> cart = events.stream().filter(event -> event.type() == EventType.CART).findFirst()
                .map(event -> new Cart(List.of(event.product()), event.seen(), event.time()));
        return new History(events, purchases, cart);
    }
}
