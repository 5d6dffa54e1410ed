package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.activity.CountedOrder;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedSettings;
import dev.inlay.db.feed.SourceLogin;
import dev.inlay.server.Shared;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What order feeds leave in the store. */
@Timeout(60)
class OrderRunsTest {
    private static final String HEADER = "ordernumber;email;customerId;total;date;productNumber;quantity;lineTotal\n";

    @TempDir
    Path folder;

    private final MovedTime time = new MovedTime();
    private FeedShop store;
    private CountedOrders counted;
    private Feed feed;

    @BeforeEach
    void open() {
        store = new FeedShop(DatabaseSettings.embedded(folder), time);
        counted = new CountedOrders(store.database);
        feed = orderFeed("Orders", Optional.empty(), Optional.empty(), Optional.empty());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void reportTellsWhatStandsNow() throws IOException {
        ObjectNode report = store.upload(feed, HEADER + line("A1", "P1") + line("A1", "P2") + line("", "P1"), false);

        assertThat(report.toString()).isEqualTo("{\"run\":1,\"rows\":3,\"imported\":1,\"added\":1,\"changed\":0,"
                + "\"unchanged\":0,\"unmatchedProducts\":2,\"warningCount\":3,\"warnings\":["
                + "{\"row\":1,\"orderNumber\":\"A1\",\"message\":\"product 'P1' is not in the catalogue: the line "
                + "counts once it is imported\"},"
                + "{\"row\":1,\"orderNumber\":\"A1\",\"message\":\"product 'P2' is not in the catalogue: the line "
                + "counts once it is imported\"},"
                + "{\"row\":3,\"orderNumber\":null,\"message\":\"orderNumber is missing: the order is left out\"}],"
                + "\"refused\":null}");
        assertEquals(report, store.runs.find(store.website, feed, 1).orElseThrow());
    }

    @Test
    void ordersAreAddedAndChangedAndNeverDoubledOrRemoved() throws IOException {
        store.upload(feed, HEADER + line("A1", "P1") + line("A2", "P1"), false);

        ObjectNode report = store.upload(feed, HEADER + line("A2", "P1") + line("A2", "P3") + line("A3", "P1"), false);

        assertCounts(report, 1, 1, 0);
        assertEquals(1, order("A1").lines().size());
        assertEquals(2, order("A2").lines().size());
    }

    @Test
    void ordersThatAreNotKeptArePassedOver() throws IOException {
        String old = "2026-01-01 10:00:00";
        time.advance(Duration.ofDays(396 - 323));

        ObjectNode report = store.upload(feed, HEADER + line("A1", "P1") + line("A2", "P2").replace(old, "2025-01-01")
                + line("A3", "P1").replace(old, "2026-10-01"), false);

        assertCounts(report, 1, 0, 0);
        assertEquals(1, report.get("imported").asInt());
        assertEquals("2 orders are older than retentionDays, 395 days, and were passed over",
                report.at("/warnings/0/message").asText());
        assertThat(counted.find(store.website.id(), "A1")).isEmpty();
        assertThat(counted.find(store.website.id(), "A3")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "<orders/>", HEADER})
    void emptyRunsChangeNothingAndAreGood(String empty) throws IOException {
        store.upload(feed, HEADER + line("A1", "P1"), false);

        ObjectNode report = store.upload(feed, empty, false);

        assertThat(report.get("refused").isNull()).isTrue();
        assertCounts(report, 0, 0, 0);
        assertThat(counted.find(store.website.id(), "A1")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[%s,{\"orderNumber\":", "[%s", "[%s]]",
        "<orders><order><ordernumber>A1</ordernumber><date>2026-01-01</date><total>5</total><products><sku>P1</sku>"
                + "</products></order><order>",
        HEADER + "A1;a@example.test;C1;5;2026-01-01;P1;1;5\n\"A2;"})
    void aFeedThatBreaksInTheMiddleIsRefusedAsAWhole(String broken) throws IOException {
        ObjectNode report = store.upload(feed, broken.replace("%s", "{\"orderNumber\":\"A1\",\"date\":\"2026-01-01\","
                + "\"total\":5,\"products\":[{\"sku\":\"P1\"}]}"), false);

        assertThat(report.get("refused").asText()).isNotBlank();
        assertThat(counted.find(store.website.id(), "A1")).isEmpty();
    }

    @Test
    void deletingTheFeedKeepsItsOrders() throws IOException {
        store.upload(feed, HEADER + line("A1", "P1"), false);

        store.runs.delete(store.website, feed);

        assertThat(store.feeds.find(store.website.id(), feed.id())).isEmpty();
        assertThat(counted.find(store.website.id(), "A1")).isPresent();
    }

    @Test
    void aDueFeedIsFetchedWithItsLoginAndAskedForLaterVersionsOnly() throws IOException {
        try (FeedServer server = new FeedServer()) {
            server.serve(200, FeedServer.gzip((HEADER + line("A1", "P1")).getBytes(StandardCharsets.UTF_8)),
                    "ETag", "\"v1\"");
            Feed due = orderFeed("Fetched", Optional.of(server.url()), Optional.of(Duration.ofHours(1)),
                    Optional.of(new SourceLogin("shop", "horse")));

            assertThat(store.schedule.runNext()).isTrue();
            time.advance(Duration.ofHours(2));
            assertThat(store.schedule.runNext()).isTrue();

            assertThat(counted.find(store.website.id(), "A1")).isPresent();
            assertEquals("Basic " + Base64.getEncoder().encodeToString("shop:horse".getBytes(StandardCharsets.UTF_8)),
                    server.lastAsked("Authorization"));
            assertEquals("\"v1\"", server.lastAsked("If-None-Match"));
            assertEquals(1, store.feeds.countRuns(store.website.id(), due.id()));
            assertEquals(Optional.of(time.instant()),
                    store.feeds.find(store.website.id(), due.id()).orElseThrow().state().lastChecked());
        }
    }

    @Test
    void aFailedFetchIsRepeatedSoonerThanAnInterval() {
        Feed due = orderFeed("Away", Optional.of("http://127.0.0.1:1/orders"), Optional.of(Duration.ofDays(1)),
                Optional.empty());

        assertThat(store.schedule.runNext()).isTrue();

        assertEquals(Optional.of(time.instant().plus(Duration.ofMinutes(1))),
                store.feeds.find(store.website.id(), due.id()).orElseThrow().state().nextRun());
    }

    @ParameterizedTest
    @CsvSource({"eshop-outdoor, 300, 658, 208, 100", "magento-luma, 300, 660, 207, 100",
        "online-boutique, 36, 73, 25, 36"})
    void realOrderFeedsSayTheSameInAllFormats(String shop, int orders, int lines, int customers, int legacy)
            throws IOException {
        Path feeds = Shared.path("data/catalogues/" + shop + "/feeds");
        String json = Files.readString(feeds.resolve("helloretail-orders.json"));
        assertCounts(store.upload(feed, json, false), orders, 0, 0);
        Map<String, List<String>> told = told(json);

        assertCounts(store.upload(feed, json, false), 0, 0, orders);
        assertCounts(store.upload(feed, Files.readString(feeds.resolve("orders-flat.csv")), false), 0, 0, orders);
        assertEquals(told, told(json));
        assertCounts(store.upload(feed, Files.readString(feeds.resolve("helloretail-orders-legacy.xml")), false),
                0, 0, legacy);
        assertEquals(told, told(json));
        assertEquals(lines, told.values().stream().mapToInt(order -> order.size() - 1).sum());
        assertEquals(customers, told.values().stream().filter(order -> order.getFirst().contains("CUSTOMER")).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eshop-outdoor", "magento-luma", "online-boutique"})
    void flatTextAloneTellsAsMuchAsJson(String shop) throws IOException {
        Path feeds = Shared.path("data/catalogues/" + shop + "/feeds");
        String json = Files.readString(feeds.resolve("helloretail-orders.json"));
        store.upload(feed, Files.readString(feeds.resolve("orders-flat.csv")), false);

        Map<String, List<String>> flat = told(json);
        store.upload(feed, json, false);

        assertEquals(flat, told(json));
    }

    /** What stands of each order that {@code json} names: whose it is and what it cost, and each line. */
    private Map<String, List<String>> told(String json) throws IOException {
        Map<String, List<String>> told = new TreeMap<>();
        for (JsonNode item : Json.mapper().readTree(json)) {
            CountedOrder order = order(item.get("orderNumber").asText());
            List<String> words = new ArrayList<>(List.of(order.buyers().getFirst().owner() + " "
                    + order.total().orElseThrow().stripTrailingZeros().toPlainString() + " " + order.at()));
            order.lines().stream().sorted(Comparator.comparing(OrderRunsTest::words)).map(OrderRunsTest::words)
                    .forEach(words::add);
            told.put(order.orderNumber(), words);
        }
        return told;
    }

    private static String words(OrderLine line) {
        return line.product().productNumber().orElseThrow() + " "
                + line.quantity().orElseThrow().stripTrailingZeros().toPlainString() + " "
                + line.lineTotal().orElseThrow().stripTrailingZeros().toPlainString();
    }

    private CountedOrder order(String number) {
        return counted.find(store.website.id(), number).orElseThrow();
    }

    private Feed orderFeed(String name, Optional<String> url, Optional<Duration> interval,
            Optional<SourceLogin> login) {
        return store.feeds.create(store.website.id(), FeedKind.ORDERS,
                new FeedSettings(name, url, Optional.empty(), interval, login));
    }

    private static void assertCounts(ObjectNode report, int added, int changed, int unchanged) {
        assertEquals(List.of(added, changed, unchanged), List.of(report.get("added").asInt(),
                report.get("changed").asInt(), report.get("unchanged").asInt()), report.toString());
    }

    private static String line(String number, String product) {
        return number + ";anna@example.test;C1;5;2026-01-01 10:00:00;" + product + ";1;5\n";
    }
}
