package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.db.activity.FeedOrder;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.CustomerId;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of order feeds; the website's time zone is UTC, its currency EUR, its locale German. */
class OrderReadersTest {
    private static final Instant NOON = Instant.parse("2026-11-19T12:00:00Z");
    private static final Optional<CustomerId> CUSTOMER = Optional.of(new CustomerId("C7", false));

    @Test
    void helloRetailJsonIsAList() throws IOException {
        FeedOrder order = OrderFeeds.read("""
                [{"orderNumber":"A1","date":"2026-11-19 12:00:00","total":44.9,"email":"Anna@Example.test",
                  "customerId":"C7","products":[{"url":"https://shop.example/pot?sku=P1","productNumber":"P1",
                  "quantity":2,"lineTotal":40},{"productNumber":5}]}]
                """).only();

        assertEquals(new FeedOrder("A1", NOON, Optional.of(new BigDecimal("44.9")), CUSTOMER,
                OrderFeeds.keys("anna@example.test"), List.of(
                new OrderLine(new ProductReference(Optional.of("P1"), Optional.of("https://shop.example/pot?sku=P1")),
                        Optional.of(new BigDecimal("2")), Optional.of(new BigDecimal("40"))),
                new OrderLine(ProductReference.ofNumber("5"), Optional.empty(), Optional.empty()))), order);
    }

    @Test
    void helloRetailJsonIsAnObjectWithItems() throws IOException {
        OrderFeeds.Result result = OrderFeeds.read("{\"totalCount\":1,\"items\":[" + item("A1", "5") + "]}");

        assertEquals(1, result.report().rows());
        assertThat(result.orders()).containsOnlyKeys("A1");
    }

    @Test
    void legacyXmlHasNumbersAloneAndNothingIsMadeUp() throws IOException {
        FeedOrder order = OrderFeeds.read("""
                <?xml version="1.0"?><orders><order><ordernumber>A1</ordernumber><email>anna@example.test</email>
                <total>44.90</total><date>2026-11-19 12:00:00</date><customerid>C7</customerid>
                <products><productNumber>P1</productNumber><productNumber>P2</productNumber></products></order></orders>
                """).only();

        assertEquals(new FeedOrder("A1", NOON, Optional.of(new BigDecimal("44.90")), CUSTOMER,
                OrderFeeds.keys("anna@example.test"), List.of(line("P1"), line("P2"))), order);
    }

    @Test
    void shopwareXmlTellsWhatOnePieceCosts() throws IOException {
        FeedOrder order = OrderFeeds.read("""
                <orders totalOrdersCount="1" updatedAt="2026-11-20"><order><id>77</id><orderNumber>A1</orderNumber>
                <paymentStatus>paid</paymentStatus><deliveryStatus>open</deliveryStatus><orderStatus>open</orderStatus>
                <orderProducts><product><id>9</id><url>https://shop.example/pot</url><productNumber>P1</productNumber>
                <quantity>2</quantity><price>20.00</price><priceNoTax>16.81</priceNoTax></product></orderProducts>
                <shippingPrice>4.90</shippingPrice><createdDate>2026-11-19T13:00:00+01:00</createdDate>
                <total>44.90</total><email>anna@example.test</email><paymentMethod>card</paymentMethod>
                <shippingMethod>post</shippingMethod></order></orders>
                """).only();

        assertEquals(NOON, order.date());
        assertEquals(Optional.of(new BigDecimal("44.90")), order.total());
        OrderLine line = order.lines().getFirst();
        assertEquals(new ProductReference(Optional.of("P1"), Optional.of("https://shop.example/pot")), line.product());
        assertThat(line.lineTotal().orElseThrow()).isEqualByComparingTo("40");
    }

