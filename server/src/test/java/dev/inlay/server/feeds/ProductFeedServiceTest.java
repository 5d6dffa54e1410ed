package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.website.Scope;
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

    private FeedStore store;
    private WebServer server;
    private HttpClient client;

    @BeforeEach
    void start() {
        store = new FeedStore(folder);
        Access access = new Access(store.websites, KEY);
        server = WebServer.builder().port(0).routing(routing -> {
            Errors.register(routing);
            routing.register("/api/websites", new ProductFeedService(access, store.feeds,
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
            {"name":"a","format":"xls"}                | \
            format must be one of google-rss, google-tsv, helloretail-json - was 'xls'
            []                                         | body must be a JSON object
            """)
    void feedWithoutSenseIsRefused(String body, String message) throws Exception {
        HttpResponse<String> answer = send("POST", "", body, KEY);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("message").textValue()).isEqualTo(message);
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
        assertThat(send("GET", "", null, "none").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> send(String method, String path, String body, String key)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + server.port() + "/api/websites/" + store.website.uuid()
                + "/productfeeds" + path);
        return client.send(HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + key)
                .method(method, HttpRequest.BodyPublishers.ofString(body == null ? "" : body))
                .build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.mapper().readTree(response.body());
    }
}
