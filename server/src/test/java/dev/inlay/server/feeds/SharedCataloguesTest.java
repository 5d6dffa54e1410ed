package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlay.db.catalogue.Product;
import dev.inlay.server.Shared;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real feeds of real shops, with what was measured on them. */
class SharedCataloguesTest {
    private static final String GMC = "data/catalogues/feeds-gmc/";

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
        Feeds.Result result = Feeds.read(Shared.path(GMC + file));

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

    @Test
    void whatShopsGetWrongIsTold() throws IOException {
        assertThat(messages("ru-no-namespace-dollar-prices-variants-120.xml"))
                .contains("availability 'Промо' is not known: taken as in stock", "price '$2,037' taken as USD");
        assertThat(messages("de-siroop-empty-elements-extra-namespace.xml"))
                .containsExactly("cannot be shown: no product page link, so no click can lead there");
        assertThat(messages("sv-prisjakt-attempt-10.xml"))
                .containsExactly("sale_price 1349.00 is higher than price 839.00: not used");
        assertThat(messages("sv-prisjakt-attempt-22.xml")).contains("line 355: stray ]]> dropped")
                .filteredOn(message -> message.contains("is higher than price")).hasSize(8);
        assertThat(messages("sv-prisjakt-attempt-38.xml"))
                .contains("line 397: raw & taken as text", "line 11: prefix g: is not declared");
    }

    @Test
    void valuesAreThoseOfTheShops() throws IOException {
        Product kuwait = Feeds.read(Shared.path(GMC + "ar-kuwait-kwd-3-decimals.xml")).only();
        Feeds.Result dresses = Feeds.read(Shared.path(GMC + "ru-no-namespace-dollar-prices-variants-120.xml"));
        Feeds.Result used = Feeds.read(Shared.path(GMC + "en-415-items-used.xml"));
        Feeds.Result frames = Feeds.read(Shared.path(GMC + "sv-prisjakt-attempt-01.xml"));

        assertThat(kuwait.price()).isEqualByComparingTo("10");
        assertThat(kuwait.currency()).isEqualTo("KWD");
        assertThat(dresses.products().values()).extracting(Product::itemGroupId).doesNotContainNull();
        assertThat(dresses.products().values().stream().map(Product::variantGroup).distinct()).hasSize(35);
        assertThat(dresses.products().values()).extracting(Product::price).contains(new BigDecimal("2037"));
        assertThat(used.count(product -> product.title().contains("  "))).isZero();
        assertThat(used.count(product -> "used".equals(product.extraData().get("condition")))).isEqualTo(415);
        assertThat(frames.count(Product::inStock)).isEqualTo(5);
        assertThat(frames.count(product -> product.imgUrl() == null)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            eshop-outdoor/feeds/google-atom.xml             | Atom is not read yet
            eshop-outdoor/feeds/shopify-products.csv        | Shopify CSV is not read yet
            magento-luma/feeds/woocommerce-products.csv     | WooCommerce CSV is not read yet
            feeds-woocommerce/sample_tax_rates.csv          | column 'id' is missing in the header
            eshop-outdoor/feeds/helloretail-orders.json     | this is an order feed, not a product feed
            eshop-outdoor/feeds/helloretail-orders-legacy.xml | this is an order feed, not a product feed
            eshop-outdoor/feeds/orders-flat.csv             | this is an order feed, not a product feed
            bagisto/products.xml                            | the feed holds no <item> and no <product>
            bagisto/products.xlsx                           | ZIP and XLSX files are not supported
            magento-luma/reviews.csv                        | columns 'price', 'link', 'image_link' are all missing
            """)
    void whatIsNotReadYetIsRefusedByName(String file, String why) {
        Path path = Shared.path("data/catalogues/" + file);

        assertThatThrownBy(() -> Feeds.read(path)).isInstanceOf(FeedRefusedException.class).hasMessageStartingWith(why);
    }

    private static List<String> messages(String file) throws IOException {
        return Feeds.read(Shared.path(GMC + file)).warnings().stream().map(FeedFindings.Finding::message).toList();
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
