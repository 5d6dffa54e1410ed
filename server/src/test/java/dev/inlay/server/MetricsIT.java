package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code /metrics} tells of a running server after known traffic. */
class MetricsIT {
    private static final String SHOPPER = "5a0317d17698aa57d369db90";
    private static final String ADDRESS = "zelda.fitz%40example.test";
    private static final String PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final Path DOCS = Path.of("..", "docs");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static ServerProcess server;
    private static SmallShop shop;
    private static String campaign;
    /** How pictures were answered: a machine that is busy answers some by a neutral picture. */
    private static final Map<String, Integer> ANSWERED = new HashMap<>();
    /** How calls for products were answered, by the class of the status: a busy machine is too slow for some. */
    private static final Map<String, Integer> RECOMMENDED = new HashMap<>();

    @BeforeAll
    static void sendKnownTraffic() throws Exception {
        server = ServerProcess.start("metrics", Map.of("INLAY_LIMIT_PER_TRACKING_USER", "10"));
        shop = SmallShop.open(server.client(), 5);
        campaign = shop.campaign(2);
        track();
        askTooOften();
        pictures();
        clicks();
        odd();
        awaitCounted();
    }

    @AfterAll
    static void stop() throws Exception {
        shop.close();
        server.close();
    }

    private static void track() throws Exception {
        shop.view(SHOPPER, 1);
        shop.view(SHOPPER, 2);
        shop.view("000000000000000000000000", 3);
        shop.view(SHOPPER, 77);
        shop.view("no tracking user", 1);
        server.client().post("/serve/collect/email", Map.of("websiteUuid", shop.uuid(), "trackingUserId", SHOPPER,
                "email", "zelda.fitz@example.test"));
    }

