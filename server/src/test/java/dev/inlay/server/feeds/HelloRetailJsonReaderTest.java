package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlay.db.catalogue.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelloRetailJsonReaderTest {
    @Test
    void urlIsTheNumberWhereThereIsNone() throws IOException {
        assertThat(Feeds.read("{\"items\":[{\"url\":\"https://shop.example/a\",\"title\":\"A\"}]}").products())
                .containsOnlyKeys("https://shop.example/a");
    }

    @Test
    void olderNamesAndTextsAreUnderstood() throws IOException {
        Product product = Feeds.read("""
                [{"productNumber":7,"price":"1.234,50 €","previousPrice":"1500","instock":"false","ean":"","title":"A &amp; B"}]""")
                .only();

        assertThat(product.productNumber()).isEqualTo("7");
        assertThat(product.price()).isEqualTo(new BigDecimal("1234.5"));
        assertThat(product.oldPrice()).isEqualTo(new BigDecimal("1500"));
        assertThat(product.inStock()).isFalse();
        assertThat(product.title()).isEqualTo("A & B");
    }

    @Test
    void oldPriceThatIsNotHigherIsNone() throws IOException {
        assertThat(Feeds.read("[{\"productNumber\":\"1\",\"price\":10,\"oldPrice\":10.00}]").only().oldPrice()).isNull();
    }

    @Test
    void ownFieldsAreKept() throws IOException {
        Product product = Feeds.read("""
                [{"productNumber":"1","margin":0.3,"tags":["a","b"],"attributes":{"color":"red"},"extraData":{"id":5},
                "deep":{"x":{"y":1}},"variants":[{"productNumber":"1-R"}]}]""").only();

        assertThat(product.extraData()).isEqualTo(Map.of("margin", "0.3", "color", "red", "id", "5"));
        assertThat(product.extraDataList()).isEqualTo(Map.of("tags", List.of("a", "b")));
        assertThat(product.variantProductNumbers()).isEqualTo(List.of("1-R"));
    }

    @Test
    void brokenItemCostsOnlyItself() throws IOException {
        Feeds.Result result = Feeds.read("{\"items\":[5,{\"title\":\"A\"},{\"productNumber\":\"1\",\"title\":3,\"price\":1e999999}]}");

        assertThat(result.products()).containsOnlyKeys("1");
        assertThat(result.warnings()).hasSizeGreaterThanOrEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"items":[{"productNumber":"1"},  | the feed is no sound JSON: line 1
            {"items":[{"productNumber":"1"}]  | the feed is no sound JSON: line 1
            {"success":false}                 | the JSON holds no list 'items'
            {"items":[{"orderNumber":"1","products":[]}]} | this is an order feed, not a product feed
            {"items":[{"a":{x}}]}             | the feed is no sound JSON: line 1
            """)
    void whatIsNoFeedIsRefused(String text, String why) {
        assertThatThrownBy(() -> Feeds.read(text)).isInstanceOf(FeedRefusedException.class).hasMessageContaining(why);
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> Feeds.read("{\"items\":[" + "[".repeat(100_000))).isInstanceOf(FeedRefusedException.class);
    }
}
