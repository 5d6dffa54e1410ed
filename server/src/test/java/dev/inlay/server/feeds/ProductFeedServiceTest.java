package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.website.Scope;
import dev.inlay.server.OpenApi;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Errors;
import dev.inlay.server.http.Json;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ProductFeedServiceTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private FeedShop store;
    private WebServer server;
    private HttpClient client;

    @BeforeEach
    void start() {
        store = new FeedShop(folder);
        Access access = new Access(store.websites, KEY);
        server = WebServer.builder().port(0).routing(routing -> {
            Errors.register(routing);
            routing.register("/api/websites", new FeedService(FeedKind.PRODUCTS, access, store.feeds,
                    store.runs, InstantSource.system()));
        }).build().start();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop();
        store.close();
    }

    @Test
    void feedIsMadeRunAndReported() throws Exception {
        HttpResponse<String> made = send("POST", "", "{\"name\":\"Shop\",\"format\":\"google-tsv\"}", KEY);
        String id = json(made).path("id").textValue();
        HttpResponse<String> run = send("POST", "/" + id + "/runs", "id,title,price\n1,Pot,5\n", KEY);
        HttpResponse<String> again = send("GET", "/" + id + "/runs/1", null, KEY);
        HttpResponse<String> list = send("GET", "", null, KEY);

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(run.statusCode()).isEqualTo(200);
        assertThat(json(run).path("imported").intValue()).isEqualTo(1);
        assertThat(again.body()).startsWith(run.body().substring(0, run.body().length() - 1))
                .endsWith(",\"photosPending\":0,\"photosFailed\":0}");
        assertThat(json(list).path("productFeeds").path(0).path("name").textValue()).isEqualTo("Shop");
        assertThat(json(list).path("productFeeds").path(0).path("format").textValue()).isEqualTo("google-tsv");
    }

    @Test
    void formatThatIsGivenIsObeyed() throws Exception {
        String id = json(send("POST", "", "{\"name\":\"Shop\",\"format\":\"helloretail-json\"}", KEY))
                .path("id").textValue();

        HttpResponse<String> run = send("POST", "/" + id + "/runs", "id,title,price\n1,Pot,5\n", KEY);

        assertThat(json(run).path("imported").intValue()).isZero();
        assertThat(json(run).path("refused").textValue()).isNotBlank();
    }

    @Test
    void refusedRunAnswers200AndSaysWhy() throws Exception {
        String id = json(send("POST", "", "{\"name\":\"Shop\"}", KEY)).path("id").textValue();

        HttpResponse<String> run = send("POST", "/" + id + "/runs?force=true", "", KEY);

        assertThat(run.statusCode()).isEqualTo(200);
        assertThat(json(run).path("refused").textValue()).isEqualTo("the feed is empty");
    }

    @Test
    void emptyBodyFetchesTheFeedsUrl() throws Exception {
        String id = json(send("POST", "", "{\"name\":\"Shop\",\"url\":\"http://127.0.0.1:9/feed.xml\"}", KEY))
                .path("id").textValue();

        HttpResponse<String> run = send("POST", "/" + id + "/runs", "", KEY);

        assertThat(json(run).path("refused").textValue()).isEqualTo("the feed could not be fetched: no connection");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                         | name must be given
            {"name":5}                                 | name must be a string - was '5'
            {"name":"a","url":"file:///etc/passwd"}    | url must be an http or https URL - was 'file:///etc/passwd'
            {"name":"a","url":"https://shop:horse@shop.example/f"} | \
            url must not hold a user name or a password: give them as username and password
            {"name":"a","url":"HTTP://shop@shop.example"} | \
            url must not hold a user name or a password: give them as username and password
            {"name":"a","url":"https://shop.example/f?by=anna%40example.test"} | \
            url must hold no address, since addresses are not stored
            {"name":"a","interval":"PT1H"}             | interval needs a url, from which the feed can be fetched
            {"name":"a","url":"https://shop.example/f","interval":"PT299S"} | \
            interval must be an ISO 8601 duration of whole seconds from PT5M to P7D - was 'PT299S'
            {"name":"a","url":"https://shop.example/f","interval":"P7DT1S"} | \
            interval must be an ISO 8601 duration of whole seconds from PT5M to P7D - was 'P7DT1S'
            {"name":"a","url":"https://shop.example/f","interval":"hourly"} | \
            interval must be an ISO 8601 duration of whole seconds from PT5M to P7D - was 'hourly'
            {"name":"a","url":"https://shop.example/f","interval":3600} | interval must be a string - was '3600'
            {"name":"a","url":"https://shop.example/f","password":"horse"} | password needs a username
            {"name":"a","username":"shop"}             | username needs a url, whose server asks for it
            {"name":"a","url":"https://shop.example/f","username":"shop:horse"} | \
            username must have at most 255 characters, and no colon or control character
            {"name":"a","url":"https://shop.example/f","username":"shop","password":12345} | \
            password must be a string of at most 255 characters without control characters
            {"name":"a","format":"xls"}                | \
            format must be one of google-rss, google-atom, google-tsv, helloretail-json, helloretail-xml, \
            shopify-csv, woocommerce-csv - was 'xls'
            []                                         | body must be a JSON object
            """)
    void feedWithoutSenseIsRefused(String body, String message) throws Exception {
        HttpResponse<String> answer = send("POST", "", body, KEY);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("message").textValue()).isEqualTo(message);
    }

    @Test
    void feedTellsWhatItHasComeTo() throws Exception {
        try (FeedServer shop = new FeedServer()) {
            String id = made("\"interval\":\"P1D\",\"username\":\"shop\",\"password\":\"horse\",", shop.url());
            JsonNode fresh = json(send("GET", "/" + id, null, KEY));
            store.schedule.runNext();
            JsonNode ok = json(send("GET", "/" + id, null, KEY));
            shop.serve(500, new byte[0]);
            send("POST", "/" + id + "/runs", "", KEY);
            JsonNode failing = json(send("GET", "", null, KEY)).path("productFeeds").path(0);

            assertThat(fresh.path("state").textValue()).isEqualTo("new");
            assertThat(fresh.path("nextRun").textValue()).isNotEmpty();
            assertThat(fresh.path("lastRun").isNull()).isTrue();
            assertThat(ok.path("state").textValue()).isEqualTo("ok");
            assertThat(ok.path("interval").textValue()).isEqualTo("PT24H");
            assertThat(ok.path("username").textValue()).isEqualTo("shop");
            assertThat(ok.has("password")).isFalse();
            assertThat(ok.path("lastRun").toString()).startsWith("{\"run\":1,\"at\":\"")
                    .endsWith("\"refused\":null,\"rows\":10,\"imported\":10}");
            assertThat(ok.path("lastChecked").textValue()).isNotEmpty();
            assertThat(failing.path("state").textValue()).isEqualTo("failing");
            assertThat(failing.path("failures").intValue()).isEqualTo(1);
            assertThat(failing.path("lastRun").path("refused").textValue()).endsWith("status 500");
            assertThat(failing.path("lastChecked")).isEqualTo(ok.path("lastChecked"));
        }
    }

    @Test
    void patchChangesWhatItNamesAndKeepsThePassword() throws Exception {
        try (FeedServer shop = new FeedServer()) {
            String id = made("\"interval\":\"PT1H\",\"username\":\"shop\",\"password\":\"correct horse\",", shop.url());

            HttpResponse<String> changed = send("PATCH", "/" + id, "{\"name\":\"New\",\"interval\":null}", KEY);
            send("POST", "/" + id + "/runs", "", KEY);

            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(json(changed).path("name").textValue()).isEqualTo("New");
            assertThat(json(changed).path("interval").isNull()).isTrue();
            assertThat(json(changed).path("nextRun").isNull()).isTrue();
            assertThat(shop.lastAsked("Authorization")).isEqualTo("Basic c2hvcDpjb3JyZWN0IGhvcnNl");

            send("PATCH", "/" + id, "{\"username\":null}", KEY);
            send("POST", "/" + id + "/runs", "", KEY);
            assertThat(shop.lastAsked("Authorization")).isNull();
        }
    }

    @Test
    void passwordIsNotTakenAlongToAnotherServer() throws Exception {
        String id = made("\"username\":\"shop\",\"password\":\"horse\",", "https://shop.example/feed.xml");

        HttpResponse<String> same = send("PATCH", "/" + id, "{\"url\":\"https://shop.example/new.xml\"}", KEY);
        HttpResponse<String> other = send("PATCH", "/" + id, "{\"url\":\"https://evil.example/feed.xml\"}", KEY);
        HttpResponse<String> again = send("PATCH", "/" + id,
                "{\"url\":\"https://cdn.example/feed.xml\",\"password\":\"horse\"}", KEY);

        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(json(other).path("message").textValue())
                .isEqualTo("password must be given again, since url leads to another server");
        assertThat(again.statusCode()).isEqualTo(200);
    }

    @Test
    void runsAreListedLatestFirst() throws Exception {
        String id = json(send("POST", "", "{\"name\":\"Shop\"}", KEY)).path("id").textValue();
        send("POST", "/" + id + "/runs", FeedServer.rows(3), KEY);
        send("POST", "/" + id + "/runs", FeedServer.rows(1), KEY);

        JsonNode first = json(send("GET", "/" + id + "/runs?pageSize=1", null, KEY));
        JsonNode second = json(send("GET", "/" + id + "/runs?pageSize=1&page=2", null, KEY));

        assertThat(first.path("meta").toString()).isEqualTo("{\"total\":2,\"page\":1,\"pageSize\":1}");
        assertThat(first.path("runs").path(0).path("run").intValue()).isEqualTo(2);
        assertThat(first.path("runs").path(0).path("refused").textValue()).contains("fewer than half");
        assertThat(second.path("runs").path(0).path("imported").intValue()).isEqualTo(3);
        assertThat(second.path("runs").path(0).path("refused").isNull()).isTrue();
    }

    @Test
    void deletedFeedIsGone() throws Exception {
        String id = json(send("POST", "", "{\"name\":\"Shop\"}", KEY)).path("id").textValue();
        send("POST", "/" + id + "/runs", FeedServer.rows(3), KEY);

        assertThat(send("DELETE", "/" + id, null, KEY).statusCode()).isEqualTo(204);

        assertThat(send("GET", "/" + id, null, KEY).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "/" + id, null, KEY).statusCode()).isEqualTo(404);
        assertThat(send("PATCH", "/" + id, "{}", KEY).statusCode()).isEqualTo(404);
        assertThat(send("POST", "/" + id + "/runs", FeedServer.rows(3), KEY).statusCode()).isEqualTo(404);
        assertThat(store.catalogue().products()).isEmpty();
    }

    @Test
    void whatIsNotThereIs404() throws Exception {
        String id = json(send("POST", "", "{\"name\":\"Shop\"}", KEY)).path("id").textValue();

        assertThat(send("POST", "/other/runs", "id,title\n", KEY).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/" + id + "/runs/7", null, KEY).statusCode()).isEqualTo(404);
        assertThat(send("GET", "/" + id + "/runs/x", null, KEY).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", "", null, KEY).statusCode()).isEqualTo(405);
    }

    @Test
    void keysNeedTheScope() throws Exception {
        String read = store.websites.createKey(store.website.id(), Scope.READ).key();
        String ingest = store.websites.createKey(store.website.id(), Scope.INGEST).key();

        assertThat(send("GET", "", null, read).statusCode()).isEqualTo(200);
        assertThat(send("POST", "", "{\"name\":\"a\"}", read).statusCode()).isEqualTo(403);
        assertThat(send("POST", "", "{\"name\":\"a\"}", ingest).statusCode()).isEqualTo(201);
        assertThat(send("GET", "", null, ingest).statusCode()).isEqualTo(403);
        String id = store.feed(null).id();
        assertThat(send("GET", "/" + id, null, read).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/" + id + "/runs", null, read).statusCode()).isEqualTo(200);
        assertThat(send("PATCH", "/" + id, "{\"name\":\"b\"}", read).statusCode()).isEqualTo(403);
        assertThat(send("DELETE", "/" + id, null, read).statusCode()).isEqualTo(403);
        assertThat(send("PATCH", "/" + id, "{\"name\":\"b\"}", ingest).statusCode()).isEqualTo(200);
        assertThat(send("DELETE", "/" + id, null, ingest).statusCode()).isEqualTo(204);
        assertThat(send("GET", "", null, "none").statusCode()).isEqualTo(401);
    }

    /** The id of a new feed of {@code url} with further {@code members}. */
    private String made(String members, String url) throws Exception {
        HttpResponse<String> made = send("POST", "", "{\"name\":\"Shop\"," + members + "\"url\":\"" + url + "\"}", KEY);
        assertThat(made.statusCode()).isEqualTo(201);
        return json(made).path("id").textValue();
    }

    private HttpResponse<String> send(String method, String path, String body, String key)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + server.port() + "/api/websites/" + store.website.uuid()
                + "/productfeeds" + path);
        return OpenApi.kept(client.send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + key)
                .method(method, HttpRequest.BodyPublishers.ofString(body == null ? "" : body))
                .build(), HttpResponse.BodyHandlers.ofString()));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.mapper().readTree(response.body());
    }
}
