package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.catalogue.Product;
import dev.inlay.server.Shared;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real feeds of real shops, with what was measured on them. */
class SharedCataloguesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-celebird-template-rss.xml                   |   2 |   2 |   2 |  0
            en-415-items-used.xml                          | 415 | 415 | 415 |  0
            ar-kuwait-kwd-3-decimals.xml                   |   1 |   1 |   1 |  0
            bg-cyrillic-one-line.xml                       |   2 |   2 |   2 |  0
            ru-no-namespace-dollar-prices-variants-120.xml | 120 | 120 | 120 |  0
            broken-no-price-no-image-namespaces-attr.xml   |  25 |  25 |   0 |  0
            de-siroop-empty-elements-extra-namespace.xml   |   1 |   1 |   1 |  0
            sv-prisjakt-attempt-01.xml                     |   9 |   9 |   2 |  5
            sv-prisjakt-attempt-10.xml                     |  11 |  11 |   7 |  9
            sv-prisjakt-attempt-22.xml                     |  26 |  26 |  25 | 12
            sv-prisjakt-attempt-38.xml                     |  21 |  21 |  18 | 17
            """)
    void feedOfAShopIsRead(String file, int rows, int imported, int showable, int onSale) throws IOException {
        Feeds.Result result = Feeds.read(Shared.path("data/catalogues/feeds-gmc/" + file));

        assertThat(result.rows()).isEqualTo(rows);
        assertThat(result.products()).hasSize(imported);
        assertThat(result.showable()).isEqualTo(showable);
        assertThat(result.count(SharedCataloguesTest::isOnSale)).isEqualTo(onSale);
    }

    @ParameterizedTest
    @CsvSource({"eshop-outdoor, 101, 20, 7", "magento-luma, 118, 24, 8", "online-boutique, 9, 2, 1"})
    void allFormatsOfACatalogueGiveTheSameProducts(String catalogue, int rows, int onSale, int soldOut) throws IOException {
        Feeds.Result rss = Feeds.read(Shared.path("data/catalogues/" + catalogue + "/feeds/google-rss.xml"));
        Feeds.Result tsv = Feeds.read(Shared.path("data/catalogues/" + catalogue + "/feeds/google.tsv"));
        Feeds.Result json = Feeds.read(Shared.path("data/catalogues/" + catalogue + "/feeds/helloretail-products.json"));

        assertThat(rss.rows()).isEqualTo(rows);
        assertThat(rss.count(SharedCataloguesTest::isOnSale)).isEqualTo(onSale);
        assertThat(rss.count(product -> !product.inStock())).isEqualTo(soldOut);
        assertThat(tsv.products()).isEqualTo(rss.products());
        assertThat(json.products().values().stream().map(SharedCataloguesTest::core).toList())
                .isEqualTo(rss.products().values().stream().map(SharedCataloguesTest::core).toList());
    }

    private static boolean isOnSale(Product product) {
        return product.priceAt(Feeds.NOW).flatMap(price -> price.old()).isPresent();
    }

    /** What all formats tell: the XML files name three category paths at most. */
    private static Product core(Product product) {
        return new Product(product.productNumber(), null, product.title(), product.url(), product.imgUrl(), product.price(),
                product.oldPrice(), product.currency(), product.brand(), product.hierarchies().stream().limit(3).toList(),
                product.description(), null,
                product.inStock(), null, null, null, null, null, null, null);
    }
}
