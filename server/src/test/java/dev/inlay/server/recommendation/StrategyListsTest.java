package dev.inlay.server.recommendation;

import static dev.inlay.server.recommendation.Shelf.NOW;
import static dev.inlay.server.recommendation.Shelf.event;
import static dev.inlay.server.recommendation.Shelf.history;
import static dev.inlay.server.recommendation.Shelf.product;
import static dev.inlay.server.recommendation.Shelf.products;
import static dev.inlay.server.recommendation.Shelf.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Offer;
import dev.inlay.db.catalogue.PastOffer;
import dev.inlay.db.catalogue.PastOffers;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.history.Shopper;
import dev.inlay.server.recommendation.index.PickingParameters;
import dev.inlay.server.recommendation.index.SessionIndex;
import dev.inlay.server.recommendation.strategy.Candidate;
import dev.inlay.server.recommendation.strategy.Situation;
import dev.inlay.server.recommendation.strategy.Strategies;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each strategy finds, before any rule. */
class StrategyListsTest {
    private final SessionIndex index = new SessionIndex();
    private List<Product> products = products("a", "b", "c", "d", "e", "f");

    @Test
    void lastViewedIsDistinctAndNewestFirst() {
        History history = history(event(EventType.VIEW, "c", Duration.ofDays(7)),
                event(EventType.CART, "d", Duration.ofDays(8)), event(EventType.VIEW, "a", Duration.ofDays(14)),
                event(EventType.VIEW, "c", Duration.ofDays(15)), event(EventType.VIEW, "b", Duration.ofDays(91)));

        List<Candidate> found = find(StrategyType.LAST_VIEWED, history);

        assertThat(found).extracting(Candidate::productNumber).containsExactly("c", "a");
        assertThat(found).extracting(Candidate::score).containsExactly(0.5, 0.25);
        assertThat(found.getLast().becauseOf()).containsExactly("a");
    }

    @Test
    void abandonedCartBeginsWithWhatWasPutInLast() {
        History added = history(event(EventType.CART, "b", Duration.ofHours(1)),
                event(EventType.CART, "a", Duration.ofHours(2)));
        History bought = history(event(EventType.PURCHASE, "b", Duration.ofMinutes(1)));
        Duration age = Duration.ofHours(1);

        assertThat(numbers(StrategyType.ABANDONED_CART, Shelf.withCart(added, age, "a", "b")))
                .containsExactly("b", "a");
        assertThat(numbers(StrategyType.ABANDONED_CART, Shelf.withCart(bought, age, "a", "b"))).containsExactly("a");
        assertThat(numbers(StrategyType.ABANDONED_CART, Shelf.withCart(added, age))).isEmpty();
        assertThat(numbers(StrategyType.ABANDONED_CART, Shelf.withCart(History.EMPTY, Duration.ofDays(91), "a")))
                .isEmpty();
    }

    @Test
    void buyAgainCountsOrdersThenTakesTheLatest() {
        History history = history(event(EventType.PURCHASE, "b", Duration.ofDays(1)),
                event(EventType.PURCHASE, "c", Duration.ofDays(2)), event(EventType.PURCHASE, "c", Duration.ofDays(2)),
                event(EventType.PURCHASE, "a", Duration.ofDays(7)),
                event(EventType.PURCHASE, "a", Duration.ofDays(90)));

        List<Candidate> found = find(StrategyType.BUY_AGAIN, history);

        assertThat(found).extracting(Candidate::productNumber).containsExactly("a", "b", "c");
        assertThat(found.getFirst().parts()).containsOnly(entry("times bought", 2.0), entry("bought lately", 0.5));
        assertThat(found.getFirst().score()).isEqualTo(2.5);
    }

    @Test
    void relatedProductsAreNewToTheShopper() {
        index.add(List.of(visit(1, "a", 60), visit(1, "b", 59), visit(1, "c", 58), visit(1, "d", 57)), catalogue());
        History history = Shelf.withCart(viewed("a", "b"), Duration.ofHours(1), "c");

        List<Candidate> found = find(StrategyType.RELATED_TO_HISTORY, history);

        assertThat(found).extracting(Candidate::productNumber).containsExactly("d");
        assertThat(found.getFirst().becauseOf()).contains("a");
    }

    @Test
    void whatWasOnlyVisitedTogetherFollowsWhatWasBoughtTogether() {
        index.add(List.of(visit(1, "a", 60), visit(1, "e", 59), visit(2, "a", 50), visit(2, "e", 49),
                event(Shelf.shopper(3), EventType.PURCHASE, "a", Duration.ofMinutes(5)),
                event(Shelf.shopper(3), EventType.PURCHASE, "d", Duration.ofMinutes(5))), catalogue());

        List<Candidate> found = find(StrategyType.BOUGHT_TOGETHER,
                history(event(EventType.PURCHASE, "a", Duration.ofDays(1))));

        assertThat(found).extracting(Candidate::productNumber).containsExactly("d", "e");
        assertThat(found).extracting(Candidate::score).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(found.getFirst().parts()).containsOnlyKeys("baskets");
        assertThat(found.getLast().parts()).containsOnlyKeys("visits");
    }

