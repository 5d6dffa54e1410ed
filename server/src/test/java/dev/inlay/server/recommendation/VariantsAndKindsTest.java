package dev.inlay.server.recommendation;

import static dev.inlay.server.recommendation.Shelf.event;
import static dev.inlay.server.recommendation.Shelf.product;
import static dev.inlay.server.recommendation.Shelf.viewed;
import static dev.inlay.server.recommendation.strategy.StrategyType.BESTSELLERS;
import static dev.inlay.server.recommendation.strategy.StrategyType.FIXED_LIST;
import static dev.inlay.server.recommendation.strategy.StrategyType.FOR_YOU;
import static dev.inlay.server.recommendation.strategy.StrategyType.LAST_VIEWED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.index.SessionIndex;
import dev.inlay.server.recommendation.rule.ProductFilter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands side by side: one variant of a product, and few products of a kind. */
class VariantsAndKindsTest {
    private static final Diversity TWO = new Diversity(2, 2);

    private final Recommender recommender = new Recommender();
    private final SessionIndex index = new SessionIndex();
    private List<Product> products = List.of();

    @Test
    void bestsellerGivesWayToItsVariantThatWasTouchedLast() {
        products = List.of(shirt("red", 10), shirt("blue", 8), shirt("green", 9), product("tent"));
        sells("red", "tent");

        assertThat(pick(Rules.of(BESTSELLERS), viewed("green", "red"), 2)).containsExactly("green", "tent");
    }

    @Test
    void bestsellerGivesWayToItsCheapestVariantInStock() {
        products = List.of(shirt("red", 10), shirt("blue", 7).withInStock(false), shirt("green", 8),
                shirt("white", 9), product("tent"));
        sells("red", "tent");

        assertThat(pick(Rules.of(BESTSELLERS), History.EMPTY, 2)).containsExactly("green", "tent");
        assertThat(pick(Rules.of(BESTSELLERS).excluded("green"), History.EMPTY, 2)).containsExactly("white", "tent");
    }

    @Test
    void soldOutBestsellerIsShownInAnotherVariant() {
        products = List.of(shirt("red", 10).withInStock(false), shirt("blue", 12), product("tent"));
        sells("red", "tent");

        Recommendation answer = ask(Rules.of(BESTSELLERS).rules(), History.EMPTY, 2);

        assertThat(Shelf.numbers(answer.picks())).containsExactly("blue", "tent");
        assertThat(answer.dropped()).containsExactly(new Dropped("red", "inStock", ""));
    }

    @Test
    void namedProductsAndWhatTheShopperTouchedStayWhatTheyAre() {
        products = List.of(shirt("red", 10), shirt("blue", 8));

        assertThat(pick(Rules.of(FOR_YOU).pinned(false, "red"), History.EMPTY, 2)).containsExactly("red");
        assertThat(pick(Rules.of(FIXED_LIST).filter(Rules.numbers("red", "blue")), History.EMPTY, 2))
                .containsExactly("red");
        assertThat(pick(Rules.of(LAST_VIEWED), viewed("red"), 2)).containsExactly("red");
        assertThat(pick(Rules.of(FOR_YOU), viewed("red"), 2)).containsExactly("red");
    }

    @Test
    void variantThatGaveWayIsToldWithTheOneThatIsShown() {
        products = List.of(shirt("red", 10), shirt("blue", 8));
        sells("red");

        assertThat(ask(Rules.of(BESTSELLERS).rules(), History.EMPTY, 2).dropped())
                .containsExactly(new Dropped("red", "variant", "blue"));
    }

    @Test
    void thirdOfACategoryComesAfterProductsOfOthers() {
        products = List.of(of("t1", "Tents", "A"), of("t2", "Tents", "B"), of("t3", "Tents", "C"),
                of("s1", "Stoves", "D"), of("s2", "Stoves", "E"), product("lamp"));
        sells("t1", "t2", "t3", "s1");

        assertThat(diverse(Rules.of(BESTSELLERS), History.EMPTY, 3)).containsExactly("t1", "t2", "s1");
        assertThat(diverse(Rules.of(BESTSELLERS), History.EMPTY, 6))
                .containsExactly("t1", "t2", "s1", "lamp", "s2", "t3");
    }

    @Test
    void filterThatLeavesOneCategoryForcesMoreOfIt() {
        products = List.of(of("t1", "Tents", "A"), of("t2", "Tents", "B"), of("t3", "Tents", "C"),
                of("s1", "Stoves", "D"));
        sells("t3", "t2", "t1", "s1");

        assertThat(diverse(Rules.of(BESTSELLERS).filter(Rules.category("Tents")), History.EMPTY, 3))
                .containsExactly("t3", "t2", "t1");
    }

    @Test
    void inAShopOfOneBrandCategoriesStayApart() {
        products = List.of(of("t1", "Tents", "A"), of("t2", "Tents", "A"), of("t3", "Tents", "A"),
                of("s1", "Stoves", "A"), of("s2", "Stoves", "A"), of("s3", "Stoves", "A"));
        sells("t1", "t2", "t3", "s1", "s2", "s3");

        assertThat(diverse(Rules.of(BESTSELLERS), History.EMPTY, 5)).containsExactly("t1", "t2", "s1", "s2", "t3");
    }

