package dev.inlay.server.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityExportServiceTest {
    private static final Instant BEGIN = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(9, ChronoUnit.DAYS);
    private static final String PHONE = "0123456789abcdef00000001";

    @TempDir
    static Path folder;

    static TestServer server;

    Website website;
    String admin;

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
        website = server.website(WebsiteSettings.DEFAULTS);
        admin = server.key(website, Scope.ADMIN);
    }

    @Test
    void whatIsGivenOutCanBeTakenInElsewhere() {
        String lines = """
                {"type":"view","trackingUserId":"%1$s","customerId":"K-1","productNumber":"stove","time":"%2$s"}
                {"type":"cart","trackingUserId":"%1$s","customerId":"K-1","productNumber":"stove","time":"%3$s"}
                {"type":"purchase","customerId":"K-2","productNumber":"tent","time":"%4$s","orderNumber":"SO-1"}
                """.formatted(PHONE, BEGIN, BEGIN.plusSeconds(1), BEGIN.plusSeconds(2));
        add(website, lines);
        String told = activity("");
        Website other = server.website(WebsiteSettings.DEFAULTS);

        add(other, told);

        assertEquals(lines, told);
        website = other;
        admin = server.key(other, Scope.ADMIN);
        assertEquals(lines, activity(""));
    }

    @Test
    void severalPagesAreOneAnswer() {
        add(website, IntStream.range(0, 4_500).mapToObj(number -> view("p" + number, BEGIN.plusSeconds(number / 3)))
                .collect(Collectors.joining()));

        assertThat(activity("").lines()).hasSize(4_500).doesNotHaveDuplicates();
    }

    @Test
    void timesBoundWhatIsTold() {
        IntStream.range(0, 4).forEach(day -> add(website, view("day" + day, BEGIN.plus(day, ChronoUnit.DAYS))));
        String from = BEGIN.plus(1, ChronoUnit.DAYS).toString().substring(0, 10);

        assertThat(activity("?from=" + from + "&to=" + BEGIN.plus(3, ChronoUnit.DAYS)).lines())
                .satisfiesExactly(line -> assertThat(line).contains("day1"), line -> assertThat(line).contains("day2"));
        assertThat(get("?from=soon", admin).statusCode()).isEqualTo(400);
        assertThat(get("?from=soon", admin).body()).contains("from must be ISO 8601");
    }

    @Test
    void onlyWhoMayReadMayReadIds() {
        assertEquals(401, get("", "").statusCode());
        assertEquals(200, get("", server.key(website, Scope.READ)).statusCode());
        assertEquals(403, get("", server.key(website, Scope.INGEST)).statusCode());
        assertEquals(404, server.manage("GET", "/api/websites/00000000-0000-0000-0000-000000000001/activity",
                TestServer.INSTALLATION_KEY, "").statusCode());
        assertEquals("application/x-ndjson", get("", admin).headers().firstValue("Content-Type").orElseThrow());
    }

    private static String view(String product, Instant time) {
        return "{\"type\":\"view\",\"trackingUserId\":\"" + PHONE + "\",\"productNumber\":\"" + product
                + "\",\"time\":\"" + time + "\"}\n";
    }

    private void add(Website to, String lines) {
        assertEquals(200, server.manage("POST", "/api/websites/" + to.uuid() + "/activity",
                TestServer.INSTALLATION_KEY, lines).statusCode());
    }

    private String activity(String query) {
        return get(query, admin).body();
    }

    private HttpResponse<String> get(String query, String key) {
        return server.manage("GET", "/api/websites/" + website.uuid() + "/activity" + query, key, "");
    }
}
