package dev.inlay.server.console.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Product;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookAlikesTest {
    private static final Product BOOTS = new Product("W-1042", List.of("W-1042-41"), "Boots",
            "https://shop.example/boots/wanderer", null, BigDecimal.TEN, null, null, null, null, null, null, true,
            "4006381333931", "G-7", null, null, Map.of("sku", "SKU 00881"), null, null);
    private static final Product SOCKS = Product.of("77", "Socks", "https://shop.example/77", null, BigDecimal.ONE);

    @Test
    void anotherSpellingOfTheNumberLooksAlike() {
        assertThat(whyNumber("w 1042")).containsExactly("the number sent looks like its product number");
        assertThat(whyNumber("#77")).containsExactly("the number sent looks like its product number");
        assertThat(whyNumber("0077")).containsExactly("the number sent looks like its product number");
    }

    @Test
    void otherIdsOfAProductLookAlike() {
        assertThat(whyNumber("881")).isEmpty();
        assertThat(whyNumber("sku-00881")).containsExactly("the number sent looks like its sku");
        assertThat(whyNumber("g7")).containsExactly("the number sent looks like its itemGroupId");
        assertThat(whyNumber("4006381333931")).containsExactly("the number sent looks like its ean");
    }

    @Test
    void aVariantLooksLikeItsParent() {
        assertThat(whyNumber("W-1042-RED"))
                .containsExactly("the beginning of the number sent looks like its product number");
        assertThat(whyNumber("77-RED")).isEmpty();
    }

    @Test
    void theEndOfAUrlLooksLikeThatOfAnother() {
        assertThat(why(ProductReference.ofUrl("https://m.shop.example/en/Wanderer/?ref=1#top")))
                .containsExactly("the end of the URL sent looks like the end of its URL");
        assertThat(why(ProductReference.ofUrl("https://shop.example/p/77")))
                .containsExactly("the end of the URL sent looks like its product number");
    }

    @Test
    void atMostThreeProductsAreNamed() {
        List<Product> variants = List.of("a-1", "A1", "a.1", "a_1", "a 1").stream()
                .map(number -> Product.of(number, "Variant", null, null, null)).toList();
        ProductReference sent = ProductReference.ofNumber("a1");

        assertThat(new LookAlikes(List.of(sent), variants).of(sent)).hasSize(3);
    }

    @Test
    void nothingLooksLikePunctuation() {
        assertThat(whyNumber("---")).isEmpty();
        assertThat(why(ProductReference.ofUrl("https://shop.example/"))).isEmpty();
    }

    private static List<String> whyNumber(String number) {
        return why(ProductReference.ofNumber(number));
    }

    private static List<String> why(ProductReference sent) {
        return new LookAlikes(List.of(sent), List.of(BOOTS, SOCKS)).of(sent).stream()
                .map(LookAlikes.Hint::why).toList();
    }
}
