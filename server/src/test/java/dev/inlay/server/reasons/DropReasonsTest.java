package dev.inlay.server.reasons;

import static dev.inlay.db.activity.EventType.PURCHASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropReasonsTest {
    private final Told told = new Told().with(Told.product("tent").withBrand("Acme").withItemGroupId("T")
            .withHierarchies(List.of(List.of("Camping", "Tents")))
            .withPrices(new BigDecimal("90.00"), new BigDecimal("100.00")));

    @ParameterizedTest
    @CsvSource({"excluded, Excluded by this campaign", "duplicate, Shown already", "inStock, Sold out",
            "filter, Not within the filter", "filter.brand, Brand Acme is not in the filter",
            "filter.category, Category Camping > Tents is not in the filter",
            "filter.price, Price 90.00 is outside the filter",
            "filter.discount, 'Reduced by 10 %, less than the filter asks for'",
            "filter.attribute, Without the attributes that the filter asks for",
            "filter.list, Not on the list of the filter", "bought, Bought lately",
            "variant, A variant of a product that is shown", "category, Enough of Camping > Tents is shown",
            "brand, Enough of Acme is shown", "showable, Could not be shown", "phase_of_moon, Phase of moon"})
    void everyRuleHasItsSentence(String rule, String sentence) {
        assertEquals(sentence, why("tent", rule));
        assertThat(DropReasons.heading(rule)).matches("[A-Z].*[^.]").doesNotContain("_");
    }

    @Test
    void whatTheProductDoesNotHaveIsNotMadeUp() {
        assertEquals("Brand (none) is not in the filter", why("stove", "filter.brand"));
        assertEquals("Price (none) is outside the filter", why("gone", "filter.price"));
    }

    @Test
    void whatWasBoughtTellsWhenAlsoOfAnotherVariant() {
        told.with(Told.product("stove").withItemGroupId("T")).did(PURCHASE, "tent", Duration.ofDays(12));

        assertEquals("Bought 12 days ago, on 14 November", why("tent", "bought"));
        assertEquals("Its variant Tent was bought 12 days ago, on 14 November", why("stove", "bought"));
    }

    @Test
    void variantThatSharesOnlyThePageTellsWhichOneWasBought() {
        told.with(Product.of("lamp-2", "Lamp", "https://shop.example/lamp?size=2", "https://img.example/lamp-2",
                BigDecimal.ONE)).did(PURCHASE, "lamp", Duration.ofDays(12));

        assertEquals("Its variant Lamp was bought 12 days ago, on 14 November", why("lamp-2", "bought"));
    }

    @Test
    void aVariantTellsOfWhich() {
        told.with(Told.product("stove").withItemGroupId("T"));

        assertEquals("A variant of Tent, which is shown", why("stove", "variant"));
        assertEquals("A variant of Lamp, which is shown",
                new DropReasons(told.scene(), List.of("tent")).of("stove", "variant", "lamp"));
    }

    @Test
    void whatCannotBeShownTellsWhatIsMissing() {
        told.with(Product.of("stove", " ", null, null, null))
                .with(Product.of("lamp", "Lamp", "https://shop.example/lamp", "https://img.example/lamp",
                        BigDecimal.ONE));

        assertEquals("No longer in the catalogue", why("gone", "showable"));
        assertEquals("No title, no page, no price, no photo", why("stove", "showable"));
        assertEquals("The photo is not loaded yet", why("lamp", "showable", photo(Photo.State.PENDING)));
        assertEquals("The photo could not be loaded", why("lamp", "showable", photo(Photo.State.FAILED)));
    }

    private static Photo photo(Photo.State state) {
        return new Photo("https://img.example/lamp", state, "", "");
    }

    private String why(String product, String rule, Photo... photos) {
        return new DropReasons(told.scene(photos), rule.equals("variant") && product.equals("tent")
                ? List.of() : List.of("lamp", "tent")).of(product, rule, "");
    }
}
