package dev.inlay.server.recommendation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule alone: what keeps it, what breaks it, and what lies between. */
class RuleTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Product TENT = product("tent");
    private static final Product STOVE = product("stove");

    @Test
    void excludedProductsBreakTheirRule() {
        Excluded rule = new Excluded(Set.of("tent", "gone"));

        assertBroken(rule, TENT, "excluded", "");
        assertKept(rule, STOVE);
        assertKept(new Excluded(Set.of()), TENT);
    }

    @Test
    void whatIsChosenIsADuplicate() {
        Chosen chosen = chosen(TENT);
        chosen.addGone("stove");

        assertBroken(new Duplicate(chosen), TENT, "duplicate", "");
        assertBroken(new Duplicate(chosen), STOVE, "duplicate", "");
        assertKept(new Duplicate(chosen), product("lamp"));
    }

    @Test
    void showableTakesTitleUrlPriceAndPhoto() {
        Catalogue catalogue = catalogue(TENT);
        Showable rule = new Showable(catalogue, NOW);

        assertKept(rule, TENT);
        assertBroken(rule, Product.of("1", " ", "https://shop.example/1", photo("tent"), BigDecimal.ONE), "showable",
                "title");
        assertBroken(rule, Product.of("1", "One", null, photo("tent"), BigDecimal.ONE), "showable", "url");
        assertBroken(rule, TENT.withPrices(null, null), "showable", "price");
        assertBroken(rule, STOVE, "showable", "photo");
    }

    @Test
    void soldOutProductsAreNotInStock() {
        assertKept(new InStock(), TENT);
        assertBroken(new InStock(), TENT.withInStock(false), "inStock", "");
        assertKept(new InStock(), TENT.withInStock(false).withInStock(true));
    }

    @Test
    void boughtProductsAreToldWithTheTimeAndTakeTheirVariantsAlong() {
        Product red = TENT.withItemGroupId("g");
        Product blue = STOVE.withItemGroupId("g");
        VariantGroups groups = groups(red, blue, product("lamp"));
        Bought rule = new Bought(Map.of(groups.nameOf(red), NOW.minus(HOUR)), groups);

        assertBroken(rule, red, "bought", "2026-11-20T09:00:00Z");
        assertBroken(rule, blue, "bought", "2026-11-20T09:00:00Z");
        assertKept(rule, product("lamp"));
        assertKept(new Bought(Map.of(), groups), red);
    }

    @Test
    void variantsOfAPickAreToldWithIt() {
        Product red = TENT.withItemGroupId("g");
        Product blue = STOVE.withItemGroupId("g");
        Variant rule = new Variant(chosen(red, blue, product("lamp")));

        assertBroken(new Variant(chosen(red)), red, "variant", "tent");
        assertBroken(rule, blue, "variant", "tent");
        assertKept(rule, product("rope"));
    }

    @Test
    void oneMoreOfACategoryThanAllowedIsTooMany() {
        Product tent = TENT.withHierarchies(List.of(List.of("Camping", "Tents"), List.of("Sale")));
        Product other = product("other").withHierarchies(List.of(List.of("camping ", "tents")));
        Product stove = STOVE.withHierarchies(List.of(List.of("Camping"), List.of("Camping", "Tents")));

        assertKept(new FewOfCategory(chosen(tent), 2), other);
        assertBroken(new FewOfCategory(chosen(tent), 1), other, "category", "camping > tents");
        assertKept(new FewOfCategory(chosen(tent), 1), stove);
        assertKept(new FewOfCategory(chosen(TENT), 1), STOVE);
    }

    @Test
    void oneMoreOfABrandThanAllowedIsTooMany() {
        assertKept(new FewOfBrand(chosen(TENT.withBrand("Fjell")), 2), STOVE.withBrand("Fjell"));
        assertBroken(new FewOfBrand(chosen(TENT.withBrand("Fjell")), 1), STOVE.withBrand(" FJELL"), "brand", "FJELL");
        assertKept(new FewOfBrand(chosen(TENT.withBrand("Fjell")), 1), STOVE.withBrand("Bris"));
        assertKept(new FewOfBrand(chosen(TENT.withBrand(" ")), 1), STOVE.withBrand(""));
    }

    @Test
    void filterTakesListedProducts() {
        ListFilter rule = new ListFilter(List.of("tent", "tent", "lamp"));

        assertKept(rule, TENT);
        assertBroken(rule, STOVE, "filter.list", "");
        assertBroken(rule, product("Tent"), "filter.list", "");
    }

    @Test
    void filterTakesBrandsInAnyCase() {
        BrandFilter rule = new BrandFilter(List.of("fjell", "Bris"));

        assertKept(rule, TENT.withBrand(" FJELL "));
        assertBroken(rule, TENT.withBrand("Vidde"), "filter.brand", "Vidde");
        assertBroken(rule, TENT, "filter.brand", "");
    }

    @Test
    void filterTakesCategoriesWithTheirSubtree() {
        CategoryFilter rule = new CategoryFilter(List.of(List.of("Shoes", "Sneakers")));

        assertKept(rule, TENT.withHierarchies(List.of(List.of("Sale"), List.of("shoes", "sneakers", "High"))));
        assertBroken(rule, TENT.withHierarchies(List.of(List.of("Shoes"))), "filter.category", "Shoes");
        assertBroken(rule, TENT, "filter.category", "");
    }

    @Test
    void filterTakesPricesFromTheFirstToTheLast() {
        PriceFilter rule = new PriceFilter(Optional.of(new BigDecimal("10.00")), Optional.of(BigDecimal.valueOf(20)),
                NOW);

        assertKept(rule, TENT.withPrices(BigDecimal.TEN, null));
        assertKept(rule, TENT.withPrices(new BigDecimal("20.000"), null));
        assertBroken(rule, TENT.withPrices(new BigDecimal("20.01"), null), "filter.price", "20.01");
        assertBroken(rule, TENT.withPrices(null, null), "filter.price", "");
    }

    @Test
    void filterTakesWhatIsReducedNowOnly() {
        DiscountFilter rule = new DiscountFilter(20, NOW);

        assertKept(rule, TENT.withPrices(BigDecimal.valueOf(8), BigDecimal.TEN));
        assertBroken(rule, TENT.withPrices(BigDecimal.valueOf(9), BigDecimal.TEN), "filter.discount", "10");
        assertBroken(rule, sale(NOW, NOW), "filter.discount", "0");
        assertKept(rule, sale(NOW, NOW.plus(HOUR)));
    }

    @Test
    void filterTakesAttributesOfOneOrSeveralValues() {
        AttributeFilter rule = new AttributeFilter("colour", List.of("RED", "blue"));

        assertKept(rule, coloured(Map.of("colour", "red"), Map.of()));
        assertKept(rule, coloured(Map.of("colour", "green"), Map.of("colour", List.of("white", "Blue"))));
        assertBroken(rule, coloured(Map.of("fit", "red"), Map.of()), "filter.attribute", "colour");
    }

    @Test
    void conditionsThatAreNotGivenAreNoRules() {
        assertThat(Filters.of(ProductFilter.NONE, NOW)).isEmpty();
        assertThat(Filters.of(ProductFilter.all(List.of(brand("Fjell"), brand("Bris"))), NOW)).hasSize(2);
        assertThat(Rule.firstBroken(Filters.of(ProductFilter.all(List.of(brand("Fjell"), brand("Bris"))), NOW),
                TENT.withBrand("Bris"))).contains(new Broken("filter.brand", "Bris"));
    }

    private static ProductFilter brand(String name) {
        return new ProductFilter(List.of(name), List.of(), Optional.empty(), Optional.empty(), 0, List.of(), Map.of());
    }

    private static void assertKept(Rule rule, Product product) {
        assertThat(rule.brokenBy(product)).isEmpty();
    }

    private static void assertBroken(Rule rule, Product product, String name, String detail) {
        assertThat(rule.brokenBy(product)).contains(new Broken(name, detail));
    }

    /** The first of {@code products} is chosen; all are in the catalogue. */
    private static Chosen chosen(Product... products) {
        Chosen chosen = new Chosen(groups(products));
        chosen.add(products[0]);
        return chosen;
    }

    private static VariantGroups groups(Product... products) {
        return new VariantGroups(catalogue(products), List.of(), NOW);
    }

    private static Catalogue catalogue(Product... products) {
        Map<String, Photo> photos = new HashMap<>();
        Arrays.stream(products).forEach(product -> photos.put(product.imgUrl(),
                new Photo(product.imgUrl(), Photo.State.READY, "0", "")));
        return Catalogue.of(List.of(products), photos);
    }

    private static Product product(String number) {
        return Product.of(number, "The " + number, "https://shop.example/" + number, photo(number), BigDecimal.TEN);
    }

    private static String photo(String number) {
        return "https://img.example/" + number;
    }

    private static Product sale(Instant start, Instant end) {
        return new Product("sale", null, "Sale", "https://shop.example/sale", photo("sale"), BigDecimal.ONE,
                BigDecimal.TEN, null, null, null, null, null, true, null, null, start, end, null, null, null);
    }

    private static Product coloured(Map<String, String> one, Map<String, List<String>> several) {
        return new Product("tent", null, "Tent", "https://shop.example/tent", photo("tent"), BigDecimal.TEN, null, null,
                null, null, null, null, true, null, null, null, null, one, several, null);
    }
}
