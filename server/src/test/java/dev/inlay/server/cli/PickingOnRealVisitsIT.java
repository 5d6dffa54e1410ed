package dev.inlay.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.Harness;
import dev.inlay.server.Shared;
import dev.inlay.server.TestServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A month of visits, imported into a running server, answers the questions of the published harness. */
class PickingOnRealVisitsIT {
    private static final WebsiteSettings LONG =
            new WebsiteSettings(ZoneOffset.UTC, Optional.empty(), true, 3650, false, 7, 395);

    @TempDir
    Path folder;

    @Test
    void nextProductOfAVisitIsForeseen() throws Exception {
        Harness harness = Harness.find();
        Path train = Shared.path("data/serenade-toy/train.tsv.gz");
        harness.queries(train, Shared.path("data/serenade-toy/test.tsv.gz"), folder);
        Path results = folder.resolve("results.jsonl");
        try (TestServer server = TestServer.on(folder.resolve("data"))) {
            Website website = server.website(LONG);
            assertEquals(200, server.manage("POST", "/api/websites/" + website.uuid() + "/activity",
                    TestServer.INSTALLATION_KEY, lines(train)).statusCode());

            assertEquals(0, new CommandLine(new EvaluateCommand(folder, Map.of("INLAY_PORT",
                    String.valueOf(server.port()), "INLAY_ADMIN_KEY", TestServer.INSTALLATION_KEY)))
                    .execute("--queries", folder.resolve("queries.jsonl").toString(), "--out", results.toString()));
        }

        Map<String, Double> figures = harness.score(folder.resolve("truth.jsonl"), results, train);
        System.out.println("serenade-toy, by the running product: " + figures);
        assertThat(figures).containsEntry("n", 931.0).containsEntry("missing", 0.0)
                .containsEntry("with_duplicates", 0.0);
        assertThat(figures.get("HR@20")).isGreaterThan(.65);
        assertThat(figures.get("MRR@20")).isGreaterThan(.24);
    }

    private static String lines(Path packed) throws IOException {
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(packed)), StandardCharsets.UTF_8))) {
            return rows.lines().skip(1).map(PickingOnRealVisitsIT::line).collect(Collectors.joining("\n"));
        }
    }

    /** Columns are visit, product and time; there are no people, so that each visit is a tracking user. */
    private static String line(String row) {
        String[] columns = row.split("\t");
        return "{\"type\":\"view\",\"trackingUserId\":\"%024x\",\"productNumber\":\"%s\",\"time\":\"%s\"}".formatted(
                Long.parseLong(columns[0]) + 1, columns[1],
                Instant.ofEpochMilli(new BigDecimal(columns[2]).movePointRight(3).longValue()));
    }
}
