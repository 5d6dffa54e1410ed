package dev.inlay.server.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.http.Json;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductServiceTest extends ManagementTest {
    private static final String BOOTS = """
            {'productNumber':'W-1042','title':'Wanderer boots','url':'https://shop.example/boots/wanderer',\
            'imgUrl':'https://shop.example/i/w1042.jpg','price':129.95,'oldPrice':159.95,'currency':'EUR',\
            'brand':'Daybird','hierarchies':[['Footwear','Boots']],'inStock':true,'extraData':{'season':'winter'}}""";

    @Test
    void newProductIsAnsweredAndShown() {
        int before = server.catalogueChanges.get();

        HttpResponse<String> answer = post(BOOTS);

        assertEquals(201, answer.statusCode());
        assertEquals("{'data':{'id':'W-1042','type':'products','attributes':" + BOOTS + "}}",
                answer.body().replace('"', '\''));
        assertEquals(answer.body(), call("GET", "/products/W-1042", read, "").body());
        assertEquals(before + 1, server.catalogueChanges.get());
    }

    @Test
    void postOfAKnownNumberReplacesTheProduct() {
        post(BOOTS);

        HttpResponse<String> answer = post("{'productNumber':'W-1042','title':'Other'}");

        assertEquals(200, answer.statusCode());
        assertEquals("{'data':{'id':'W-1042','type':'products','attributes':{'productNumber':'W-1042','title':'Other',"
                + "'inStock':true}}}", call("GET", "/products/W-1042", read, "").body().replace('"', '\''));
    }

    @Test
    void patchMergesAndNullRemoves() {
        post(BOOTS);

        HttpResponse<String> answer = call("PATCH", "/products/W-1042", ingest, """
                {'data':{'type':'products','attributes':{'price':'99.95','oldPrice':null,
                'extraData':{'season':null,'sole':'rubber'},'hierarchies':[['Sale']]}}}""");

        assertEquals(200, answer.statusCode());
        assertEquals("{'data':{'id':'W-1042','type':'products','attributes':{'productNumber':'W-1042','title':"
                + "'Wanderer boots','url':'https://shop.example/boots/wanderer',"
                + "'imgUrl':'https://shop.example/i/w1042.jpg',"
                + "'price':99.95,'currency':'EUR','brand':'Daybird','hierarchies':[['Sale']],'inStock':true,"
                + "'extraData':{'sole':'rubber'}}}}", answer.body().replace('"', '\''));
    }

    @Test
    void patchKeepsTheNumber() {
        post(BOOTS);

        HttpResponse<String> answer = call("PATCH", "/products/W-1042", ingest,
                "{'data':{'attributes':{'productNumber':'2'}}}");

        assertEquals(problem("productNumber must stay as it is - was '2'"), answer.body());
    }

    @Test
    void removedProductIsGone() {
        post(BOOTS);

        assertEquals(204, call("DELETE", "/products/W-1042", ingest, "").statusCode());

        for (String method : new String[] {"GET", "DELETE", "PATCH"}) {
            HttpResponse<String> answer = call(method, "/products/W-1042", admin, "{'data':{'attributes':{}}}");
            assertEquals(problem("no such product"), answer.body());
            assertEquals(404, answer.statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "/", "ä ö", "%", "a%2Fb", "a+b", "..", "a/../b", "../keys", "x/tile.png", "?", "#",
            "a;b", "客户", "products", "/products/", "{x}", "|", "\"", "a\\b", "."})
    void anyNumberCanStandInAPath(String number) {
        String encoded = URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
        String json = Json.object().put("productNumber", number).toString();
        String body = "{\"data\":{\"type\":\"products\",\"attributes\":" + json + "}}";

        String products = "/api/websites/" + website.uuid() + "/products";
        assertEquals(201, server.manage("POST", products, ingest, body).statusCode());
        HttpResponse<String> shown = call("GET", "/products/" + encoded, read, "");
        assertEquals(200, shown.statusCode(), shown.body());
        assertEquals(number,
                Json.parseObject(shown.body().getBytes(StandardCharsets.UTF_8)).at("/data/id").textValue());
        assertEquals(204, call("DELETE", "/products/" + encoded, ingest, "").statusCode());
    }

    @Test
    void pathBelowAProductIsLeftToOthers() {
        assertEquals(problem("Not Found"), call("GET", "/products/W-1042/tile.png", read, "").body());
        assertEquals(404, call("GET", "/products/", read, "").statusCode());
    }

    @Test
    void listComesInPages() {
        for (String number : new String[] {"3", "1", "2"}) {
            post("{'productNumber':'" + number + "'}");
        }

        String first = call("GET", "/products?pageSize=2", read, "").body();
        String second = call("GET", "/products?pageSize=2&page=2", read, "").body();
        String third = call("GET", "/products?pageSize=2&page=3", read, "").body();

        assertThat(first).contains("\"id\":\"1\"", "\"id\":\"2\"").doesNotContain("\"id\":\"3\"")
                .endsWith("\"meta\":{\"total\":3,\"page\":1,\"pageSize\":2}}");
        assertThat(second).contains("\"id\":\"3\"").doesNotContain("\"id\":\"1\"");
        assertThat(third).startsWith("{\"data\":[],");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            page=0        | page must be 1 to 1000000 - was '0'
            page=x        | page must be 1 to 1000000 - was 'x'
            pageSize=1001 | pageSize must be 1 to 1000 - was '1001'
            pageSize=-1   | pageSize must be 1 to 1000 - was '-1'
            """)
    void badPageIsRefused(String query, String message) {
        assertEquals(problem(message), call("GET", "/products?" + query, read, "").body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                               | data is required
            {'data':{}}                                      | data.attributes is required
            {'data':{'type':'feeds','attributes':{}}}        | data.type must be products - was 'feeds'
            {'data':{'type':'products','attributes':[]}}     | data.attributes must be an object - was '[]'
            {'data':{'attributes':{'productNumber':true}}}   | productNumber must be a string - was 'true'
            {'data':{'attributes':{'productNumber':'1','price':'dear'}}} | price must be a number - was 'dear'
            []                                               | body must be a JSON object
            """)
    void badDocumentIsRefused(String body, String message) {
        HttpResponse<String> answer = call("POST", "/products", ingest, body);

        assertEquals(problem(message), answer.body());
        assertEquals(400, answer.statusCode());
    }

    private HttpResponse<String> post(String attributes) {
        return call("POST", "/products", ingest, "{'data':{'type':'products','attributes':" + attributes + "}}");
    }
}
