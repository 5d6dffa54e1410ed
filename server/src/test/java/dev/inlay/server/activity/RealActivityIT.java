package dev.inlay.server.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.activity.Position;
import dev.inlay.db.activity.TimelineEntry;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.Shared;
import dev.inlay.server.TestServer;
import dev.inlay.server.http.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A week of a real shop. */
class RealActivityIT {
    private static final int EVENTS = 38_712;
    /** The week is longer ago than anything is kept. */
    private static final Duration LATER = Duration.ofDays(4_000);
    private static final WebsiteSettings LONG =
            new WebsiteSettings(ZoneOffset.UTC, Optional.empty(), true, 3650, false, 7, 395);

    @TempDir
    Path folder;

    @Test
    void weekOfARealShopCountsOnceHoweverOftenItIsImported() throws IOException {
        String lines = lines(Shared.path("data/retailrocket-week/events.tsv.gz"));
        try (TestServer server = TestServer.on(folder)) {
            Website website = server.website(LONG);
            JsonNode first = add(server, website, lines);

            JsonNode second = add(server, website, lines);

            assertEquals(EVENTS, first.get("lines").intValue());
            assertEquals(0, first.get("warningCount").intValue());
            assertEquals(EVENTS, second.get("known").intValue());
            assertEquals(first.get("imported").intValue(), count(server, website));
        }
    }

    private static JsonNode add(TestServer server, Website website, String lines) {
        return Json.parseObject(server.manage("POST", "/api/websites/" + website.uuid() + "/activity",
                server.key(website, Scope.INGEST), lines).body().getBytes(StandardCharsets.UTF_8));
    }

    private static int count(TestServer server, Website website) {
        int count = 0;
        Position before = Position.NEWEST;
        for (List<TimelineEntry> page = page(server, website, before); !page.isEmpty();
                page = page(server, website, before)) {
            count += page.size();
            before = page.getLast().position();
        }
        return count;
    }

    private static List<TimelineEntry> page(TestServer server, Website website, Position before) {
        return server.activities.latest(website.id(), before, 10_000);
    }

    private static String lines(Path packed) throws IOException {
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
            return rows.lines().skip(1).map(RealActivityIT::line).collect(Collectors.joining("\n"));
        }
    }

    /** Columns are session, item, time, user, type, category. */
    private static String line(String row) {
        String[] columns = row.split("\t");
        String type = switch (columns[4]) {
            case "addtocart" -> "cart";
            case "transaction" -> "purchase";
            default -> "view";
        };
        return "{\"type\":\"%s\",\"customerId\":\"%s\",\"productNumber\":\"%s\",\"time\":\"%s\"}".formatted(type,
                columns[3], columns[1], Instant.ofEpochSecond(Long.parseLong(columns[2])).plus(LATER));
    }
}
