package dev.inlay.server.recommendation;

import static dev.inlay.server.recommendation.Shelf.NOW;
import static dev.inlay.server.recommendation.Shelf.event;
import static dev.inlay.server.recommendation.Shelf.history;
import static dev.inlay.server.recommendation.Shelf.product;
import static dev.inlay.server.recommendation.Shelf.products;
import static dev.inlay.server.recommendation.Shelf.viewed;
import static dev.inlay.server.recommendation.strategy.StrategyType.BESTSELLERS;
import static dev.inlay.server.recommendation.strategy.StrategyType.BUY_AGAIN;
import static dev.inlay.server.recommendation.strategy.StrategyType.FIXED_LIST;
import static dev.inlay.server.recommendation.strategy.StrategyType.FOR_YOU;
import static dev.inlay.server.recommendation.strategy.StrategyType.LAST_VIEWED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.index.SessionIndex;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecommenderTest {
    private final Recommender recommender = new Recommender();
    private final SessionIndex index = new SessionIndex();
    private List<Product> products = products("a", "b", "c", "d", "e", "f");

    @Test
    void lastTouchedComesFirst() {
        assertThat(pick(Rules.of(FOR_YOU), viewed("c", "a"), 2)).containsExactly("c", "a");
    }

    @Test
    void boughtProductIsNotPickedAgainUnlessTheCampaignWantsIt() {
        History history = history(event(EventType.VIEW, "a", Duration.ofMinutes(1)),
                event(EventType.PURCHASE, "a", Duration.ofDays(100)),
                        event(EventType.PURCHASE, "b", Duration.ofDays(200)));

        assertThat(pick(Rules.of(FOR_YOU), history, 6)).doesNotContain("a").contains("b");
        assertThat(pick(Rules.of(FOR_YOU).excludeBoughtDays(30), history, 1)).containsExactly("a");
        assertThat(pick(Rules.of(FOR_YOU).excludeBoughtDays(0), history, 1)).containsExactly("a");
        assertThat(pick(Rules.of(BUY_AGAIN), history, 2)).containsExactly("a", "b");
    }

    @Test
    void variantsAreOneProduct() {
        products = List.of(product("a").withItemGroupId("g"), product("b").withItemGroupId("g"), product("c"));

        assertThat(pick(Rules.of(FOR_YOU), viewed("b", "a", "c"), 3)).containsExactly("b", "c");
    }

    @Test
    void pinnedProductsComeFirstForEveryoneAndIgnoreTheFilter() {
        products = List.of(product("a"), product("b").withInStock(false), product("c"), product("d"));
        Rules rules = Rules.of(FOR_YOU).filter(Rules.numbers("c", "d"));

        assertThat(pick(rules.pinned(false, "a", "b"), viewed("d"), 3)).containsExactly("a", "d", "c");
        assertThat(pick(rules.pinned(true, "a", "b"), History.EMPTY, 3)).containsExactly("a", "b", "c");
        assertThat(pick(rules.pinned(true, "a", "b", "a").excluded("a"), History.EMPTY, 2)).containsExactly("b", "c");
    }

    @Test
    void defaultProductsAreForThoseWithoutHistoryAndFillUp() {
        Rules rules = Rules.of(LAST_VIEWED).defaults("e", "f");

        assertThat(pick(rules, History.EMPTY, 2)).containsExactly("e", "f");
        assertThat(pick(rules, viewed("a"), 3)).containsExactly("a", "e", "f");
        assertThat(pick(rules.withoutFill(), viewed("a"), 3)).containsExactly("a");
    }

    @Test
    void excludedProductTakesNoSlot() {
        assertThat(pick(Rules.of(FOR_YOU).excluded("a").pinned(true, "a").defaults("a"), viewed("a", "b"), 2))
                .containsExactly("b", "c");
    }

    @Test
    void everyStepKeepsItsOwnLimitAndFilter() {
        List<StrategyStep> steps = List.of(
                new StrategyStep(LAST_VIEWED, Optional.of(1), ProductFilter.NONE),
                new StrategyStep(FIXED_LIST, Optional.empty(), Rules.numbers("f", "e")));

        assertThat(pick(Rules.of(steps), viewed("c", "b", "a"), 4)).startsWith("c", "f", "e");
    }

    @Test
    void cartIsAbandonedUntilItIsBoughtOrEmptied() {
        Rules rules = Rules.of(StrategyType.ABANDONED_CART).withoutFill().excludeBoughtDays(0);
        History bought = history(event(EventType.PURCHASE, "a", Duration.ofMinutes(1)));

        assertThat(pick(rules, Shelf.withCart(viewed("d"), Duration.ofHours(1), "b", "a"), 4))
                .containsExactly("b", "a");
        assertThat(pick(rules, Shelf.withCart(bought, Duration.ofHours(1), "b", "a"), 4)).containsExactly("b");
        assertThat(pick(rules, Shelf.withCart(viewed("d"), Duration.ofHours(1)), 4)).isEmpty();
    }

    @Test
    void soldOutAndUnshowableProductsAreNeverPicked() {
        Product withoutPrice = product("b").withPrices(null, null);
        products = List.of(product("a").withInStock(false), withoutPrice, product("c"));

        assertThat(pick(Rules.of(FOR_YOU), viewed("a", "b"), 3)).containsExactly("c");
    }

    @Test
    void oldTouchesAreNoReminders() {
        History old = history(event(EventType.VIEW, "f", Duration.ofDays(91)));

        assertThat(pick(Rules.of(LAST_VIEWED).withoutFill(), old, 1)).isEmpty();
        assertThat(pick(Rules.of(FOR_YOU).withoutFill(), old, 1)).isEmpty();
    }

    @Test
    void offersComeByDiscountAndSalesThatAreOverAreNone() {
        products = List.of(product("a"), product("b").withPrices(new BigDecimal("9"), new BigDecimal("10")),
                product("c").withPrices(new BigDecimal("5"), new BigDecimal("10")));

        assertThat(pick(Rules.of(StrategyType.OFFERS).withoutFill(), viewed("a"), 3)).containsExactly("c", "b");
    }

    @Test
    void chanceIsTheSameForTheSameLetter() {
        Rules rules = Rules.of(StrategyType.RANDOM);

        assertThat(ask(rules, History.EMPTY, 6, 1).picks()).isEqualTo(ask(rules, History.EMPTY, 6, 1).picks());
        assertThat(ask(rules, History.EMPTY, 6, 1).picks()).isNotEqualTo(ask(rules, History.EMPTY, 6, 2).picks());
    }

    @Test
    void keptPicksAndTheirVariantsAreNotPickedAgain() {
        products = List.of(product("a").withItemGroupId("g"), product("b").withItemGroupId("g"), product("c"),
                product("d"));
        List<Pick> kept = List.of(new Pick("a", "pinned", 1, List.of()));

        Recommendation more = recommender.pick(new Question(Rules.of(FOR_YOU).rules(), viewed("a", "b", "c"),
                catalogue(),
                index, NOW, 3, 0, kept));

        assertThat(Shelf.numbers(more.picks())).containsExactly("c", "d");
    }

    @Test
    void droppedCandidatesNameTheirRule() {
        products = List.of(product("a").withInStock(false), product("b"), product("c"),
                product("d").withItemGroupId("g"), product("e").withItemGroupId("g"));
        History history = history(event(EventType.VIEW, "d", Duration.ofMinutes(1)),
                event(EventType.VIEW, "e", Duration.ofMinutes(2)), event(EventType.VIEW, "a", Duration.ofMinutes(3)),
                event(EventType.VIEW, "b", Duration.ofMinutes(4)), event(EventType.VIEW, "c", Duration.ofMinutes(5)),
                event(EventType.VIEW, "gone", Duration.ofMinutes(6)),
                        event(EventType.PURCHASE, "b", Duration.ofDays(1)));

        List<Dropped> dropped = ask(Rules.of(FOR_YOU).excluded("c"), history, 5, 0).dropped();

        assertThat(dropped).extracting(Dropped::productNumber, Dropped::rule).containsExactlyInAnyOrder(
                tuple("e", "variant"), tuple("a", "inStock"), tuple("b", "bought"), tuple("c", "excluded"),
                tuple("gone", "showable"));
    }

    @Test
    void twoHundredDroppedCandidatesAreToldThoseNearestToBeingPickedFirst() {
        products = IntStream.range(0, 5_000).mapToObj(i -> product("p" + i).withInStock(false)).toList();
        String[] seen = IntStream.range(1_000, 1_150).mapToObj(i -> "p" + i).toArray(String[]::new);

        List<Dropped> dropped = ask(Rules.of(LAST_VIEWED), viewed(seen), 5, 0).dropped();

        assertThat(dropped).hasSize(200);
        assertThat(dropped.subList(0, 3)).extracting(Dropped::productNumber).containsExactly("p1000", "p1001", "p1002");
    }

    @Test
    void bestsellersWeighPurchasesMoreThanCartsAndCartsMoreThanViews() {
        index.add(List.of(event(Shelf.shopper(1), EventType.VIEW, "a", Duration.ofHours(3)),
                event(Shelf.shopper(2), EventType.VIEW, "a", Duration.ofHours(3)),
                event(Shelf.shopper(3), EventType.CART, "b", Duration.ofHours(3)),
                event(Shelf.shopper(4), EventType.PURCHASE, "c", Duration.ofHours(3))), catalogue());

        assertThat(pick(Rules.of(BESTSELLERS), History.EMPTY, 3)).containsExactly("c", "b", "a");
        assertThat(pick(Rules.of(StrategyType.TRENDING), History.EMPTY, 1)).containsExactly("a");
    }

    @Test
    void bestsellersOfLastWeekGiveWay() {
        index.add(List.of(event(Shelf.shopper(1), EventType.VIEW, "a", Duration.ofDays(20)),
                event(Shelf.shopper(2), EventType.VIEW, "a", Duration.ofDays(20)),
                event(Shelf.shopper(3), EventType.VIEW, "b", Duration.ofDays(1))), catalogue());

        assertThat(pick(Rules.of(BESTSELLERS), History.EMPTY, 2)).containsExactly("b", "a");
    }

    @Test
    void sessionsLeadToWhatOthersLookedAtToo() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            events.add(event(Shelf.shopper(i), EventType.VIEW, "a", Duration.ofMinutes(50)));
            events.add(event(Shelf.shopper(i), EventType.VIEW, "e", Duration.ofMinutes(45)));
        }
        events.add(event(Shelf.shopper(9), EventType.VIEW, "a", Duration.ofMinutes(200)));
        events.add(event(Shelf.shopper(9), EventType.VIEW, "f", Duration.ofMinutes(100)));
        index.add(events, catalogue());

        Recommendation related = ask(Rules.of(StrategyType.RELATED_TO_HISTORY).withoutFill(), viewed("a"), 3, 0);

        assertThat(Shelf.numbers(related.picks())).containsExactly("e");
        assertThat(related.picks().getFirst().becauseOf()).containsExactly("a");
        assertThat(pick(Rules.of(FOR_YOU), viewed("a"), 2)).containsExactly("e", "a");
    }

    @Test
    void basketsLeadToWhatWasBoughtTogether() {
        index.add(List.of(event(Shelf.shopper(1), EventType.PURCHASE, "a", Duration.ofMinutes(5)),
                event(Shelf.shopper(1), EventType.PURCHASE, "d", Duration.ofMinutes(5)),
                event(Shelf.shopper(1), EventType.VIEW, "e", Duration.ofMinutes(5))), catalogue());

        assertThat(pick(Rules.of(StrategyType.BOUGHT_TOGETHER).withoutFill(), viewed("a"), 3))
                .containsExactly("d", "e");
        assertThat(pick(Rules.of(StrategyType.RELATED_TO_LAST_ORDER).withoutFill(),
                history(event(EventType.PURCHASE, "a", Duration.ofDays(1))), 3)).containsExactlyInAnyOrder("d", "e");
    }

    @Test
    void eventsOfProductsThatComeLaterCountThen() {
        index.add(List.of(event(Shelf.shopper(1), EventType.VIEW, "z", Duration.ofMinutes(5))), catalogue());
        assertThat(pick(Rules.of(BESTSELLERS), History.EMPTY, 1)).containsExactly("a");

        products = products("a", "z");
        index.add(List.of(), catalogue());

        assertThat(pick(Rules.of(BESTSELLERS), History.EMPTY, 1)).containsExactly("z");
    }

    @Test
    void categoryFilterTakesItsSubtree() {
        products = List.of(product("a").withHierarchies(List.of(List.of("Shoes", "Sneakers", "High"))),
                product("b").withHierarchies(List.of(List.of("Shoes"))),
                product("c").withHierarchies(List.of(List.of("Bags"), List.of("shoes", "sneakers"))));

        assertThat(pick(Rules.of(FOR_YOU).filter(Rules.category("Shoes", "Sneakers")), History.EMPTY, 3))
                .containsExactly("a", "c");
    }

    private List<String> pick(Rules rules, History history, int count) {
        return Shelf.numbers(ask(rules, history, count, 0).picks());
    }

    private Recommendation ask(Rules rules, History history, int count, long seed) {
        return recommender.pick(new Question(rules.rules(), history, catalogue(), index, NOW, count, seed, List.of()));
    }

    private Catalogue catalogue() {
        return Shelf.catalogue(products);
    }
}
