package dev.inlay.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import dev.inlay.server.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
    private static final Instant BEGIN = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(20, ChronoUnit.DAYS);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private TestServer server;
    private Website website;

    @BeforeEach
    void start() {
        server = TestServer.on(folder.resolve("data"));
        website = server.website(WebsiteSettings.DEFAULTS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void questionsAreAnsweredFromWhatTheServerKnows() throws IOException {
        view(1, "p1", 0);
        view(2, "p2", 5);
        Path queries = Files.writeString(folder.resolve("queries.jsonl"), "{\"q\":7,\"events\":[]}\n");
        Path answers = folder.resolve("results.jsonl");

        assertEquals(0, run("--queries", queries.toString(), "--out", answers.toString()));
        assertEquals("{\"q\":\"7\",\"items\":[\"p2\",\"p1\"]}\n", Files.readString(answers));

        assertEquals(0, run("--queries", queries.toString(), "--out", answers.toString(), "--website",
                website.uuid().toString(), "--at", BEGIN.plus(1, ChronoUnit.DAYS).toString()));
        assertEquals("{\"q\":\"7\",\"items\":[\"p1\"]}\n", Files.readString(answers));
        assertThat(out.toString()).contains("1 questions answered from 1 events");
    }

    @Test
    void daysThatNoCampaignTakesAreRefused() {
        assertEquals(1, run("--from", "2026-05-01", "--to", "2026-05-02", "--reminder-days", "2000000000"));
        assertEquals(1, run("--from", "2026-05-01", "--to", "2026-05-02", "--exclude-bought-days", "-1"));

        assertThat(err.toString()).contains("--reminder-days must be 0 to 3650 - was '2000000000'",
                "--exclude-bought-days must be 0 to 3650 - was '-1'");
    }

    @Test
    void mailsOfThePastAreMeasured() throws IOException {
        for (int person = 1; person <= 30; person++) {
            view(person, "p" + person % 3, 1);
            view(person, "p" + person % 3, 8);
        }

        String[] cuts = {"--from", BEGIN.plus(7, ChronoUnit.DAYS).toString(), "--to",
            BEGIN.plus(9, ChronoUnit.DAYS).toString(), "--every", "2d", "--horizon", "48h"};
        assertEquals(0, run(cuts));

        assertThat(out.toString().lines()).anyMatch(line -> line.matches("people with a history: 30 questions.*"))
                .anyMatch(line -> line.matches("  for_you +1.00 \\(1.00-1.00\\).*"))
                .contains("note: warm: 30 questions are too few to tell anything; at least 100 are needed");
        out.reset();
        String[] asJson = Arrays.copyOf(cuts, cuts.length + 1);
        asJson[cuts.length] = "--json";
        assertEquals(0, run(asJson));
        assertEquals(1.0, Json.parseObject(out.toByteArray()).at("/figures/warm/for_you/HR@1/value").doubleValue());
    }

    @Test
    void betterNumbersAreLookedForOnTheDaysBefore() {
        for (int person = 1; person <= 20; person++) {
            for (int day = 1; day <= 9; day++) {
                view(person, "p" + (person + day * day) % 5, day);
            }
        }

        assertEquals(0, run("--from", BEGIN.plus(7, ChronoUnit.DAYS).toString(), "--to",
                BEGIN.plus(8, ChronoUnit.DAYS).toString(), "--horizon", "1d", "--tune", "--trials", "3"));

        assertThat(err.toString()).contains("trial 1: MRR@20 ", "\"ageingDays\":", "trial 3: ");
        assertThat(out.toString()).contains("  tuned ").containsAnyOf("leave them.", "PATCH /api/websites/");
    }

    @Test
    void numbersThatTheOperatorSetAreThoseThatAreMeasured() {
        String path = "/api/websites/" + website.uuid();
        assertEquals(400, server.manage("PATCH", path, TestServer.INSTALLATION_KEY, "{\"picking\":{\"luck\":1}}")
                .statusCode());
        assertEquals(200, server.manage("PATCH", path, TestServer.INSTALLATION_KEY,
                "{\"picking\":{\"ageingDays\":7.5}}").statusCode());
        view(1, "p1", 1);
        view(1, "p1", 8);

        assertEquals(0, run("--from", BEGIN.plus(7, ChronoUnit.DAYS).toString(), "--to",
                BEGIN.plus(7, ChronoUnit.DAYS).toString(), "--tune", "--trials", "1"));

        assertThat(err.toString()).contains("\"ageingDays\":7.5");
    }

    @Test
    void whatCannotBeIsOneLineAndExitCodeOne() throws IOException {
        assertFails("inlay: give --queries and --out, or --from and --to\n");
        assertFails("inlay: --from must not be after --to\n", "--from", "2026-05-02", "--to", "2026-05-01");
        assertFails("0 people asked\ninlay: nobody did anything within the horizon of any cut\n", "--from",
                "2026-05-01", "--to", "2026-05-01");
        Path queries = Files.writeString(folder.resolve("queries.jsonl"), "{\"events\":[]}");
        Path answers = folder.resolve("results.jsonl");
        assertFails("inlay: " + queries + ", line 1: q is required\n", "--queries", queries.toString(), "--out",
                answers.toString());
        assertFails("inlay: --strategies must name strategies - was 'magic'\n", "--queries", queries.toString(),
                "--out", answers.toString(), "--strategies", "magic");
        assertThat(answers).doesNotExist();
    }

    private void assertFails(String message, String... arguments) {
        err.reset();
        assertEquals(1, run(arguments));
        assertEquals(message, err.toString());
    }

    private void view(int person, String product, int day) {
        String line = "{\"type\":\"view\",\"trackingUserId\":\"%024x\",\"productNumber\":\"%s\",\"time\":\"%s\"}"
                .formatted(person, product, BEGIN.plus(day, ChronoUnit.DAYS));
        assertEquals(200, server.manage("POST", "/api/websites/" + website.uuid() + "/activity",
                TestServer.INSTALLATION_KEY, line).statusCode());
    }

    private int run(String... arguments) {
        PrintStream normal = System.out;
        PrintStream errors = System.err;
        System.setOut(new PrintStream(out, true));
        System.setErr(new PrintStream(err, true));
        try {
            return new CommandLine(new EvaluateCommand(folder, Map.of("INLAY_PORT", String.valueOf(server.port()),
                    "INLAY_ADMIN_KEY", TestServer.INSTALLATION_KEY))).execute(arguments);
        } finally {
            System.setOut(normal);
            System.setErr(errors);
        }
    }
}
