package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.website.Scope;
import dev.inlay.server.Shared;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Errors;
import dev.inlay.server.http.Json;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class OrderFeedServiceTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final String ORDER = "[{\"orderNumber\":\"A1\",\"date\":\"2026-01-01\",\"total\":5,"
            + "\"email\":\"anna@example.test\",\"products\":[{\"productNumber\":\"P1\"}]}]";

    @TempDir
    Path folder;

    private FeedShop store;
    private WebServer server;
    private HttpClient client;

    @BeforeEach
    void start() {
        store = new FeedShop(DatabaseSettings.embedded(folder), new MovedTime());
        Access access = new Access(store.websites, KEY);
        server = WebServer.builder().port(0).routing(routing -> {
            Errors.register(routing);
            routing.register("/api/websites",
                    new FeedService(FeedKind.PRODUCTS, access, store.feeds, store.runs, InstantSource.system()),
                    new FeedService(FeedKind.ORDERS, access, store.feeds, store.runs, InstantSource.system()));
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
    void feedIsMadeRunReportedChangedAndForgotten() throws Exception {
        HttpResponse<String> made =
                send("POST", "/orderfeeds", "{\"name\":\"Orders\",\"format\":\"helloretail-json\"}");
        String feed = "/orderfeeds/" + json(made).path("id").textValue();
        HttpResponse<String> run = send("POST", feed + "/runs", ORDER);
        HttpResponse<String> again = send("GET", feed + "/runs/1", "");
        HttpResponse<String> runs = send("GET", feed + "/runs", "");

        assertEquals(List.of(201, 200, 200, 200), List.of(made.statusCode(), run.statusCode(), again.statusCode(),
                runs.statusCode()));
        assertThat(run.body()).startsWith("{\"run\":1,\"rows\":1,\"imported\":1,\"added\":1,\"changed\":0,");
        assertEquals(run.body(), again.body());
        assertEquals(1, json(runs).at("/runs/0/added").intValue());
        assertEquals("ok", json(send("PATCH", feed, "{\"name\":\"Renamed\"}")).get("state").textValue());
        assertEquals("Renamed", json(send("GET", "/orderfeeds", "")).at("/orderFeeds/0/name").textValue());
        assertEquals(204, send("DELETE", feed, "").statusCode());
        assertEquals(404, send("GET", feed, "").statusCode());
    }

    @Test
    void feedsOfTheOtherKindAreNotThere() throws Exception {
        String orders = json(send("POST", "/orderfeeds", "{\"name\":\"Orders\"}")).path("id").textValue();

        for (String path : List.of("", "/runs", "/runs/1")) {
            HttpResponse<String> answer = send("GET", "/productfeeds/" + orders + path, "");
            assertEquals(404, answer.statusCode());
            assertThat(answer.body()).contains("no such product feed");
        }
        assertThat(json(send("GET", "/productfeeds", "")).path("productFeeds")).isEmpty();
        assertThat(send("GET", "/orderfeeds/nothing", "").body()).contains("no such order feed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"a","format":"google-rss"} | format must be one of helloretail-json, helloretail-xml, \
            shopware-xml, magento-xml, csv - was 'google-rss'
            {"name":"a","interval":"PT1H"}     | interval needs a url, from which the feed can be fetched
            {"name":"a","url":"ftp://x/"}      | url must be an http or https URL - was 'ftp://x/'
            """)
    void badSettingsAreRefused(String settings, String message) throws Exception {
        HttpResponse<String> answer = send("POST", "/orderfeeds", settings);

        assertEquals(400, answer.statusCode());
        assertEquals(message, json(answer).get("message").textValue());
    }

    @Test
    void readingAndRunningNeedTheirScopes() throws Exception {
        String feed = feed();
        String read = store.websites.createKey(store.website.id(), Scope.READ).key();
        String ingest = store.websites.createKey(store.website.id(), Scope.INGEST).key();

        assertEquals(200, send("GET", feed, "", read).statusCode());
        assertEquals(403, send("POST", feed + "/runs", ORDER, read).statusCode());
        assertEquals(200, send("POST", feed + "/runs", ORDER, ingest).statusCode());
        assertEquals(401, send("POST", feed + "/runs", ORDER, "").statusCode());
        assertEquals(405, send("PUT", feed, ORDER).statusCode());
    }

    @Test
    void emptyBodyFetchesTheFeedsUrlThroughTheRulesOfSources() throws Exception {
        String feed = "/orderfeeds/" + json(send("POST", "/orderfeeds",
                "{\"name\":\"Orders\",\"url\":\"http://169.254.169.254/orders\"}")).path("id").textValue();

        HttpResponse<String> run = send("POST", feed + "/runs", "");

        assertEquals(200, run.statusCode());
        assertThat(json(run).get("refused").textValue()).startsWith("the feed could not be fetched: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpora/csv-feeds", "corpora/feeds-hostile"})
    void hostileFilesAreRefusedAndNeverAFault(String corpus) throws Exception {
        String feed = feed();

        for (String line : Files.readAllLines(Shared.path(corpus + "/manifest.tsv")).stream().skip(1).toList()) {
            byte[] bytes = Files.readAllBytes(Shared.path(corpus + "/" + line.split("\t")[0]));

            HttpResponse<String> answer = exchange("POST", feed + "/runs", BodyPublishers.ofByteArray(bytes), KEY);

            assertEquals(200, answer.statusCode(), line);
            assertThat(json(answer).get("refused").asText()).as(line).isNotEmpty().doesNotContain("root:");
        }
    }

    private String feed() throws Exception {
        return "/orderfeeds/" + json(send("POST", "/orderfeeds", "{\"name\":\"Orders\"}")).path("id").textValue();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, path, body, KEY);
    }

    private HttpResponse<String> send(String method, String path, String body, String key) throws Exception {
        return exchange(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), key);
    }

    private HttpResponse<String> exchange(String method, String path, HttpRequest.BodyPublisher body, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port()
                + "/api/websites/" + store.website.uuid() + path)).method(method, body);
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return Json.parseObject(response.body().getBytes(StandardCharsets.UTF_8));
    }
}