    @Test
    void magentoXmlNamesAPieceWithFourDecimals() throws IOException {
        FeedOrder order = OrderFeeds.read("""
                <orders><order><orderDate>2026-11-19 12:00:00</orderDate><orderNumber>100000001</orderNumber>
                <orderTotal>44.9000</orderTotal><email>anna@example.test</email><orderLines><orderLine>
                <productnumber>P1</productnumber><id>9</id><productURL>https://shop.example/pot</productURL>
                <quantity>2.0000</quantity></orderLine><orderLine><productnumber/><id>10</id></orderLine></orderLines>
                </order></orders>
                """).only();

        assertEquals("100000001", order.orderNumber());
        assertEquals(NOON, order.date());
        assertThat(order.total().orElseThrow()).isEqualByComparingTo("44.9");
        assertThat(order.lines().getFirst().quantity().orElseThrow()).isEqualByComparingTo("2");
        assertEquals(Optional.empty(), order.lines().getFirst().lineTotal());
        assertEquals(ProductReference.ofNumber("10"), order.lines().get(1).product());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void flatTextRepeatsTheTotalInEachLine(String separator) throws IOException {
        FeedOrder order = OrderFeeds.read("""
                ordernumber;email;customerId;total;date;productNumber;quantity;lineTotal
                A1;anna@example.test;C7;"44,90";2026-11-19 12:00:00;P1;2;"40,00"
                A1;anna@example.test;C7;"44,90";2026-11-19 12:00:00;P2;1;"1.004,90"
                """.replace(";", separator)).only();

        assertEquals(Optional.of(new BigDecimal("44.90")), order.total());
        assertEquals(List.of("P1", "P2"), order.lines().stream()
                .map(line -> line.product().productNumber().orElseThrow()).toList());
        assertEquals(Optional.of(new BigDecimal("1004.90")), order.lines().get(1).lineTotal());
    }

    @Test
    void headersAreKnownInAnyCaseAndWithBlanksAndUnderscores() throws IOException {
        OrderFeeds.Result result = OrderFeeds.read("""
                Order Number,E-Mail,CUSTOMER_ID,Order_Total,Order date,SKU,Qty,Row Total
                A1,anna@example.test,C7,5,2026-11-19,P1,1,5
                """.replace("E-Mail", "Customer Email"));

        assertEquals(CUSTOMER, result.only().customer());
        assertThat(result.messages()).containsOnly("1 A1 product 'P1' is not in the catalogue: the line counts once it "
                + "is imported");
    }

    @Test
    void linesOfAnOrderMayStandAnywhere() throws IOException {
        StringBuilder text = new StringBuilder("ordernumber;email;total;date;productNumber\n");
        for (int line = 0; line < 3; line++) {
            for (int order = 0; order < 5_000; order++) {
                text.append("N").append(order).append(";a@example.test;5;2026-11-19;P").append(line).append("\n");
            }
        }

        OrderFeeds.Result result = OrderFeeds.read(text.toString());

        assertEquals(15_000, result.report().rows());
        assertEquals(5_000, result.report().imported());
        assertThat(result.orders().values()).allMatch(order -> order.lines().size() == 3);
    }

    @Test
    void encodingAndPackingAreRecognised() throws IOException {
        String json = "[" + item("Ä1", "5") + "]";
        byte[] marked = ("\uFEFF" + json).getBytes(StandardCharsets.UTF_16LE);

        assertThat(OrderFeeds.read(marked, Optional.empty()).orders()).containsOnlyKeys("Ä1");
        assertThat(OrderFeeds.read(FeedServer.gzip(json.getBytes(StandardCharsets.UTF_8)), Optional.empty()).orders())
                .containsOnlyKeys("Ä1");
        assertThat(OrderFeeds.read(json.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()).orders())
                .containsOnlyKeys("Ä1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-19T12:00:00Z
            2026-11-19 12:00:00
            2026-11-19T13:00+01:00
            Thu, 19 Nov 2026 13:00:00 +0100
            19 Nov 2026 12:00:00 GMT
            1795089600
            1795089600000
            """)
    void datesAreUnderstood(String date) throws IOException {
        assertEquals(NOON, OrderFeeds.read("[" + item("A1", "5").replace("2026-11-19", date) + "]").only().date());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "yesterday", "0000-00-00 00:00:00", "1970-01-01", "2026-02-30", "20261119"})
    void anOrderWithoutASoundDateIsToldAndLeftOut(String date) throws IOException {
        OrderFeeds.Result result = OrderFeeds.read("[" + item("A1", "5").replace("2026-11-19", date) + ","
                + item("A2", "5") + "]");

        assertThat(result.orders()).containsOnlyKeys("A2");
        assertThat(result.messages().getFirst()).startsWith("1 A1 date ").endsWith(": the order is left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "\"abc\"", "-5", "true", "{}", "\"5 USD\"", "1e99", "\"5;6\""})
    void anOrderWithoutASoundTotalIsToldAndLeftOut(String total) throws IOException {
        OrderFeeds.Result result = OrderFeeds.read("[" + item("A1", total) + "," + item("A2", "5") + "]");

        assertThat(result.orders()).containsOnlyKeys("A2");
        assertThat(result.messages().getFirst()).startsWith("1 A1 total ").endsWith(": the order is left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \"", "null"})
    void anOrderWithoutNumberIsToldAndLeftOut(String number) throws IOException {
        OrderFeeds.Result result = OrderFeeds.read("[" + item("A1", "5").replace("\"A1\"", number) + ","
                + item("A2", "5") + ", 7]");

        assertThat(result.orders()).containsOnlyKeys("A2");
        assertEquals(3, result.report().rows());
        assertThat(result.messages()).contains("1 null orderNumber is missing: the order is left out",
                "3 null the item is no object");
    }

    @Test
    void rowsOfATableWithoutNumberAreToldEach() throws IOException {
        OrderFeeds.Result result = OrderFeeds.read("""
                ordernumber;email;total;date;productNumber;quantity
                ;anna@example.test;5;2026-11-19;P1;1
                A1;anna@example.test;5;2026-11-19;P1;
                ;anna@example.test;5;2026-11-19;P1;1
                """);

        assertThat(result.orders()).containsOnlyKeys("A1");
        assertThat(result.messages()).contains("1 null orderNumber is missing: the order is left out",
                "2 A1 quantity must be a number - is empty", "3 null orderNumber is missing: the order is left out");
    }

    @Test
    void whatIsWrongInALineCostsOnlyItself() throws IOException {
        OrderFeeds.Result result = OrderFeeds.read("[" + item("A1", "5").replace("[{\"productNumber\":\"P1\"}]", """
                [{"productNumber":"P1","quantity":"","lineTotal":"x"},{"quantity":1},
                {"productNumber":"P2","quantity":-1}]""") + "]");

        assertEquals(List.of(line("P1")), result.only().lines());
        assertThat(result.messages()).contains("1 A1 quantity must be a number - is empty",
                "1 A1 lineTotal must be an amount - was 'x'", "1 A1 a line names no product: it is left out",
                "1 A1 quantity is not above 0: the line is left out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*|EMAIL|*", "anna", "anna@", "null"})
    void anEmailThatIsNoneIsDroppedAndToldWithoutItself(String email) throws IOException {
        OrderFeeds.Result result = OrderFeeds.read("[" + item("A1", "5").replace("a@example.test", email)
                .replace("}]}", "}],\"customerId\":\"{{ id }}\"}") + "]");

        assertThat(result.only().email()).isEmpty();
        assertThat(result.only().customer()).isEmpty();
        assertThat(result.messages()).contains("1 A1 email is no address",
                "1 A1 customerId is none of 1 to 255 characters, or a placeholder",
                "1 A1 neither email nor customerId tells whose order this is");
    }

    @Test
    void noWarningHoldsAnAddress() throws IOException {
        OrderFeeds.Result result = OrderFeeds.read("""
                [{"orderNumber":"anna@example.test","total":"anna@example.test","date":"anna%40example.test",
                  "products":[{"productNumber":"anna@example.test","quantity":"Anna <anna@example.test>"}]}]
                """);

        assertThat(result.messages()).hasSizeGreaterThan(2).noneMatch(message -> message.contains("anna@")
                || message.contains("anna%40") || message.contains("example.test"));
    }

    @Test
    void productsThatTheCatalogueDoesNotKnowAreKeptCountedAndTheFirstNamed() throws IOException {
        StringBuilder lines = new StringBuilder("ordernumber;email;total;date;productNumber\n");
        for (int product = 1; product <= 30; product++) {
            lines.append("A%d;a@example.test;5;2026-11-19;P%d%n".formatted(product % 15, product));
        }

        OrderFeeds.Result result = OrderFeeds.read(lines.toString().getBytes(StandardCharsets.UTF_8),
                Optional.empty(), "P1", "P2");

        assertEquals(28, result.report().unmatchedProducts());
        assertEquals(11, result.report().findings().count());
        assertThat(result.messages().getFirst()).isEqualTo("0 null 28 products are not in the catalogue, or fit "
                + "several of its products; the first 10 are named at their rows");
        assertThat(result.orders().values()).allMatch(order -> order.lines().size() == 2);
    }

    @Test
    void aNumberThatFitsSeveralProductsIsTold() throws IOException {
        OrderFeeds.Result result = OrderFeeds.read(("[" + item("A1", "5") + "]").getBytes(StandardCharsets.UTF_8),
                Optional.empty(), "X=P1", "Y=P1");

        assertEquals(1, result.report().unmatchedProducts());
        assertThat(result.messages()).containsExactly(
                "1 A1 product 'P1' fits several products of the catalogue: the line counts for none of them");
    }

    @Test
    void anOrderThatStandsTwiceCountsOnce() throws IOException {
        OrderFeeds.Result result = OrderFeeds.read("[" + item("A1", "5") + "," + item("A1", "6") + "]");

        assertEquals(1, result.report().imported());
        assertThat(result.only().total().orElseThrow()).isEqualByComparingTo("6");
        assertThat(result.messages()).contains("2 A1 the order number stands in the feed before: the last one counts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"items\":[]}", "<orders/>", "<orders totalOrdersCount='0'></orders>",
        "ordernumber;email;total;date;productNumber\n"})
    void aFeedWithoutOrdersIsAnEmptyRun(String feed) throws IOException {
        OrderFeeds.Result result = OrderFeeds.read(feed);

        assertEquals(0, result.report().imported());
        assertThat(result.messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"productNumber":"1","title":"Pot"}]        | this is a product feed, not an order feed
            {"products":[{"title":"Pot"}]}               | the JSON holds no list 'items'
            {}                                           | the JSON holds no list 'items'
            <rss><channel><item><title>a</title></item></channel></rss> | this is a product feed, not an order feed
            <a><b/></a>                                  | this is no order feed: it holds no <order>
            <!DOCTYPE html><html></html>                 | this is an HTML page, not a feed
            <!DOCTYPE a><orders/>                        | XML with a document type (<!DOCTYPE) is not taken
            id,title,price                               | this is a product feed, not an order feed
            hello                                        | column 'orderNumber' is missing in the header
            ordernumber;email;total;productNumber        | column 'date' is missing in the header
            ordernumber;email;date;productNumber         | column 'total' is missing in the header
            ordernumber;date;total;productNumber         | column 'email' is missing in the header
            ordernumber;email;date;total                 | column 'productNumber' is missing in the header
            ordernumber;ordernumber;email;date;total;url | column 'ordernumber' stands twice in the header
            """)
    void whatIsNoOrderFeedIsRefused(String feed, String why) {
        assertEquals(why, assertThrows(FeedRefusedException.class, () -> OrderFeeds.read(feed)).getMessage());
    }

    private static String item(String number, String total) {
        return "{\"orderNumber\":\"" + number + "\",\"date\":\"2026-11-19\",\"total\":" + total
                + ",\"email\":\"a@example.test\",\"products\":[{\"productNumber\":\"P1\"}]}";
    }

    private static OrderLine line(String number) {
        return new OrderLine(ProductReference.ofNumber(number), Optional.empty(), Optional.empty());
    }
}