    @Test
    void trendIsWhatDrawsMoreThanUsualNotWhatIsViewedMost() {
        products = products("daily", "faded", "hit", "once");
        List<Event> events = new ArrayList<>();
        for (int day = 60; day >= 0; day--) {
            for (int visit = 0; visit < 10; visit++) {
                events.add(event(Shelf.shopper(visit), EventType.VIEW, "daily", hours(day)));
                events.add(event(Shelf.shopper(visit), EventType.VIEW, "faded", hours(day + 5)));
            }
        }
        IntStream.range(0, 8).forEach(visit ->
                events.add(event(Shelf.shopper(20 + visit), EventType.VIEW, "hit", hours(0))));
        events.add(event(Shelf.shopper(30), EventType.VIEW, "once", hours(0)));
        index.add(events, catalogue());

        List<Candidate> found = find(StrategyType.TRENDING, History.EMPTY);

        assertThat(index.trending(NOW).getFirst().productNumber()).isEqualTo("daily");
        assertThat(found).extracting(Candidate::productNumber).startsWith("hit").doesNotContain("faded");
        assertThat(found.getFirst().parts()).containsOnlyKeys("attention lately", "usual attention");
        assertThat(found.getFirst().parts().values().stream().mapToDouble(part -> part).sum())
                .isCloseTo(found.getFirst().score(), within(1e-9));
    }

    @Test
    void newProductsComeByDateThenByFirstSightThenByNumber() {
        products = List.of(product("a"), product("b"), created("c", NOW.minusSeconds(9)), product("d"),
                created("e", NOW.minusSeconds(1)));
        index.add(List.of(visit(1, "b", 60), visit(1, "d", 59)), catalogue());

        assertThat(numbers(StrategyType.NEW_IN, History.EMPTY)).containsExactly("e", "c", "d", "b", "a");
    }

    @Test
    void offersAreWhatIsReducedNowMostFirst() {
        Product later = onSale("e", "1", "10", NOW.plusSeconds(60));
        products = List.of(product("a"), product("b").withPrices(new BigDecimal("9"), BigDecimal.TEN),
                product("c").withPrices(new BigDecimal("50"), new BigDecimal("100")),
                product("d").withPrices(new BigDecimal("12"), BigDecimal.TEN), later);

        List<Candidate> found = find(StrategyType.OFFERS, History.EMPTY);

        assertThat(found).extracting(Candidate::productNumber).containsExactly("c", "b");
        assertThat(found.getFirst().score()).isEqualTo(0.5);
        assertThat(Strategies.of(StrategyType.OFFERS).candidates(situation(History.EMPTY, NOW.plusSeconds(60), 0,
                PastOffers.NONE), List.of()).findFirst().orElseThrow().productNumber()).isEqualTo("e");
    }

    @Test
    void lotDrawsEveryProductOnceAndEachIsAsLikelyToBeFirst() {
        Map<String, Integer> firsts = new HashMap<>();
        for (long seed = 0; seed < 6_000; seed++) {
            List<String> drawn = drawn(seed);
            assertThat(drawn).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
            firsts.merge(drawn.getFirst(), 1, Integer::sum);
        }

        assertThat(drawn(1)).isEqualTo(drawn(1)).isNotEqualTo(drawn(2));
        assertThat(firsts.values()).allMatch(count -> count > 850 && count < 1_150);
    }