    @Test
    void whatTheShopperTouchedIsShownAnywayAndCountsForOthers() {
        products = List.of(of("t1", "Tents", "A"), of("t2", "Tents", "B"), of("t3", "Tents", "C"),
                of("t4", "Tents", "D"), of("s1", "Stoves", "E"));
        sells("t4", "s1");

        assertThat(diverse(Rules.of(FOR_YOU), viewed("t1", "t2", "t3"), 5))
                .containsExactly("t1", "t2", "t3", "s1", "t4");
    }

    @Test
    void productsThatAreTooManyAreToldSo() {
        products = List.of(of("t1", "Tents", "A"), of("t2", "Tents", "B"), of("t3", "Tents", "C"),
                of("s1", "Stoves", "A"), of("l1", "Lamps", "A"), of("r1", "Ropes", "D"));
        sells("t1", "s1", "t2", "l1", "t3", "r1");

        assertThat(ask(Rules.of(BESTSELLERS).rules(TWO), History.EMPTY, 4).dropped())
                .containsExactly(new Dropped("l1", "brand", "A"), new Dropped("t3", "category", "Tents"));
    }

    @Test
    void chainThatMayNotBeFilledTakesWhatIsTooMany() {
        products = List.of(of("t1", "Tents", "A"), of("t2", "Tents", "B"), of("t3", "Tents", "C"),
                of("s1", "Stoves", "D"));
        sells("t1", "t2", "t3");

        assertThat(diverse(Rules.of(BESTSELLERS).withoutFill(), History.EMPTY, 4)).containsExactly("t1", "t2", "t3");
    }

    @Test
    void bestsellersOfANarrowFilterAreFoundBehindAnyNumberOfOthers() {
        List<Product> shop = new ArrayList<>();
        IntStream.range(0, Slate.LOOKED_AT + 500).forEach(i -> shop.add(product("p" + i)));
        shop.addAll(List.of(of("x1", "Tents", "Rare"), of("x2", "Tents", "Rare"), of("x3", "Tents", "Rare")));
        products = shop;
        sells(IntStream.range(0, Slate.LOOKED_AT + 500).mapToObj(i -> "p" + i).toArray(String[]::new));
        sells("x3", "x1");

        Recommendation answer = ask(Rules.of(BESTSELLERS).filter(brand("Rare")).rules(), History.EMPTY, 4);

        assertThat(Shelf.numbers(answer.picks())).containsExactly("x3", "x1", "x2");
    }

    @Test
    void saleThatEndsTakesItsProductOutOfTheFilter() {
        Product sale = new Product("sale", null, "Sale", "https://shop.example/sale", "https://img.example/sale",
                BigDecimal.ONE, BigDecimal.TEN, null, null, null, null, null, true, null, null, null,
                Shelf.NOW.plus(Duration.ofHours(1)), null, null, null);
        products = List.of(sale, product("tent"));
        PickRules cheap = Rules.of(BESTSELLERS).filter(upTo(BigDecimal.TWO)).rules();
        Question now = question(cheap, History.EMPTY, 2);
        Question later = new Question(cheap, History.EMPTY, now.catalogue(), index,
                Shelf.NOW.plus(Duration.ofHours(1)), 2, 0, List.of());

        assertThat(Shelf.numbers(recommender.pick(now).picks())).containsExactly("sale");
        assertThat(recommender.pick(later).picks()).isEmpty();
        assertThat(Shelf.numbers(recommender.pick(now).picks())).containsExactly("sale");
    }

    private List<String> pick(Rules rules, History history, int count) {
        return Shelf.numbers(ask(rules.rules(), history, count).picks());
    }

    private List<String> diverse(Rules rules, History history, int count) {
        return Shelf.numbers(ask(rules.rules(TWO), history, count).picks());
    }

    private Recommendation ask(PickRules rules, History history, int count) {
        return recommender.pick(question(rules, history, count));
    }

    private Question question(PickRules rules, History history, int count) {
        return new Question(rules, history, Shelf.catalogue(products), index, Shelf.NOW, count, 0, List.of());
    }

    /** The first of {@code numbers} sells best. */
    private void sells(String... numbers) {
        index.add(IntStream.range(0, numbers.length).mapToObj(i ->
                event(Shelf.shopper(i), EventType.PURCHASE, numbers[i], Duration.ofMinutes(i + 1))).toList(),
                Shelf.catalogue(products));
    }

    private static Product shirt(String number, int price) {
        return product(number).withItemGroupId("shirt").withPrices(BigDecimal.valueOf(price), null);
    }

    private static Product of(String number, String category, String brand) {
        return product(number).withHierarchies(List.of(List.of(category))).withBrand(brand);
    }

    private static ProductFilter brand(String name) {
        return new ProductFilter(List.of(name), List.of(), Optional.empty(), Optional.empty(), 0, List.of(), Map.of());
    }

    private static ProductFilter upTo(BigDecimal price) {
        return new ProductFilter(List.of(), List.of(), Optional.empty(), Optional.of(price), 0, List.of(), Map.of());
    }
}
