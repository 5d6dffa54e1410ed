package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.feed.Feed;
import dev.inlay.server.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop that changes the format of its feed keeps its catalogue. */
@Timeout(60)
class FormatsOfACatalogueTest {
    @TempDir
    Path folder;

    private FeedShop store;
    private Feed feed;

    @BeforeEach
    void open() {
        store = new FeedShop(folder);
        feed = store.feed(null);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"eshop-outdoor, 101", "magento-luma, 118", "online-boutique, 9"})
    void anotherFormatChangesNoProduct(String catalogue, int products) throws IOException {
        run(catalogue + "/feeds/helloretail-products.json");
        List<List<Object>> before = facts(FormatsOfACatalogueTest::whatAllTell);

        for (String file : List.of("google-atom.xml", "google.tsv", "shopify-products.csv", "google-rss.xml")) {
            ObjectNode report = run(catalogue + "/feeds/" + file);

            assertThat(report.path("rows").intValue()).isEqualTo(products);
            assertThat(report.path("imported").intValue()).isEqualTo(products);
            assertThat(report.path("removed").intValue()).isZero();
            assertThat(facts(FormatsOfACatalogueTest::whatAllTell)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"eshop-outdoor", "magento-luma"})
    void wooCommerceOnlyChangesSaleStockAndPages(String catalogue) throws IOException {
        run(catalogue + "/feeds/google-rss.xml");
        List<List<Object>> before = facts(FormatsOfACatalogueTest::whatWooCommerceTells);

        ObjectNode report = run(catalogue + "/feeds/woocommerce-products.csv");

        assertThat(report.path("removed").intValue()).isZero();
        assertThat(report.path("showable").intValue()).isZero();
        assertThat(facts(FormatsOfACatalogueTest::whatWooCommerceTells)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            feeds-woocommerce/sample_tax_rates.csv | this is no product feed: columns 'id' and 'title' are missing
            bagisto/products.xlsx                  | ZIP and XLSX files are not supported: send XML, JSON or delimited
            """)
    void whatIsNoProductFeedChangesNothing(String file, String why) throws IOException {
        run("online-boutique/feeds/shopify-products.csv");
        List<Product> before = store.catalogue().products();

        ObjectNode report = run(file);

        assertThat(report.path("refused").textValue()).startsWith(why);
        assertThat(report.path("imported").intValue()).isZero();
        assertThat(store.catalogue().products()).isEqualTo(before);
    }

    @Test
    void numbersOfEachFormatComeBackInTheReport() throws IOException {
        ObjectNode report = store.upload(feed, "Handle,Title,Variant Price,Image Src\npot,Pot,1,https://a.example/1\n"
                + "pot,,,https://a.example/2\n", false);

        assertThat(report.path("rows").intValue()).isEqualTo(2);
        assertThat(report.path("imported").intValue()).isEqualTo(1);
        assertThat(report.path("showable").intValue()).isEqualTo(1);
        assertThat(report.path("warningCount").intValue()).isZero();
    }

    private ObjectNode run(String file) throws IOException {
        Path upload = Files.copy(Shared.path("data/catalogues/" + file), store.runs.newFile(),
                StandardCopyOption.REPLACE_EXISTING);
        return store.runs.run(store.website, feed, new FeedSource.Upload(upload), false);
    }

    private List<List<Object>> facts(Function<Product, Stream<Object>> told) {
        return store.catalogue().products().stream().map(product -> told.apply(product).toList())
                .collect(Collectors.toList());
    }

    private static Stream<Object> whatAllTell(Product product) {
        return Stream.concat(whatWooCommerceTells(product), Stream.of(product.price(), product.inStock(),
                product.priceAt(Feeds.NOW)));
    }

    private static Stream<Object> whatWooCommerceTells(Product product) {
        return Stream.of(product.productNumber(), product.title(), product.imgUrl(), product.description(),
                product.oldPrice() == null ? product.price() : product.oldPrice(), product.hierarchies().getFirst());
    }
}
