package dev.inlay.server.recoms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.server.bounds.CallLimits;
import dev.inlay.server.http.Json;
import dev.inlay.server.tracking.Refusals.Refusal;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page of the shop gets. */
class RecomsServiceTest {
    private static final TrackingUserId STRANGER = new TrackingUserId("66f1a2b3c4d5e6f708192a3b");
    private static final String TOP = "{'count':4,'sources':[{'type':'TOP'}],'fields':['productNumber']}";

    private static RecomsShop shop;

    @BeforeAll
    static void open(@TempDir Path folder) {
        shop = new RecomsShop(folder, new CallLimits(40, 0, 0));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void fill() {
        shop.move();
        for (String number : List.of("boots", "stove", "tent", "lamp")) {
            shop.put(RecomsShop.product(number));
        }
        shop.put(RecomsShop.product("socks").withBrand("Daybird").withHierarchies(List.of(List.of("Wear", "Socks"))));
        shop.put(RecomsShop.product("gloves").withBrand("Fjell").withHierarchies(List.of(List.of("Wear", "Gloves"),
                List.of("Winter"))));
        shop.put(RecomsShop.product("shirt-red").withItemGroupId("shirt").withBrand("Daybird"));
        shop.put(RecomsShop.product("shirt-blue").withItemGroupId("shirt").withBrand("Daybird"));
    }

    @Test
    void sourcesAreFilledInOrderWithTheirLimits() {
        shop.viewer("tent", "lamp");
        TrackingUserId anna = shop.viewer("boots", "stove", "tent");

        assertThat(shop.numbers(anna, "{'count':4,'sources':[{'type':'RETARGETED','limit':2},{'type':'TOP','limit':4}],"
                + "'context':{}}")).containsExactly(List.of("tent", "stove", "boots", "lamp"));
        assertThat(shop.numbers(anna, "{'count':4,'sources':[{'type':'RETARGETED','limit':2}]}"))
                .containsExactly(List.of("tent", "stove"));
    }

    @Test
    void theAnswerHoldsTheFieldsThatWereAskedForAndNothingElse() {
        TrackingUserId anna = shop.viewer("boots");

        JsonNode answer = shop.ask(anna, "{'count':1,'fields':['title','url','price','trackingCode'],"
                + "'sources':[{'type':'RETARGETED'}]}");

        assertEquals("{\"success\":true,\"responses\":[{\"success\":true,\"products\":[{\"title\":\"Product boots\","
                + "\"url\":\"https://shop.example/p/boots\",\"price\":10.00}]}]}", answer.toString());
    }

    @Test
    void withoutFieldsAllThatPagesMayShowIsTold() {
        shop.put(new Product("sale", List.of("sale-1"), "Sale", "https://shop.example/sale",
                "https://img.example/s.jpg", new BigDecimal("8.00"), new BigDecimal("12.00"), null, "Daybird",
                List.of(List.of("Wear")), "Warm", List.of("wool"), true, "4006381333931", null,
                Instant.now().plusSeconds(3600), null, Map.of("season", "winter"),
                Map.of("sizes", List.of("S", "M")), Instant.parse("2026-05-01T00:00:00Z")));
        TrackingUserId anna = shop.viewer("sale");

        assertEquals("{\"productNumber\":\"sale\",\"variantProductNumbers\":[\"sale-1\"],\"title\":\"Sale\","
                        + "\"url\":\"https://shop.example/sale\",\"imgUrl\":\"https://img.example/s.jpg\","
                        + "\"price\":12.00,\"brand\":\"Daybird\",\"hierarchies\":[[\"Wear\"]],\"description\":\"Warm\","
                        + "\"keywords\":[\"wool\"],\"inStock\":true,\"ean\":\"4006381333931\","
                        + "\"extraData\":{\"season\":\"winter\"},\"extraDataList\":{\"sizes\":[\"S\",\"M\"]},"
                        + "\"created\":\"2026-05-01T00:00:00Z\",\"currency\":\"EUR\"}",
                shop.ask(anna, "{'count':1,'sources':[{'type':'RETARGETED'}]}").at("/responses/0/products/0")
                        .toString());
    }

    @Test
    void noProductComesTwiceInOneCall() {
        List<List<String>> boxes = shop.numbers(STRANGER, TOP, TOP, TOP);

        assertThat(boxes).extracting(List::size).containsExactly(4, 3, 0);
        assertThat(boxes.stream().flatMap(List::stream).toList()).doesNotHaveDuplicates();
    }

    @Test
    void oneVariantIsEnoughUnlessAllAreWanted() {
        TrackingUserId anna = shop.viewer("shirt-red", "shirt-blue");

        assertThat(shop.numbers(anna, "{'sources':[{'type':'RETARGETED'}]}")).containsExactly(List.of("shirt-blue"));
        assertThat(shop.numbers(anna, "{'sources':[{'type':'RETARGETED'}],'hideAdditionalVariants':false}"))
                .containsExactly(List.of("shirt-blue", "shirt-red"));
    }

    @Test
    void whatCannotBeAnsweredCostsOnlyItself() {
        JsonNode responses = shop.ask(STRANGER, "{'sources':[{'type':'TOPP'}]}", TOP, "7", "{'count':101}",
                "{'sources':[{'limit':1}]}", "{'context':{'url':7}}").get("responses");

        assertThat(responses).extracting(response -> response.path("message").asText()).containsExactly(
                "requests[0].sources[0].type must be a source such as TOP or RETARGETED - was 'TOPP'",
                "",
                "requests[2] must be an object - was '7'",
                "requests[3].count must be a whole number from 1 to 100 - was '101'",
                "requests[4].sources[0].type is required",
                "requests[5].context.url must be a string - was '7'");
        assertThat(responses).extracting(response -> response.get("success").asBoolean())
                .containsExactly(false, true, false, false, false, false);
        assertEquals(4, responses.get(1).get("products").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTERNATIVES    | stove
            RELATED         | stove
            BOUGHT_TOGETHER | lamp
            """)
    void relatedProductsRelateToWhatThePageIsAbout(String type, String related) {
        shop.viewer("tent", "stove");
        shop.buys(shop.viewer("gloves"), "tent", "lamp");
        TrackingUserId anna = shop.viewer("boots");

        String source = "'sources':[{'type':'" + type + "'}]";
        assertThat(shop.numbers(anna, "{" + source + ",'context':{'productNumbers':['tent']}}").getFirst())
                .contains(related).doesNotContain("tent");
        assertThat(shop.numbers(anna, "{" + source + ",'context':{'urls':['https://www.shop.example/p/tent?x=1']}}")
                .getFirst()).contains(related);
        assertThat(shop.numbers(anna, "{" + source + "}")).containsExactly(List.of());
    }

    @Test
    void whatThePageIsAboutIsNotShownOnIt() {
        TrackingUserId anna = shop.viewer("boots", "shirt-red");

        assertThat(shop.numbers(anna, "{'sources':[{'type':'RETARGETED'}],'context':{'productNumber':'shirt-blue'}}"))
                .containsExactly(List.of("boots"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'brand':'daybird'}                                     | socks,shirt-red
            {'brand':{'$in':['Fjell','Nobody']}}                    | gloves
            {'brand':'$brand'}                                      | gloves
            {'hierarchies':{'$in':'$hierarchies'}}                  | socks,gloves
            {'hierarchies':['Wear','Socks']}                        | socks
            {'hierarchies':'Wear > Socks'}                          | socks
            {'hierarchies':{'$all':[['Wear'],['Winter']]}}          | gloves
            {'hierarchies':{'$in':[['Wear','Socks'],['Winter']]}}   | socks,gloves
            {'productNumber':{'$in':['tent',7,'lamp']}}             | tent,lamp
            {'price':{'$eq':'$price'},'brand':'Fjell'}              | gloves
            {'price':11}                                            | ""
            {'extraData.season':{'$in':['winter']}}                 | coat
            {'extraDataList.sizes':{'$all':['S','M']}}              | coat
            {'extraDataList.sizes':{'$all':['S','L']}}              | ""
            {'extraDataList.sizes':{'$in':['S','L']}}               | coat
            {'extraData.season':'$extraData.season'}                | coat
            {'brand':'Daybird','hierarchies':'Winter'}              | ""
            """)
    void filtersHoldForTheirSource(String filters, String numbers) {
        shop.put(new Product("coat", null, "Coat", "https://shop.example/coat", "https://img.example/c.jpg",
                new BigDecimal("90.00"), null, null, null, null, null, null, true, null, null, null, null,
                Map.of("season", "winter"), Map.of("sizes", List.of("S", "M")), null));

        List<String> found = shop.numbers(STRANGER, "{'sources':[{'type':'TOP','filters':" + filters + "}],"
                + "'context':{'brand':'Fjell','hierarchies':[['Wear']],'price':10,"
                + "'extraData':{'season':'winter'}}}").getFirst();

        assertThat(found.stream().map(number -> number.replace("shirt-blue", "shirt-red")))
                .containsExactlyInAnyOrder(numbers.isEmpty() ? new String[0] : numbers.split(","));
    }

    @Test
    void aFilterKnowsTheProductOfThePage() {
        assertThat(shop.numbers(STRANGER, "{'sources':[{'type':'TOP','filters':{'brand':'$brand'}}],"
                + "'context':{'productNumbers':['socks']}}").getFirst()).hasSize(1).first().asString()
                .startsWith("shirt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {'brand':{'$gt':1}}        | brand must be compared by $eq, $in or $all - was '$gt'
            {'brand':'$user.brand'}    | brand must be a value or the name of one in context - was '$user.brand'
            {'brand':'$brand'}         | brand must be a value or the name of one in context - was '$brand'
            {'brand':[]}               | brand must have 1 to 100 values - was '0'
            {'brand':[{}]}             | brand must be compared with strings, numbers, true or false - was '{}'
            {'colour':'red'}           | colour must be a filter of brand, hierarchies, price, productNumber, \
            extraData.NAME or extraDataList.NAME - was 'colour'
            {'price':{'$in':[1,2]}}    | price must be one number - was '2'
            {'price':'cheap'}          | price must be a number - was 'cheap'
            {'price':1e99999}          | price must have at most 15 digits before the decimal point and 30 after it - \
            was '1E+99999'
            {'hierarchies':''}         | hierarchies must be paths such as ["Shoes", "Sneakers"] - was '""'
            {'hierarchies':[]}         | hierarchies must have 1 to 100 values - was '0'
            """)
    void whatAFilterDoesNotUnderstandIsTold(String filters, String message) {
        JsonNode response = shop.ask(STRANGER, "{'sources':[{'type':'TOP','filters':" + filters + "}]}")
                .at("/responses/0");

        assertEquals("requests[0].sources[0].filters." + message, response.get("message").asText());
    }

    @Test
    void aStrangerGetsPopularProductsAlsoOfAShopThatNobodyVisited() {
        shop.viewer("lamp");

        assertThat(shop.numbers(STRANGER, TOP).getFirst()).hasSize(4).startsWith("lamp");
        assertThat(shop.numbers(STRANGER, "{'sources':[{'type':'RETARGETED'}]}")).containsExactly(List.of());
        assertThat(shop.numbers(STRANGER, "{'count':3}").getFirst()).hasSize(3).startsWith("lamp");
        assertThat(shop.numbers(STRANGER, "{'count':3,'sources':[{'type':'MOST_VIEWED'}]}").getFirst()).hasSize(3);
    }

    @Test
    void whoOptedOutIsAnsweredWithoutAHistory() {
        assertThat(shop.numbers(TrackingUserId.OPTED_OUT, "{'sources':[{'type':'RETARGETED'}]}", TOP))
                .extracting(List::size).containsExactly(0, 4);
    }

    @Test
    void whoNamesNobodyIsAnsweredWithoutAHistory() {
        assertThat(shop.post("'requests':[" + TOP + "]").body()).startsWith("{\"success\":true,");
    }

    @Test
    void boughtProductsAreShownAgainOnlyWhereTheyAreWanted() {
        TrackingUserId anna = shop.viewer("boots", "stove");
        shop.buys(anna, "boots");

        assertThat(shop.numbers(anna, "{'sources':[{'type':'RETARGETED'}]}",
                "{'sources':[{'type':'RECENTLY_BOUGHT'}]}"))
                .containsExactly(List.of("stove"), List.of("boots"));
    }

    @Test
    void aCustomerOrAnAddressNeedsAKeyThatMayRead() {
        TrackingUserId anna = shop.viewer("boots");
        shop.isCustomer(anna, "K-1", "anna@example.com");
        String byCustomer = "'customerId':'K-1','requests':[{'sources':[{'type':'RETARGETED'}],"
                + "'fields':['productNumber']}]";
        String byEmail = byCustomer.replace("'customerId':'K-1'", "'email':'Anna@example.com'");
        String read = shop.key(Scope.READ);

        for (String body : List.of(byCustomer, byEmail)) {
            assertProblem(403, "customerId and email need a key of scope read", shop.post(body));
            assertProblem(403, "customerId and email need a key of scope read",
                    shop.post(body, "Authorization", "Bearer " + shop.key(Scope.INGEST)));
            assertThat(shop.post(body, "Authorization", "Bearer " + read).body())
                    .isEqualTo("{\"success\":true,\"responses\":[{\"success\":true,\"products\":"
                            + "[{\"productNumber\":\"boots\"}]}]}");
        }
        assertEquals(200, shop.sendTo("?apiKey=" + read, "POST", ("{\"websiteUuid\":\"" + shop.website.uuid()
                + "\"," + byCustomer.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8)).statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'requests':[],'trackingUserId':'xyz'       | trackingUserId must be 24 hex characters - was 'xyz'
            'requests':[],'trackingUserId':7           | trackingUserId must be a string - was '7'
            'requests':{}                              | requests must be a list - was '{}'
            'trackingUserId':null                      | requests is required
            'requests':[0,1,2,3,4,5,6,7,8,9,10]        | requests must have at most 10 entries - was '11'
            """)
    void aBadCallIsToldWhatIsWrong(String members, String message) {
        assertProblem(400, message, shop.post(members));
    }

    @Test
    void onlyOneShopperMayBeNamed() {
        assertProblem(400, "body must have only one of trackingUserId, customerId, email - has 2", shop.post(
                "'requests':[],'trackingUserId':'" + STRANGER + "','email':'anna@example.com'",
                "Authorization", "Bearer " + shop.key(Scope.ADMIN)));
    }

    @Test
    void everyPageMayAskAndNothingIsCached() {
        for (HttpResponse<String> answer : List.of(shop.post("'requests':[]"), shop.post(""),
                shop.send("GET", new byte[0]), shop.send("OPTIONS", new byte[0]))) {
            assertEquals(Optional.of("*"), answer.headers().firstValue("Access-Control-Allow-Origin"));
            assertEquals(Optional.of("no-store"), answer.headers().firstValue("Cache-Control"));
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertEquals(405, shop.send("GET", new byte[0]).statusCode());
        assertEquals(204, shop.send("OPTIONS", new byte[0]).statusCode());
        assertEquals(413, shop.send("POST", new byte[65 * 1024]).statusCode());
    }

    @Test
    void whoAsksTooOftenIsRefusedAndTheOperatorLearnsOfIt() {
        Stream.generate(() -> shop.ask(STRANGER)).limit(40).toList();

        HttpResponse<String> refused = shop.post("'trackingUserId':'" + STRANGER + "','requests':[]");

        assertProblem(429, "one trackingUserId must not make more than 40 calls a minute", refused);
        assertEquals(Optional.of("2"), refused.headers().firstValue("Retry-After"));
        assertThat(shop.refusals.of(shop.website)).extracting(Refusal::path).containsExactly("/serve/recoms");
    }

    @Test
    void askingStoresNothing() {
        TrackingUserId anna = shop.viewer("boots");
        long before = shop.rows();

        shop.ask(anna, "{}", TOP);
        shop.ask(STRANGER, TOP);

        assertEquals(before, shop.rows());
    }

    private static void assertProblem(int status, String message, HttpResponse<String> answer) {
        JsonNode problem = Json.parseObject(answer.body().getBytes(StandardCharsets.UTF_8));
        assertEquals(message, problem.path("message").asText());
        assertEquals(status, answer.statusCode());
    }
}
