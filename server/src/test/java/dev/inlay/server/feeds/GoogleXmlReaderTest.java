package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inlay.db.catalogue.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleXmlReaderTest {
    @Test
    void pricesOfShippingBelongToNobody() throws IOException {
        Feeds.Result result = Feeds.read(item("""
                <g:shipping><g:price>1.00 EUR</g:price></g:shipping><g:id>1</g:id><g:price>19.90 EUR</g:price>
                <g:tax><g:rate>5</g:rate></g:tax>"""));

        assertThat(result.only().price()).isEqualTo(new BigDecimal("19.9"));
        assertThat(result.only().extraData()).isEmpty();
    }

    @Test
    void whatOnlyFiltersNeedBecomesExtraData() throws IOException {
        Product product = Feeds.read(item("""
                <g:id>1</g:id><g:mpn>E-1</g:mpn><g:gtin>4006381333931</g:gtin><g:color>red</g:color>
                <g:custom_label_0>winter</g:custom_label_0><g:item_group_id>G</g:item_group_id>
                <g:product_type>Shoes &gt; Sneakers</g:product_type><g:product_type>Sale</g:product_type>""")).only();

        assertThat(product.extraData()).isEqualTo(Map.of("mpn", "E-1", "color", "red", "custom_label_0", "winter"));
        assertThat(product.ean()).isEqualTo("4006381333931");
        assertThat(product.itemGroupId()).isEqualTo("G");
        assertThat(product.hierarchies()).isEqualTo(List.of(List.of("Shoes", "Sneakers"), List.of("Sale")));
    }

    @ParameterizedTest
    @CsvSource({"100 EUR, 80 EUR, 80, 100", "100 EUR, 100 EUR, 100,", "100 EUR, 120 EUR, 100,", "100 EUR, 0 EUR, 100,",
            "100 EUR, 80 USD, 100,", "100 EUR, free, 100,", "free, 80 EUR,,"})
    void salePriceCountsOnlyIfLower(String price, String sale, BigDecimal present, BigDecimal old) throws IOException {
        Product product = Feeds.read(item("<g:id>1</g:id><g:price>" + price + "</g:price><g:sale_price>" + sale
                + "</g:sale_price>")).only();

        assertThat(product.price()).isEqualTo(present);
        assertThat(product.oldPrice()).isEqualTo(old);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-24T13:00-0800/2026-02-28T15:30-0800, 2026-02-24T21:00:00Z, 2026-02-28T23:30:00Z",
            "2026-02-24T13:00Z / 2026-02-28T15:30:00+02:00, 2026-02-24T13:00:00Z, 2026-02-28T13:30:00Z",
            "2026-02-24T13:00-5/2026-02-28T15:30-5, 2026-02-24T18:00:00Z, 2026-02-28T20:30:00Z",
            "2026-02-24/2026-02-28, 2026-02-24T00:00:00Z, 2026-03-01T00:00:00Z"})
    void saleHasAWindow(String window, Instant start, Instant end) throws IOException {
        Product product = Feeds.read(item("<g:id>1</g:id><g:price>10 EUR</g:price><g:sale_price>8 EUR</g:sale_price>"
                + "<g:sale_price_effective_date>" + window + "</g:sale_price_effective_date>")).only();

        assertThat(product.saleStart()).isEqualTo(start);
        assertThat(product.saleEnd()).isEqualTo(end);
    }

    @Test
    void saleWithoutAReadableWindowIsNotShown() throws IOException {
        Feeds.Result result = Feeds.read(item("<g:id>1</g:id><g:price>10 EUR</g:price>"
                + "<g:sale_price>8 EUR</g:sale_price><g:sale_price_effective_date>soon</g:sale_price_effective_date>"));

        assertThat(result.only().price()).isEqualTo(new BigDecimal("10"));
        assertThat(result.warnings()).anyMatch(warning -> warning.message().contains("was 'soon'"));
    }

    @ParameterizedTest
    @CsvSource({"in_stock, true", "in stock, true", "Preorder, true", "available for order, true", "Available, true",
            "out_of_stock, false", "Out of Stock, false", "sold-out, false", "Промо, true"})
    void availabilityHasManyWords(String word, boolean inStock) throws IOException {
        Product product = Feeds.read(item("<g:id>1</g:id><g:availability>" + word + "</g:availability>")).only();

        assertThat(product.inStock()).isEqualTo(inStock);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tom &amp;amp; Jerry                  | Tom & Jerry
            29&amp;quot;  wheel                  | 29" wheel
            &lt;b&gt;Bold&lt;/b&gt; stove        | Bold stove
            <b>Bold</b> stove                    | Bold stove
            &amp;lt;i&amp;gt;Old&amp;lt;/i&amp;gt; | Old
            CDATA[Wheels                         | Wheels
            3 &lt; 4                             | 3 < 4
            """)
    void titleIsPlainText(String title, String expected) throws IOException {
        assertThat(Feeds.read(item("<g:id>1</g:id><title>" + title + "</title>")).only().title()).isEqualTo(expected);
    }

    @Test
    void linksLoseLineBreaksAndKeepTheirQuery() throws IOException {
        Product product = Feeds.read(item("<g:id>1</g:id><link>\n https://shop.example/p?a=1&amp;amp;b=2\n</link>"
                + "<g:image_link>https://cdn.example/a b.png</g:image_link>")).only();

        assertThat(product.url()).isEqualTo("https://shop.example/p?a=1&b=2");
        assertThat(product.imgUrl()).isEqualTo("https://cdn.example/a%20b.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<channel><item><id>1</id></item></channel>",
            "<products><product><sku>1</sku></product></products>",
            "<rss xmlns:q='http://base.google.com/ns/1.0'><channel><item><q:id>1</q:id></item></channel></rss>"})
    void namespaceAndRootDoNotMatter(String xml) throws IOException {
        assertThat(Feeds.read(xml).products()).containsOnlyKeys("1");
    }

    @Test
    void foreignElementsOnlyFillWhatIsOpen() throws IOException {
        Product product = Feeds.read(item("<s:title xmlns:s='https://else.example/'>Other</s:title><g:id>1</g:id>"
                + "<title>Stove</title><s:brand xmlns:s='https://else.example/'>Ember</s:brand>")).only();

        assertThat(product.title()).isEqualTo("Stove");
        assertThat(product.brand()).isEqualTo("Ember");
    }

    @Test
    void whatIsNotWellFormedIsRepairedAndTold() throws IOException {
        Feeds.Result result = Feeds.read("""
                <rss><channel>
                <item><g:id>1</g:id><title>Pots & Pans ]]></title><link>https://shop.example/p?a=1&b=2</link>
                <item><g:id>2</g:id><g:price>10 EUR/g:price>
                <title>Salt < Pepper</title></item>
                </channel></rss>""");

        assertThat(result.products().get("1").title()).isEqualTo("Pots & Pans");
        assertThat(result.products().get("1").url()).isEqualTo("https://shop.example/p?a=1&b=2");
        assertThat(result.products().get("2").title()).isEqualTo("Salt < Pepper");
        assertThat(result.products().get("2").price()).isEqualTo(new BigDecimal("10"));
        assertThat(result.warnings()).extracting(FeedFindings.Finding::message).contains(
                "line 2: raw & taken as text", "line 2: stray ]]> dropped", "line 2: prefix g: is not declared",
                "line 3: <item> begins before the one before has ended", "line 4: raw < taken as text");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <rss><channel><item><id>1</id></item><item><id>2  | the feed ends in the middle: <rss> has no end
            <rss><channel></channel></rss>                    | the feed holds no <item>, no <product> and no <entry>
            <!DOCTYPE rss><rss><item><id>1</id></item></rss>  | XML with a document type (<!DOCTYPE) is not taken
            <!DOCTYPE html><html><body>Not found</body></html> | this is an HTML page, not a feed
            <feed xmlns='http://www.w3.org/2005/Atom'></feed> | the feed holds no <item>, no <product> and no <entry>
            <orders></orders>                                 | this is an order feed, not a product feed
            <list><order><orderNumber>1</orderNumber></order></list> | this is an order feed, not a product feed
            """)
    void whatIsNoProductFeedIsRefusedInOneLine(String text, String why) {
        assertThatThrownBy(() -> Feeds.read(text)).isInstanceOf(FeedRefusedException.class).hasMessageStartingWith(why);
    }

    @Test
    void atomEntriesAreItems() throws IOException {
        Product product = Feeds.read("""
                <?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">
                <title>Shop</title><id>urn:feed</id><link rel="self" href="https://shop.example/feed"/>
                <entry><id>urn:entry:1</id><title>Stove</title><link rel="self" href="https://shop.example/entry/1"/>
                <link rel="alternate" href="https://shop.example/stove?a=1&amp;b=2"/>
                <link rel="enclosure" href="https://shop.example/stove.pdf"/>
                <summary type="html">&lt;p&gt;Burns &amp;amp; boils&lt;/p&gt;</summary><category term="Camp > Stoves"/>
                <g:id>S-1</g:id><g:price>10.00 EUR</g:price><g:shipping><g:price>3.00 EUR</g:price></g:shipping>
                </entry></feed>""").only();

        assertThat(product.productNumber()).isEqualTo("S-1");
        assertThat(product.title()).isEqualTo("Stove");
        assertThat(product.url()).isEqualTo("https://shop.example/stove?a=1&b=2");
        assertThat(product.description()).isEqualTo("Burns & boils");
        assertThat(product.price()).isEqualTo(new BigDecimal("10"));
        assertThat(product.hierarchies()).isEqualTo(List.of(List.of("Camp", "Stoves")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<link href='https://shop.example/p'/>", "<link>https://shop.example/p</link>",
            "<link rel='alternate' href='https://shop.example/p'/>",
            "<g:link>https://shop.example/p</g:link><link href='https://b.example'/>"})
    void atomLinksAreSpelledInManyWays(String link) throws IOException {
        String entry = "<entry><g:id>1</g:id>" + link + "<title>A & B</title></entry></feed>";

        assertThat(Feeds.read("<feed xmlns:g='http://base.google.com/ns/1.0'>" + entry).only().url())
                .isEqualTo("https://shop.example/p");
        assertThat(Feeds.read("<feed xmlns:g='http://base.google.com/ns/1.0'>" + entry.replace(" & ", " and "))
                .only().url()).isEqualTo("https://shop.example/p");
    }

    @Test
    void elementsThatHaveAPriceAreItems() throws IOException {
        assertThat(Feeds.read("<shop><name>Camp</name><offers><offer id='7'><name>Pot</name><price>5</price></offer>"
                + "<offer id='8'><name>Pan</name><price>6</price></offer></offers></shop>").products())
                .containsOnlyKeys("7", "8");
    }

    @Test
    void depthIsBoundedInBrokenXmlToo() {
        String deep = "<rss>" + "<a>".repeat(100) + "</rss>";

        assertThatThrownBy(() -> Feeds.read(deep)).isInstanceOf(FeedRefusedException.class).hasMessageContaining("64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8", "windows-1252"})
    void encodingIsToldFromTheBytes(String charset) throws IOException {
        byte[] bytes = "<?xml version='1.0' encoding='UTF-8'?><rss><item><id>1</id><title>Käse</title></item></rss>"
                .getBytes(Charset.forName(charset));

        assertThat(Feeds.read(bytes, Feeds.website("EUR", Locale.GERMANY)).only().title()).isEqualTo("Käse");
    }

    @Test
    void noEntityIsEverFetched() throws IOException {
        try (ServerSocket canary = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            canary.setSoTimeout(200);
            String url = "http://127.0.0.1:" + canary.getLocalPort() + "/x";

            assertThatThrownBy(() -> Feeds.read("<!DOCTYPE rss SYSTEM '" + url + "' [<!ENTITY x SYSTEM '" + url
                    + "'>]><rss><item><id>&x;</id></item></rss>")).isInstanceOf(FeedRefusedException.class);

            assertThatThrownBy(canary::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static String item(String content) {
        return new String(("<rss xmlns:g=\"http://base.google.com/ns/1.0\"><channel><item>" + content
                + "</item></channel></rss>").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