    @Test
    void priceDropComparesWithThePriceAtTheLastTouch() {
        Product fallen = product("a");
        Product sale = onSale("d", "8", "10", NOW.minus(Duration.ofHours(1)));
        products = List.of(fallen, product("b"), product("c"), sale, product("e"), product("f"));
        PastOffers offers = new PastOffers(Map.of("a", was("20", 1), "b", was("20", 3), "c", was("10.40", 1),
                "e", was("5", 1)));

        List<Candidate> found = Strategies.of(StrategyType.PRICE_DROP)
                .candidates(situation(touchedTwoHoursAgo(), NOW, 0, offers), List.of()).toList();

        assertThat(found).extracting(Candidate::productNumber).containsExactly("a", "d");
        assertThat(found.getFirst().parts()).containsOnly(entry("fall", 0.5));
        assertThat(found.getFirst().becauseOf()).containsExactly("a");
        assertThat(found.getLast().score()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void backInStockIsWhatWasSoldOutAtTheLastTouchOrLater() {
        products = List.of(product("a"), product("b"), product("c"), product("d").withInStock(false));
        PastOffers offers = new PastOffers(Map.of("a", soldOut(1), "b", soldOut(3),
                "c", List.of(soldOut(1).getFirst(), soldOut(0).getFirst()), "d", soldOut(1)));

        List<Candidate> found = Strategies.of(StrategyType.BACK_IN_STOCK)
                .candidates(situation(touchedTwoHoursAgo(), NOW, 0, offers), List.of()).toList();

        assertThat(found).extracting(Candidate::productNumber).containsExactly("c", "a");
    }

    @Test
    void shopperKnowsFiftyProductsAndEveryPurchase() {
        List<Event> views = IntStream.range(0, 60).mapToObj(i ->
                event(EventType.VIEW, "p" + i, Duration.ofMinutes(i + 1))).toList();
        History history = new History(views, List.of(event(EventType.PURCHASE, "p0", Duration.ofMinutes(30)),
                event(EventType.PURCHASE, "a", Duration.ofDays(30))), Optional.empty());

        Shopper shopper = Shopper.of(history, catalogue());

        assertThat(shopper.known()).hasSize(50).extracting("product").contains("p49").doesNotContain("p50", "a");
        assertThat(shopper.known().getFirst().kinds()).containsOnly(EventType.VIEW, EventType.PURCHASE);
        assertThat(shopper.purchases()).extracting(Shopper.Touch::product).containsExactly("p0", "a");
    }

    private static List<PastOffer> was(String price, int hoursAgo) {
        return List.of(new PastOffer(NOW.minus(Duration.ofHours(hoursAgo)),
                new Offer(new BigDecimal(price), null, null, null, true)));
    }

    private static List<PastOffer> soldOut(int hoursAgo) {
        return List.of(new PastOffer(NOW.minus(Duration.ofHours(hoursAgo)), Offer.of(product("x")).soldOut()));
    }

    private History touchedTwoHoursAgo() {
        return history(products.stream().map(product ->
                event(EventType.VIEW, product.productNumber(), Duration.ofHours(2))).toArray(Event[]::new));
    }

    private static Duration hours(int days) {
        return Duration.ofHours(24L * days + 12);
    }

    private static Event visit(int shopper, String product, int minutesAgo) {
        return event(Shelf.shopper(shopper), EventType.VIEW, product, Duration.ofMinutes(minutesAgo));
    }

    private static Product created(String number, Instant created) {
        return new Product(number, null, number, null, null, BigDecimal.TEN, null, null, null, null, null, null, true,
                null, null, null, null, null, null, created);
    }

    private static Product onSale(String number, String price, String old, Instant start) {
        return new Product(number, null, number, null, null, new BigDecimal(price), new BigDecimal(old), null, null,
                null, null, null, true, null, null, start, null, null, null, null);
    }

    private List<String> drawn(long seed) {
        return Strategies.of(StrategyType.RANDOM)
                .candidates(situation(History.EMPTY, NOW, seed, PastOffers.NONE), List.of())
                .map(Candidate::productNumber).toList();
    }

    private List<String> numbers(StrategyType type, History history) {
        return find(type, history).stream().map(Candidate::productNumber).toList();
    }

    @Test
    void productsWithoutBrandHaveNoBrandInCommon() {
        products = Stream.of("a", "b", "c").map(number -> product(number).withHierarchies(List.of(List.of("Tents"))))
                .map(product -> product.productNumber().equals("c") ? product.withBrand("Fjell") : product).toList();
        index.add(List.of(event(Shelf.shopper(1), EventType.VIEW, "b", Duration.ofHours(3)),
                event(Shelf.shopper(2), EventType.VIEW, "c", Duration.ofHours(2)),
                event(Shelf.shopper(3), EventType.VIEW, "c", Duration.ofHours(1))), catalogue());

        assertThat(Strategies.alternatives().candidates(situation(viewed("a"), NOW, 0, PastOffers.NONE), List.of()))
                .extracting(Candidate::productNumber).containsExactly("c", "b");
    }

    private List<Candidate> find(StrategyType type, History history) {
        return Strategies.of(type).candidates(situation(history, NOW, 0, PastOffers.NONE), List.of()).toList();
    }

    private Situation situation(History history, Instant now, long seed, PastOffers offers) {
        return new Situation(Shopper.of(history, catalogue()), catalogue(), index, now,
                NOW.minus(Duration.ofDays(90)), seed, List.of(), List.of(), offers,
                PickingParameters.DEFAULT);
    }

    private Catalogue catalogue() {
        return Shelf.catalogue(products);
    }
}
