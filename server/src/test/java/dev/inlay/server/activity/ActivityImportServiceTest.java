package dev.inlay.server.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.activity.History;
import dev.inlay.db.activity.Position;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import dev.inlay.server.feeds.ProductJson;
import dev.inlay.server.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityImportServiceTest {
    private static final String PHONE = "0123456789abcdef00000001";
    private static final String VIEW = line("view", "'trackingUserId':'" + PHONE + "'", "stove");

    private static final WebsiteSettings LONG =
            new WebsiteSettings(ZoneOffset.UTC, Optional.empty(), true, 3650, false, 7, 395);

    @TempDir
    static Path folder;

    static TestServer server;

    Website website;
    String ingest;

    @BeforeAll
    static void start() {
        server = TestServer.on(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void newWebsite() {
        website = server.website(LONG);
        ingest = server.key(website, Scope.INGEST);
    }

    @Test
    void linesBecomeHistoryWithTheirOwnTimes() {
        JsonNode report = add(VIEW + "\n" + line("cart", "'trackingUserId':'" + PHONE + "'", "tent") + "\n"
                + line("purchase", "'trackingUserId':'" + PHONE + "','orderNumber':'SO-1'", "lamp") + "\n");

        assertEquals("{'lines':3,'imported':3,'known':0,'ignored':0,'unmatched':3,'warningCount':0,'warnings':[]}",
                text(report));
        History history = history();
        assertEquals(2, history.events().size());
        assertEquals(Instant.parse("2026-05-01T12:00:00Z"), history.purchases().getFirst().time());
    }

    @Test
    void sameLinesAgainAreKnown() {
        add(VIEW);

        assertEquals("{'lines':1,'imported':0,'known':1,'ignored':0,'unmatched':1,'warningCount':0,'warnings':[]}",
                text(add(VIEW)));
    }

    @Test
    void productsOfTheCatalogueAreMatched() {
        Product stove = ProductJson.parse(Json.object().put("productNumber", "stove").put("title", "Stove"));
        server.catalogues.put(website.id(), stove);

        assertEquals(1, add(VIEW + "\n" + VIEW.replace("stove", "tent")).get("unmatched").intValue());
    }

    @Test
    void badLinesAreToldAndStopNothing() {
        JsonNode report = add("\n" + VIEW + "\n{}\nnonsense\n" + VIEW.replace("view", "glance") + "\n"
                + VIEW.replace("stove", "tent"));

        assertEquals(2, report.get("imported").intValue());
        assertEquals(5, report.get("lines").intValue());
        assertEquals("[{'line':3,'message':'type is required'},"
                + "{'line':4,'message':'line must be JSON of at most 16 levels'},"
                + "{'line':5,'message':'type must be view, cart or purchase - was 'glance''}]",
                text(report.get("warnings")));
    }

    @Test
    void firstHundredWarningsAreTold() {
        JsonNode report = add("{}\n".repeat(250));

        assertEquals(250, report.get("warningCount").intValue());
        assertEquals(100, report.get("warnings").size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'trackingUserId':'[[ id ]]'                 | trackingUserId or customerId is required
            'customerId':''                            | trackingUserId or customerId is required
            'customerId':'{{ customer.id }}'           | trackingUserId or customerId is required
            'trackingUserId':'xyz'                     | trackingUserId must be 24 hex characters - was 'xyz'
            'trackingUserId':7                         | trackingUserId must be a string - was '7'
            """)
    void lineOfNobodyIsBad(String who, String message) {
        assertEquals(message, warning(line("view", who, "stove")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            null                         | time is required
            'yesterday'                  | time must be ISO 8601 such as 2026-05-01T12:00:00Z - was 'yesterday'
            '9999-01-01T00:00:00Z'       | time must lie between 1990 and a day from now - was '9999-01-01T00:00:00Z'
            '1875-01-01T00:00:00Z'       | time must lie between 1990 and a day from now - was '1875-01-01T00:00:00Z'
            1777629600                   | time must be a string - was '1777629600'
            """)
    void lineWithoutAGoodTimeIsBad(String time, String message) {
        assertEquals(message, warning(VIEW.replace("'2026-05-01T12:00:00Z'", time)));
    }

    @Test
    void lineWithoutProductIsBad() {
        assertEquals("productNumber or url is required", warning(VIEW.replace("stove", " ")));
    }

    @Test
    void timeWithoutZoneIsThatOfTheWebsite() {
        server.websites.update(website.id(), before -> new Website(before.id(), before.uuid(), before.name(),
                before.url(), before.currency(), before.locale(), before.hosts(),
                new WebsiteSettings(ZoneId.of("Asia/Tokyo"), Optional.empty(), true, 3650, false, 7, 395)));

        add(VIEW.replace("12:00:00Z", "12:00:00"));

        assertEquals(Instant.parse("2026-05-01T03:00:00Z"), history().events().getFirst().time());
    }

    @Test
    void shopperWhoOptedOutIsIgnored() {
        JsonNode report = add(VIEW.replace(PHONE, "0".repeat(24)));

        assertEquals(1, report.get("ignored").intValue());
        assertEquals(List.of(), server.activities.latest(website.id(), Position.NEWEST, 10));
    }

    @Test
    void linesThatAreNotKeptLongCountUntilTheNextSweepAndOneWarningSumsThemUp() {
        JsonNode report = add(VIEW + "\n" + VIEW.replace("2026-05-01", "2012-05-01") + "\n{}\n"
                + VIEW.replace("2026-05-01", "2013-05-01"));

        assertEquals(0, report.get("ignored").intValue());
        assertEquals(3, report.get("imported").intValue());
        assertEquals(2, report.get("warningCount").intValue());
        assertEquals("{'line':2,'message':'2 lines, of which this is the first, are older than retentionDays, "
                + "3650 days: they count until the next daily sweep deletes them'}", text(report.get("warnings").get(0)));
        assertEquals(3, server.activities.latest(website.id(), Position.NEWEST, 10).size());
    }

    @Test
    void lineWithBothIdsAssociatesThem() {
        add(line("view", "'trackingUserId':'" + PHONE + "','customerId':'anna-1'", "stove"));

        assertEquals(new Identity.Known(List.of(new TrackingUserId(PHONE)),
                        Optional.of(new CustomerId("anna-1", false)), Optional.empty()),
                server.identities.resolveTrackingUser(website.id(), new TrackingUserId(PHONE)));
    }

    @Test
    void customerAloneOwnsTheLine() {
        add(line("view", "'customerId':17,'trackingUserId':'null'", "stove"));

        Identity customer = server.identities.resolveCustomer(website.id(), List.of(new CustomerId("17", false)));
        assertEquals(1, server.activities.historyOf(website.id(), customer).events().size());
    }

    @Test
    void addressIsKeptAndToldNowhere() {
        JsonNode report = add(line("view", "'trackingUserId':'anna@example.test'", "stove") + "\n"
                + line("view", "'customerId':'anna@example.test'", "anna@example.test"));

        assertThat(report.toString()).doesNotContain("anna@");
        assertThat(server.activities.latest(website.id(), Position.NEWEST, 10).toString()).doesNotContain("anna@");
    }

    @Test
    void bodyOfManyBatchesIsReadToItsEnd() {
        String lines = IntStream.range(0, 3_000).mapToObj(number -> VIEW.replace("stove", "p" + number))
                .collect(Collectors.joining("\n"));

        JsonNode report = add(lines);

        assertEquals(3_000, report.get("imported").intValue());
        assertEquals(0, add(lines).get("imported").intValue());
    }

    @Test
    void bodyMayBePackedWithGzip() throws Exception {
        byte[] packed = packed(VIEW + "\n" + VIEW.replace("stove", "tent"));

        assertEquals(2, json(send(packed, "application/x-ndjson")).get("imported").intValue());
    }

    @Test
    void damagedBodyIsToldWithWhatIsStored() throws Exception {
        byte[] packed = packed(IntStream.range(0, 1_000).mapToObj(number -> VIEW.replace("stove", "p" + number))
                .collect(Collectors.joining("\n")));

        HttpResponse<String> answer = send(Arrays.copyOf(packed, packed.length - 20), "text/plain");

        JsonNode report = json(answer);
        assertEquals(400, answer.statusCode());
        assertEquals(report.get("stored"), report.get("imported"));
        assertThat(report.get("stored").intValue()).isGreaterThan(500);
        assertEquals("the body is cut short or damaged: lines 1 to " + report.get("stored")
                + " are stored; send the rest, or all of it, again", report.get("message").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "application/json", "text/plain; charset=utf-8",
            "application/octet-stream"})
    void contentTypeMayBe(String type) throws Exception {
        assertEquals(200, send(VIEW.getBytes(StandardCharsets.UTF_8), type).statusCode());
    }

    @Test
    void otherContentTypesAreRefused() throws Exception {
        HttpResponse<String> answer = send(VIEW.getBytes(StandardCharsets.UTF_8), "application/xml");

        assertEquals(415, answer.statusCode());
        assertEquals("Content-Type must be application/x-ndjson", json(answer).get("message").textValue());
    }

    @Test
    void keyMustHaveScopeIngest() {
        String path = "/api/websites/" + website.uuid() + "/activity";

        assertEquals(401, server.manage("POST", path, "", VIEW).statusCode());
        assertEquals(403, server.manage("POST", path, server.key(website, Scope.READ), VIEW).statusCode());
        assertEquals(405, server.manage("PUT", path, ingest, "").statusCode());
    }

    @Test
    void nothingIsNoProblem() {
        assertEquals(0, add("").get("lines").intValue());
    }

    private static String line(String type, String who, String product) {
        return "{'type':'" + type + "'," + who + ",'productNumber':'" + product + "','time':'2026-05-01T12:00:00Z'}";
    }

    private JsonNode add(String lines) {
        HttpResponse<String> answer = server.manage("POST", "/api/websites/" + website.uuid() + "/activity", ingest,
                lines.replace('\'', '"'));
        assertEquals(200, answer.statusCode());
        return json(answer);
    }

    private String warning(String line) {
        return add(line).get("warnings").get(0).get("message").textValue();
    }

    private HttpResponse<String> send(byte[] body, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                        + "/api/websites/" + website.uuid() + "/activity"))
                .header("Authorization", "Bearer " + ingest).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static byte[] packed(String lines) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private History history() {
        return server.activities.historyOf(website.id(),
                server.identities.resolveTrackingUser(website.id(), new TrackingUserId(PHONE)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parseObject(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonNode json) {
        return json.toString().replace('"', '\'');
    }
}
