package dev.inlay.db.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.activity.ProductReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogueTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Product STOVE = product("stove", "https://www.shop.example/stove/");
    private static final Product TENT = product("tent", "https://shop.example/view?id=2");
    private static final Product LAMP = product("lamp", "https://shop.example/view?id=3");
    private static final Product ROPE = alias(product("rope", "https://shop.example/rope"), "4006381333931", "mpn-1");
    private static final Catalogue CATALOGUE = Catalogue.of(List.of(STOVE, TENT, LAMP, ROPE), Map.of());

    @Test
    void productIsMatchedByNumberFirst() {
        assertEquals(Optional.of(STOVE), CATALOGUE.match(
                new ProductReference(Optional.of("stove"), Optional.of("https://shop.example/view?id=2"))));
    }

    @Test
    void productIsMatchedByItsExactUrl() {
        assertEquals(Optional.of(TENT), CATALOGUE.match(ProductReference.ofUrl("https://shop.example/view?id=2")));
        assertEquals(Optional.of(LAMP), CATALOGUE.match(
                new ProductReference(Optional.of("unknown"), Optional.of("https://shop.example/view?id=3"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://shop.example/stove", "http://www.SHOP.example/stove/?utm=1#top",
            "https://www.shop.example/stove#x", "shop.example/stove", "//shop.example/stove"})
    void productIsMatchedByItsBareUrl(String url) {
        assertEquals(Optional.of(STOVE), CATALOGUE.match(ProductReference.ofUrl(url)));
    }

    @Test
    void severalHitsAreNoHit() {
        assertEquals(Optional.empty(), CATALOGUE.match(ProductReference.ofUrl("https://shop.example/view")));
    }

    @Test
    void whatFitsSeveralProductsIsToldApartFromWhatFitsNone() {
        Catalogue twins = Catalogue.of(List.of(ROPE, alias(product("cord", "https://shop.example/cord"),
                "4006381333931", "mpn-2")), Map.of());

        assertTrue(twins.fitsSeveral(ProductReference.ofNumber("4006381333931")));
        assertTrue(CATALOGUE.fitsSeveral(ProductReference.ofUrl("https://shop.example/view")));
        assertFalse(twins.fitsSeveral(ProductReference.ofNumber("mpn-2")));
        assertFalse(twins.fitsSeveral(ProductReference.ofNumber("unknown")));
        assertFalse(CATALOGUE.fitsSeveral(
                new ProductReference(Optional.of("stove"), Optional.of("https://shop.example/view"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"variant-1", "4006381333931", "mpn-1", "id-1"})
    void productIsMatchedByItsAliases(String alias) {
        assertEquals(Optional.of(ROPE), CATALOGUE.match(ProductReference.ofNumber(alias)));
    }

    @Test
    void pathIsCaseSensitive() {
        assertEquals(Optional.empty(), CATALOGUE.match(ProductReference.ofUrl("https://shop.example/STOVE")));
    }

    @Test
    void nextSnapshotDiffersOnlyInWhatChanged() {
        Product cheaper = STOVE.withPrices(BigDecimal.ONE, BigDecimal.TEN);
        Catalogue next = CATALOGUE.with(Map.of("stove", Optional.of(cheaper), "tent", Optional.empty()));

        assertEquals(List.of(LAMP, ROPE, cheaper), next.products());
        assertEquals(Optional.of(cheaper), next.match(ProductReference.ofUrl("https://shop.example/stove")));
        assertEquals(Optional.empty(), next.find("tent"));
        assertEquals(Optional.of(LAMP), next.match(ProductReference.ofUrl("https://shop.example/view")));
        assertEquals(List.of(LAMP, ROPE, STOVE, TENT), CATALOGUE.products());
    }

    @Test
    void variantsShareTheirGroup() {
        Product red = product("red", "https://shop.example/red").withItemGroupId("g");
        Product blue = product("blue", "https://shop.example/blue").withItemGroupId("g");
        Catalogue catalogue = Catalogue.of(List.of(red, blue, STOVE.withItemGroupId(" "), TENT.withItemGroupId(" ")),
                Map.of());

        assertEquals(List.of(blue, red), catalogue.variants(red));
        assertEquals(List.of(STOVE), CATALOGUE.variants(STOVE));
        assertEquals(1, catalogue.variants(catalogue.find("stove").orElseThrow()).size());
    }

    @Test
    void variantsAreNamedByOneOfThem() {
        Product variant = product("variant-1", "https://shop.example/other");

        Catalogue catalogue = CATALOGUE.with(Map.of("variant-1", Optional.of(variant)));

        assertEquals(List.of(ROPE, variant), catalogue.variants(ROPE));
        assertEquals(List.of(ROPE, variant), catalogue.variants(variant));
        assertEquals(List.of(ROPE), CATALOGUE.variants(ROPE));
    }

    @Test
    void whatHasOneTitleOnOnePageIsOneProductUnlessItSaysOtherwise() {
        Product small = product("1", "https://shop.example/shirt?size=s", "Shirt");
        Product large = product("2", "http://www.shop.example/shirt/?size=l", "Shirt");
        Product other = product("3", "https://shop.example/shirt?size=m", "Other");
        Product grouped = product("4", "https://shop.example/shirt?size=x", "Shirt").withItemGroupId("g");
        Catalogue catalogue = Catalogue.of(List.of(small, large, other, grouped), Map.of());

        assertEquals(List.of(small, large), catalogue.variants(large));
        assertEquals(List.of(other), catalogue.variants(other));
        assertEquals(List.of(grouped), catalogue.variants(grouped));
    }

    @Test
    void manyChangesInARowAddUp() {
        Catalogue catalogue = CATALOGUE;
        for (int number = 0; number < 1_200; number++) {
            Product product = product("p" + number % 700, "https://shop.example/p" + number % 700);
            catalogue = catalogue.with(Map.of(product.productNumber(),
                    number % 3 == 0 ? Optional.empty() : Optional.of(product)));
        }

        Map<String, Product> expected = new HashMap<>();
        IntStream.range(0, 1_200).forEach(number -> {
            String key = "p" + number % 700;
            if (number % 3 == 0) {
                expected.remove(key);
            } else {
                expected.put(key, product(key, "https://shop.example/" + key));
            }
        });
        assertEquals(expected.size() + 4, catalogue.products().size());
        for (Product product : expected.values()) {
            assertEquals(Optional.of(product), catalogue.find(product.productNumber()));
            assertEquals(Optional.of(product), catalogue.match(ProductReference.ofUrl(product.url())));
        }
    }

    @Test
    void productIsShowableWithTitleUrlPriceAndPhoto() {
        Map<String, Photo> photos = Map.of(STOVE.imgUrl(), new Photo(STOVE.imgUrl(), Photo.State.READY, "hash", ""));
        Catalogue catalogue = Catalogue.of(List.of(STOVE), photos);

        assertTrue(catalogue.isShowable(STOVE, NOW));
        assertFalse(catalogue.isShowable(STOVE.withPrices(null, null), NOW));
        assertFalse(catalogue.isShowable(TENT, NOW));
        assertFalse(catalogue.isShowable(product("stove", " "), NOW));
    }

    private static Product product(String number, String url) {
        return product(number, url, "Title");
    }

    private static Product product(String number, String url, String title) {
        return Product.of(number, title, url, "https://shop.example/" + number + ".jpg", new BigDecimal("9.99"));
    }

    private static Product alias(Product product, String ean, String mpn) {
        return new Product(product.productNumber(), List.of("variant-1"), product.title(), product.url(),
                product.imgUrl(), product.price(), null, null, null, null, null, null, true, ean, null, null, null,
                Map.of("mpn", mpn, "id", "id-1"), null, null);
    }
}
