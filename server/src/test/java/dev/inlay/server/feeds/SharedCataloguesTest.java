package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.server.Shared;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            de-siroop-empty-elements-extra-namespace.xml   |   1 |   1 |   0 |  0
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
    @CsvSource({"eshop-outdoor, 101, 20, 7, 98", "magento-luma, 118, 24, 8, 112", "online-boutique, 9, 2, 1, 9"})
    void allFormatsOfACatalogueGiveTheSameProducts(String catalogue, int rows, int onSale, int soldOut, int pages)
            throws IOException {
        Feeds.Result rss = read(catalogue, "google-rss.xml");
        Feeds.Result tsv = read(catalogue, "google.tsv");

        assertThat(rss.count(SharedCataloguesTest::isOnSale)).isEqualTo(onSale);
        assertThat(rss.count(product -> !product.inStock())).isEqualTo(soldOut);
        assertThat(rss.showable()).isEqualTo(rows - soldOut);
        assertThat(rss.products().values().stream().map(product -> product.url().replaceAll("[?].*", "")).distinct())
                .hasSize(pages);
        assertThat(tsv.products()).isEqualTo(rss.products());
        for (String file : List.of("google-rss.xml", "google-atom.xml", "google.tsv", "helloretail-products.json",
                "shopify-products.csv")) {
            Feeds.Result result = read(catalogue, file);
            assertThat(result.rows()).isEqualTo(rows);
            assertThat(result.warnings()).isEmpty();
            assertThat(cores(result)).isEqualTo(cores(rss));
        }
    }

    @ParameterizedTest
    @CsvSource({"eshop-outdoor, 98", "magento-luma, 112", "online-boutique, 9"})
    void shopifyNamesPagesByHandle(String catalogue, int handles) throws IOException {
        Feeds.Result result = read(catalogue, "shopify-products.csv");

        assertThat(result.products().values().stream().map(Product::itemGroupId).distinct()).hasSize(handles);
        assertThat(result.products().values()).allMatch(product -> product.url()
                .equals("https://shop.example.test/" + catalogue + "/products/" + product.itemGroupId()));
    }

    @ParameterizedTest
    @CsvSource({"eshop-outdoor, 101, 14", "magento-luma, 118, 16"})
    void wooCommerceLacksSaleStockAndPages(String catalogue, int rows, int hidden) throws IOException {
        Feeds.Result rss = read(catalogue, "google-rss.xml");
        Feeds.Result woo = read(catalogue, "woocommerce-products.csv");

        assertThat(woo.rows()).isEqualTo(rows);
        assertThat(woo.products().keySet()).isEqualTo(rss.products().keySet());
        assertThat(woo.showable()).isZero();
        assertThat(woo.messages()).hasSize(100)
                .containsOnly("cannot be shown: no product page link, so no click can lead there");
        assertThat(woo.count(SharedCataloguesTest::isOnSale)).isZero();
        assertThat(woo.count(product -> !product.inStock())).isEqualTo(hidden)
                .isEqualTo(woo.count(product -> product.extraData().keySet().stream()
                        .anyMatch(List.of("published", "visibility")::contains)));
        assertThat(woo.products().values()).allSatisfy(product -> {
            Product other = rss.products().get(product.productNumber());
            assertThat(product.title()).isEqualTo(other.title());
            assertThat(product.imgUrl()).isEqualTo(other.imgUrl());
            assertThat(product.price()).isEqualTo(other.oldPrice() == null ? other.price() : other.oldPrice());
            assertThat(product.hierarchies().getFirst()).isEqualTo(other.hierarchies().getFirst());
        });
    }

    @Test
    void idOfWooCommerceNeverTakesTheSkuOfAnother() throws IOException {
        Feeds.Result woo = read("eshop-outdoor", "woocommerce-products.csv");

        assertThat(woo.products().get("1").variantProductNumbers()).isEqualTo(List.of("#101", "id:101"));
        assertThat(Catalogue.of(woo.products().values(), Map.of()).match(new ProductReference(Optional.of("101"),
                Optional.empty()))).map(Product::productNumber).contains("101");
    }

    @Test
    void exportsOfShopifyAreRead() throws IOException {
        Feeds.Result packt = Feeds.read(Shared.path("data/catalogues/feeds-shopify/packt-product-data.csv"));
        Feeds.Result swedish = Feeds.read(Shared.path(
                "data/catalogues/feeds-shopify/sv-products_export_localised-metafield-headers.csv"));

        Product yellow = packt.products().get("gardening-gloves-Yellow");
        assertThat(packt.rows()).isEqualTo(21);
        assertThat(packt.products()).hasSize(21).containsKeys("floor-lamp", "gardening-gloves-Green");
        assertThat(packt.products().values().stream().map(Product::variantGroup).distinct()).hasSize(20);
        assertThat(packt.showable()).isEqualTo(19);
        assertThat(packt.warnings()).isEmpty();
        assertThat(yellow.title()).isEqualTo("Gardening Gloves");
        assertThat(yellow.price()).isEqualByComparingTo("15.99");
        assertThat(swedish.rows()).isEqualTo(48);
        assertThat(swedish.products()).hasSize(19);
        assertThat(swedish.products().values().stream().map(Product::variantGroup).distinct()).hasSize(14);
        assertThat(swedish.count(product -> "archived".equals(product.extraData().get("status")))).isEqualTo(2);
        assertThat(swedish.showable()).isEqualTo(17);
        assertThat(swedish.count(product -> product.oldPrice() != null)).isEqualTo(6);
        assertThat(swedish.warnings()).isEmpty();
    }

    @Test
    void exportOfWooCommerceIsRead() throws IOException {
        Feeds.Result result = Feeds.read(Shared.path("data/catalogues/feeds-woocommerce/sample_products.csv"));

        assertThat(result.rows()).isEqualTo(24);
        assertThat(result.products()).hasSize(24);
        assertThat(result.products().get("cc-hoodie").price()).isEqualByComparingTo("42");
        assertThat(result.products().get("cc-tee").price()).isEqualByComparingTo("25");
        assertThat(result.count(product -> !product.inStock())).isEqualTo(1);
        assertThat(result.products().get("cc-hoodie-with-pocket").inStock()).isFalse();
        assertThat(result.count(product -> "cc-hoodie".equals(product.itemGroupId()))).isEqualTo(7);
        assertThat(result.count(product -> "cc-tee".equals(product.itemGroupId()))).isEqualTo(4);
        assertThat(result.products().get("cc-logo-collection").price()).isNull();
        assertThat(result.products().get("cp-donation").url()).isEqualTo("https://www.classicpress.net/donate/");
        assertThat(result.showable()).isEqualTo(1);
        assertThat(result.messages()).hasSize(23).allMatch(message -> message.startsWith("cannot be shown: no p"));
    }

    @ParameterizedTest
    @CsvSource({"products.csv, 26, 26", "products.xml, 26, 26", "products-with-errors.csv, 2, 1",
            "products-image-urls.csv, 2, 2"})
    void filesOfBagistoAreReadBySynonyms(String file, int rows, int imported) throws IOException {
        Feeds.Result result = Feeds.read(Shared.path("data/catalogues/bagisto/" + file));

        assertThat(result.rows()).isEqualTo(rows);
        assertThat(result.products()).hasSize(imported);
        assertThat(result.showable()).isZero();
        assertThat(result.count(product -> "booking".equals(product.extraData().get("type"))))
                .isEqualTo(rows == 26 ? 15 : 0);
        assertThat(result.messages().contains("type 'not-a-product-type' is not known: left out"))
                .isEqualTo(imported < rows);
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
            feeds-woocommerce/sample_tax_rates.csv          | this is no product feed: columns 'id' and 'title' are
            eshop-outdoor/feeds/helloretail-orders.json     | this is an order feed, not a product feed
            eshop-outdoor/feeds/helloretail-orders-legacy.xml | this is an order feed, not a product feed
            eshop-outdoor/feeds/orders-flat.csv             | this is an order feed, not a product feed
            bagisto/customers.csv                           | this is no product feed: columns 'id' and 'title' are
            bagisto/products.xlsx                           | ZIP and XLSX files are not supported
            magento-luma/reviews.csv                        | columns 'price', 'link', 'image_link' are all missing
            """)
    void whatIsNoProductFeedIsRefusedByName(String file, String why) {
        Path path = Shared.path("data/catalogues/" + file);

        assertThatThrownBy(() -> Feeds.read(path)).isInstanceOf(FeedRefusedException.class).hasMessageStartingWith(why);
    }

    private static List<String> messages(String file) throws IOException {
        return Feeds.read(Shared.path(GMC + file)).warnings().stream().map(FeedFindings.Finding::message).toList();
    }

    private static boolean isOnSale(Product product) {
        return product.priceAt(Feeds.NOW).flatMap(price -> price.old()).isPresent();
    }

    private static Feeds.Result read(String catalogue, String file) throws IOException {
        Website website = Feeds.website("USD", Locale.US);
        return Feeds.read(Shared.path("data/catalogues/" + catalogue + "/feeds/" + file), new Website(website.id(),
                website.uuid(), website.name(), URI.create("https://shop.example.test/" + catalogue),
                website.currency(), website.locale(), website.hosts(), website.settings()));
    }

    private static List<Product> cores(Feeds.Result result) {
        return result.products().values().stream().map(SharedCataloguesTest::core).toList();
    }

    /**
     * What all formats tell. Atom leaves brands out and names one category path only; Shopify has no currency, and
     * pages of its own.
     */
    private static Product core(Product product) {
        return new Product(product.productNumber(), null, product.title(), null, product.imgUrl(), product.price(),
                product.oldPrice(), null, null, product.hierarchies().stream().limit(1).toList(),
                product.description(), null, product.inStock(), null, null, null, null, null, null, null);
    }
}