    private static void askTooOften() throws Exception {
        for (int i = 0; i < 20; i++) {
            int status = HTTP.send(HttpRequest.newBuilder(server.client().uri("/serve/recoms"))
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"websiteUuid\":\"" + shop.uuid()
                            + "\",\"trackingUserId\":\"5a0317d17698aa57d369db91\",\"requests\":[{\"count\":2}]}"))
                    .build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            RECOMMENDED.merge(status / 100 + "xx", 1, Integer::sum);
        }
    }

    private static void pictures() throws Exception {
        String etag = picture("GET", "1.png?send=w1&userEmail=" + ADDRESS).headers().firstValue("ETag").orElseThrow();
        picture("GET", "1.png?send=w1&userEmail=" + ADDRESS);
        picture("GET", "1.png?send=w1&userEmail=nobody%40example.test");
        picture("GET", "1.png?send=w1&userEmail=" + ADDRESS, "If-None-Match", etag);
        picture("HEAD", "2.png?send=w1&userEmail=" + ADDRESS);
        picture("GET", "1.png?send=w1&userEmail=" + ADDRESS, "User-Agent", "GoogleImageProxy zelda.fitz@example.test");
        picture("GET", "9.png?send=w1");
        send("GET", "/serve/tile/abcdefghabcdefgh/1.png?send=w1");
        ANSWERED.merge("neutral", 1, Integer::sum);
    }

    private static HttpResponse<String> picture(String method, String rest, String... headers) throws Exception {
        HttpResponse<String> answer = send(method, tile(rest), headers);
        boolean neutral = answer.headers().firstValue("Cache-Control").orElse("").contains("no-store");
        String outcome = method.equals("HEAD") ? "head" : answer.statusCode() == 304 ? "unchanged"
                : neutral ? "neutral" : "tile";
        ANSWERED.merge(outcome, 1, Integer::sum);
        return answer;
    }

    private static void clicks() throws Exception {
        send("GET", tile("1/click?send=w1&userEmail=" + ADDRESS));
        send("GET", tile("9/click?send=w1&userEmail=" + ADDRESS));
        send("GET", "/serve/tile/abcdefghabcdefgh/1/click?send=w1");
    }

    private static void odd() throws Exception {
        send("DELETE", tile("1.png?send=w1"));
        send("GET", "/serve/tile/" + ADDRESS);
        send("GET", "/somewhere/" + ADDRESS + "?userEmail=" + ADDRESS);
        send("GET", "/api/websites/" + shop.uuid() + "/campaigns");
        assertThat(send("GET", "/metrics").statusCode()).isEqualTo(404);
        unreadable("GET /serve/tile/" + campaign + "/1.png?userEmail=zelda fitz@example.test HTTP/1.1");
        unreadable("GET /serve/tile/" + campaign + "/1/click?userEmail=zelda fitz@example.test HTTP/1.1");
        unreadable("GET /else where/zelda.fitz@example.test HTTP/1.1");
    }

    @Test
    void picturesAreCountedByWhatAnsweredThem() throws Exception {
        Scrape now = Scrape.of(server);

        ANSWERED.forEach((outcome, times) ->
                assertThat(now.sum("inlay_requests_total", "kind", "picture", "outcome", outcome)).as(outcome)
                        .isEqualTo(times.doubleValue()));
        assertThat(now.sum("inlay_requests_total", "kind", "picture", "class", "person")).isEqualTo(7);
        assertThat(now.sum("inlay_requests_total", "kind", "picture", "class", "proxy")).isEqualTo(1);
        assertThat(now.sum("inlay_requests_total", "kind", "picture")).isEqualTo(8);
        assertThat(now.sum("inlay_request_duration_seconds_count", "kind", "picture")).isEqualTo(8);
        assertThat(now.sum("inlay_request_duration_seconds_bucket", "kind", "picture", "le", "+Inf")).isEqualTo(8);
        assertThat(now.sum("inlay_neutral_total", "kind", "picture", "reason", "no_such_slot")).isEqualTo(1);
        assertThat(now.sum("inlay_neutral_total", "kind", "picture", "reason", "unknown_campaign")).isEqualTo(1);
        assertThat(now.sum("inlay_neutral_total", "kind", "picture")).isEqualTo(ANSWERED.get("neutral").doubleValue());
    }

    @Test
    void clicksAreCountedByWhereTheyLed() throws Exception {
        Scrape now = Scrape.of(server);

        assertThat(requests(now, "click", "product", "person")).isEqualTo(1);
        assertThat(requests(now, "click", "neutral", "person")).isEqualTo(2);
        assertThat(now.sum("inlay_neutral_total", "kind", "click")).isEqualTo(2);
    }

    @Test
    void otherRequestsAreCountedByStatus() throws Exception {
        Scrape now = Scrape.of(server);

        assertThat(requests(now, "pageview", "2xx", "none")).isEqualTo(4);
        assertThat(requests(now, "pageview", "4xx", "none")).isEqualTo(1);
        assertThat(now.sum("inlay_request_duration_seconds_count", "kind", "pageview")).isEqualTo(5);
        assertThat(requests(now, "email", "2xx", "none")).isEqualTo(1);
        assertThat(requests(now, "api", "4xx", "none")).isEqualTo(1);
        assertThat(requests(now, "other", "4xx", "none")).isEqualTo(4);
        assertThat(now.sum("inlay_requests_total", "outcome", "5xx"))
                .isEqualTo(requests(now, "recoms", "5xx", "none"));
    }

    @Test
    void callsBeyondALimitAreCountedByIt() throws Exception {
        Scrape now = Scrape.of(server);

        double refused = now.sum("inlay_calls_refused_total", "limit", "tracking_user");
        assertThat(refused).isPositive().isEqualTo(RECOMMENDED.get("4xx").doubleValue());
        assertThat(now.sum("inlay_calls_refused_total")).isEqualTo(refused);
        RECOMMENDED.forEach((outcome, times) ->
                assertThat(requests(now, "recoms", outcome, "none")).as(outcome).isEqualTo(times.doubleValue()));
    }

    @Test
    void requestsThatCannotBeReadAreCounted() throws Exception {
        Scrape now = Scrape.of(server);

        assertThat(now.sum("inlay_requests_unreadable_total", "kind", "picture")).isEqualTo(1);
        assertThat(now.sum("inlay_requests_unreadable_total", "kind", "click")).isEqualTo(1);
        assertThat(now.sum("inlay_requests_unreadable_total", "kind", "other")).isEqualTo(1);
    }

    @Test
    void trackedIsWhatWasStoredAndNotWhatWasOptedOut() throws Exception {
        Scrape now = Scrape.of(server);

        assertThat(now.sum("inlay_tracked_total", "call", "pageview")).isEqualTo(3);
        assertThat(now.sum("inlay_tracked_total", "call", "email")).isEqualTo(1);
        assertThat(now.sum("inlay_tracked_total")).isEqualTo(4);
        assertThat(now.sum("inlay_events_unmatched")).as("the view of a product that nobody sells").isEqualTo(1);
        assertThat(now.sum("inlay_index_products")).isEqualTo(2);
        assertThat(now.sum("inlay_index_sessions")).isEqualTo(1);
    }

    @Test
    void locksTellWhoWasKnown() throws Exception {
        Scrape now = Scrape.of(server);

        assertThat(now.sum("inlay_locks_total", "audience", "known")).isPositive();
        assertThat(now.sum("inlay_locks_total", "audience", "unknown")).isPositive();
        assertThat(now.sum("inlay_locks_total", "audience", "anonymous")).isZero();
        assertThat(now.sum("inlay_writes_total", "lane", "lock", "outcome", "written"))
                .isGreaterThanOrEqualTo(now.sum("inlay_locks_total"));
    }

    @Test
    void tilesAreCountedByWhereTheyCameFrom() throws Exception {
        Scrape now = Scrape.of(server);
        double drawn = now.sum("inlay_tiles_total", "source", "drawn");

        assertThat(drawn).isBetween(1.0, 3.0);
        assertThat(now.sum("inlay_tiles_total", "source", "memory")).isPositive();
        assertThat(now.sum("inlay_tiles_total")).isGreaterThanOrEqualTo(ANSWERED.get("tile") + ANSWERED.get("head"));
        assertThat(now.sum("inlay_tile_drawing_duration_seconds_count")).isEqualTo(drawn);
        assertThat(now.sum("inlay_tile_memory_bytes")).isPositive();
    }

    @Test
    void storeTellsOfItsWriter() throws Exception {
        Scrape now = Scrape.of(server);

        assertThat(now.sum("inlay_write_group_size_sum"))
                .isGreaterThanOrEqualTo(now.sum("inlay_writes_total", "outcome", "written"));
        assertThat(now.sum("inlay_write_group_duration_seconds_count"))
                .isEqualTo(now.sum("inlay_write_group_size_count"));
        assertThat(now.sum("inlay_writes_waiting")).isZero();
        assertThat(now.sum("inlay_readers")).isEqualTo(10);
    }

    @Test
    void feedIsYoungAndItsPhotosAreThere() throws Exception {
        Scrape now = Scrape.of(server);

        assertThat(now.sum("inlay_feeds")).isEqualTo(1);
        assertThat(now.sum("inlay_feeds_refused")).isZero();
        assertThat(now.sum("inlay_feed_age_seconds")).isBetween(0.0, 600.0);
        assertThat(now.sum("inlay_photos_pending") + now.sum("inlay_photos_failed")).isZero();
    }

    @Test
    void noLabelHoldsAnythingFromOutside() throws Exception {
        Scrape now = Scrape.of(server);

        assertThat(now.text()).doesNotContainIgnoringCase("zelda").doesNotContain("@", "%40", campaign, shop.uuid(),
                SHOPPER, "Small Shop", "w1\"");
        assertThat(now.labelValues()).allMatch(value -> value.length() < 60);
        assertThat(now.text().lines().filter(line -> line.startsWith("inlay_")).count()).isLessThan(700);
    }

    @Test
    void onlyTheAdminListenerHasThem() throws Exception {
        URI page = server.admin().uri("/metrics");
        HttpResponse<String> answer = exchange("GET", page);

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(exchange("HEAD", page).statusCode()).isEqualTo(200);
        assertThat(exchange("HEAD", page).body()).isEmpty();
        assertThat(exchange("POST", page).statusCode()).isEqualTo(405);
        assertThat(exchange("POST", page).headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void dashboardAsksForMetricsThatAreThere() throws Exception {
        Set<String> asked = new TreeSet<>();
        new ObjectMapper().readTree(DOCS.resolve("grafana.json").toFile()).findValues("expr").forEach(expression ->
                Pattern.compile("\\b(?:inlay|jvm|process|system)_\\w+").matcher(expression.textValue()).results()
                        .forEach(name -> asked.add(name.group())));

        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(Scrape.of(server).names()).containsAll(asked);
    }

    @Test
    void everyMetricOfOursIsDocumentedAndNoOther() throws Exception {
        Set<String> documented = Pattern.compile("(?m)^\\| `(inlay_\\w+)").matcher(
                Files.readString(DOCS.resolve("operating.md"))).results().map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> families = Pattern.compile("(?m)^# TYPE (inlay_\\w+) ").matcher(Scrape.of(server).text()).results()
                .map(type -> type.group(1)).filter(name -> !name.endsWith("_max"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).isEqualTo(families);
    }

    private static double requests(Scrape scrape, String kind, String outcome, String requestClass) {
        return scrape.sum("inlay_requests_total", "kind", kind, "outcome", outcome, "class", requestClass);
    }

    private static String tile(String rest) {
        return "/serve/tile/" + campaign + "/" + rest;
    }

    private static HttpResponse<String> send(String method, String target, String... headers) throws Exception {
        return exchange(method, server.client().uri(target), headers);
    }

    private static HttpResponse<String> exchange(String method, URI uri, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1)
                .method(method, HttpRequest.BodyPublishers.noBody());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (!List.of(headers).contains("User-Agent")) {
            request.header("User-Agent", PERSON);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void unreadable(String requestLine) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port()); InputStream answer = socket.getInputStream()) {
            socket.getOutputStream().write((requestLine + "\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            answer.readAllBytes();
        }
    }

    /** An answer goes out before it is counted, and events reach the index a moment later. */
    private static void awaitCounted() throws Exception {
        for (long end = System.nanoTime() + Duration.ofSeconds(20).toNanos(); System.nanoTime() < end;) {
            Scrape now = Scrape.of(server);
            if (now.sum("inlay_requests_total", "kind", "other") >= 4 && now.sum("inlay_events_unmatched") >= 1
                    && now.sum("inlay_requests_unreadable_total") >= 3 && now.sum("inlay_feeds") == 1) {
                return;
            }
            Thread.sleep(100);
        }
    }
}
