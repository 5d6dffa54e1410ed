package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"id\ttitle\tsale price\tprice\n1\tPot\t8 EUR\t10 EUR",
            "ID;Title;Sale_Price;Price\r\n1;Pot;8,00 €;10,00 €",
            "\uFEFF \"id\" , Title,sale-price,price\n1,\"Pot\",8 EUR,10 EUR\n\n",
            "sku,name,sale_price,price\n1,Pot,8,10"})
    void headersAreSpelledInManyWays(String text) throws IOException {
        Feeds.Result result = Feeds.read(text);

        assertThat(result.only().title()).isEqualTo("Pot");
        assertThat(result.only().price()).isEqualTo(new BigDecimal("8"));
        assertThat(result.only().oldPrice()).isEqualTo(new BigDecimal("10"));
    }

    @Test
    void cellsMayHoldLineBreaksAndQuotes() throws IOException {
        assertThat(Feeds.read("id,title,price\n1,\"ha\n\"\"ha\"\"\n\"\n2,b").products().get("1").title())
                .isEqualTo("ha \"ha\"");
    }

    @Test
    void numbersStayAsWritten() throws IOException {
        assertThat(Feeds.read("id,title,price\n007,Bond\n7,Seven").products()).containsOnlyKeys("007", "7");
    }

    @Test
    void secondPhotosMayHoldCommas() throws IOException {
        Feeds.Result result = Feeds.read("id\ttitle\tadditional image link\tlink\n"
                + "1\tPot\thttps://a.example/1,2.jpg,https://a.example/3.jpg");

        assertThat(result.only().extraDataList().get("secondaryImgUrls"))
                .isEqualTo(List.of("https://a.example/1,2.jpg", "https://a.example/3.jpg"));
    }

    @Test
    void rowOfAnotherWidthIsTold() throws IOException {
        assertThat(Feeds.read("id,title,price\n1").warnings()).extracting(FeedFindings.Finding::message)
                .contains("the row has 1 cells, the header has 3");
    }

    @Test
    void rowWithoutNumberCostsOnlyItself() throws IOException {
        Feeds.Result result = Feeds.read("id,title,price\n,Pot\n2,Pan");

        assertThat(result.rows()).isEqualTo(2);
        assertThat(result.products()).containsOnlyKeys("2");
        assertThat(result.warnings()).extracting(FeedFindings.Finding::row).contains(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title,price                                | column 'id' is missing in the header
            id,price                                   | column 'title' is missing in the header
            sku,title,rating  | columns 'price', 'link', 'image_link' are all missing in the header
            id,title,price,Price                       | column 'price' stands twice in the header
            Country,City,Rate                          | this is no product feed: columns 'id' and 'title'
            Handle,Variant SKU,Variant Price           | column 'title' is missing in the header
            Handle,Title,Body (HTML),Variant SKU       | column 'variant_price' is missing in the header
            Handle,Title,Variant Price,variant price   | column 'variant_price' stands twice in the header
            ID,Type,SKU,Regular price                  | column 'name' is missing in the header
            Type,Name,Regular price                    | columns 'sku', 'id' are all missing in the header
            Type,Name,SKU,Regular price,Name           | column 'name' stands twice in the header
            ordernumber;email;total;date;productNumber | this is an order feed, not a product feed
            """)
    void headerAtFaultIsNamed(String header, String why) {
        assertThatThrownBy(() -> Feeds.read(header + "\n1,2,3,4,5")).isInstanceOf(FeedRefusedException.class)
                .hasMessageStartingWith(why);
    }

    @Test
    void quoteThatNeverEndsIsRefused() {
        assertThatThrownBy(() -> Feeds.read("id,title,price\n1,Pot\n2,\"Pan\n3,Lid"))
                .isInstanceOf(FeedRefusedException.class)
                .hasMessageContaining("after row 1");
    }
}
