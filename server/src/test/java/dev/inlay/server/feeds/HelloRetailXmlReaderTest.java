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
import org.junit.jupiter.params.provider.ValueSource;

class HelloRetailXmlReaderTest {
    @Test
    void shapeOfTheShopwareExtensionIsRead() throws IOException {
        Product product = Feeds.read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <products><product>
                <url>https://shop.example/stove?a=1&amp;b=2</url><title><![CDATA[Stove &amp; pot]]></title>
                <description><p>Burns <b>hot</b></p></description><ean>4006381333931</ean>
                <productNumber>S-1</productNumber><imgUrl>https://shop.example/stove.png</imgUrl>
                <price>80</price><oldPrice>100.00</oldPrice><brand>Ember</brand><inStock>0</inStock>
                <hierarchies><hierarchy><category>Camp</category><category>Stoves</category></hierarchy>
                <hierarchy><category>Sale</category></hierarchy></hierarchies>
                <extraData><shopId>7</shopId><color>red</color></extraData>
                <extraDataList><sizes><size>S</size><size>M</size></sizes><tag>one</tag></extraDataList>
                </product></products>""").only();

        assertThat(product.productNumber()).isEqualTo("S-1");
        assertThat(product.url()).isEqualTo("https://shop.example/stove?a=1&b=2");
        assertThat(product.title()).isEqualTo("Stove & pot");
        assertThat(product.description()).isEqualTo("Burns hot");
        assertThat(product.ean()).isEqualTo("4006381333931");
        assertThat(product.imgUrl()).isEqualTo("https://shop.example/stove.png");
        assertThat(product.price()).isEqualTo(new BigDecimal("80"));
        assertThat(product.oldPrice()).isEqualTo(new BigDecimal("100"));
        assertThat(product.brand()).isEqualTo("Ember");
        assertThat(product.inStock()).isFalse();
        assertThat(product.hierarchies()).isEqualTo(List.of(List.of("Camp", "Stoves"), List.of("Sale")));
        assertThat(product.extraData()).isEqualTo(Map.of("shopId", "7", "color", "red"));
        assertThat(product.extraDataList()).isEqualTo(Map.of("sizes", List.of("S", "M"), "tag", List.of("one")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            products | product
            feed     | item
            items    | item
            export   | entry
            catalog  | article
            """)
    void olderSpellingsUnderAnyRootAreRead(String root, String item) throws IOException {
        Product product = Feeds.read("<" + root + "><" + item + """
                ><productnumber>S-1</productnumber><url>https://shop.example/s</url><title>Stove</title>
                <imgurl>https://shop.example/s.png</imgurl><price>80,50</price><previousPrice>1.100,00</previousPrice>
                <priceNoTax>64.40</priceNoTax><instock>false</instock><hierarchies>Camp &gt; Stoves</hierarchies>
                """ + "</" + item + "></" + root + ">").only();

        assertThat(product.productNumber()).isEqualTo("S-1");
        assertThat(product.price()).isEqualTo(new BigDecimal("80.5"));
        assertThat(product.oldPrice()).isEqualTo(new BigDecimal("1100"));
        assertThat(product.inStock()).isFalse();
        assertThat(product.imgUrl()).isEqualTo("https://shop.example/s.png");
        assertThat(product.hierarchies()).isEqualTo(List.of(List.of("Camp", "Stoves")));
        assertThat(product.extraData()).isEqualTo(Map.of("priceExVat", "64.40"));
    }

    @Test
    void otherWordsOnlyFillWhatIsOpen() throws IOException {
        Product product = Feeds.read("""
                <products><product><id>internal</id><productNumber>S-1</productNumber><name>Stove</name>
                <link>https://shop.example/s</link><category>Camp > Stoves</category><category>Sale</category>
                <imgUrl>https://shop.example/s.png</imgUrl><price>1</price></product></products>""").only();

        assertThat(product.productNumber()).isEqualTo("S-1");
        assertThat(product.title()).isEqualTo("Stove");
        assertThat(product.url()).isEqualTo("https://shop.example/s");
        assertThat(product.hierarchies()).isEqualTo(List.of(List.of("Camp", "Stoves"), List.of("Sale")));
        assertThat(product.extraData()).isEqualTo(Map.of("id", "internal"));
    }

    @Test
    void variantsAndOwnWordsAreKept() throws IOException {
        Product product = Feeds.read("""
                <products><product><productNumber>S-1</productNumber><imgUrl/><margin>0.3</margin>
                <variantProductNumbers><productNumber>S-1-R</productNumber><productNumber>S-1-B</productNumber>
                </variantProductNumbers><keywords>camp, fire</keywords><badge>new</badge><badge>hot</badge>
                </product></products>""").only();

        assertThat(product.variantProductNumbers()).isEqualTo(List.of("S-1-R", "S-1-B"));
        assertThat(product.keywords()).isEqualTo(List.of("camp", "fire"));
        assertThat(product.extraData()).isEqualTo(Map.of("margin", "0.3"));
        assertThat(product.extraDataList()).isEqualTo(Map.of("badge", List.of("new", "hot")));
        assertThat(Feeds.read("<products><product><imgUrl/><productNumber>S-1</productNumber><variants><variant>"
                + "<productNumber>R</productNumber></variant></variants></product></products>").only()
                .variantProductNumbers()).isEqualTo(List.of("R"));
    }

    @Test
    void urlIsTheNumberWhereThereIsNone() throws IOException {
        assertThat(Feeds.read("<products><product><url>https://shop.example/a</url><imgUrl/><title>A</title></product>"
                + "</products>").products()).containsOnlyKeys("https://shop.example/a");
    }

    @Test
    void whatIsNotWellFormedIsRepairedAndTold() throws IOException {
        Feeds.Result result = Feeds.read("""
                <products><product><productNumber>1</productNumber><url>https://shop.example/p?a=1&b=2</url>
                <extraDataList><item>a</item></extraDataList>
                <product><productNumber>2</productNumber><title>Salt < Pepper</title></product><product></product>
                <product><productNumber>2</productNumber><price>-5</price></product></products>""");

        assertThat(result.products()).containsOnlyKeys("1", "2");
        assertThat(result.products().get("1").url()).isEqualTo("https://shop.example/p?a=1&b=2");
        assertThat(result.messages()).contains("line 1: raw & taken as text", "an item without content is left out",
                "line 3: <product> begins before the one before has ended",
                "the product number stands in row 2 and in row 3: the last one counts")
                .anyMatch(message -> message.startsWith("price must not be negative"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE products><products><product><imgUrl/><ean>1</ean></product></products>",
            "<products><product><productNumber>1</productNumber></product><product>"})
    void whatIsUnsafeOrCutOffIsRefused(String xml) {
        assertThatThrownBy(() -> Feeds.read(xml)).isInstanceOf(FeedRefusedException.class);
    }
}
