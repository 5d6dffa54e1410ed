package dev.inlay.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.activity.Position;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportActivityCommandTest {
    private static final String VIEW =
            "{\"type\":\"view\",\"customerId\":\"17\",\"productNumber\":\"p%d\",\"time\":\""
                    + LocalDate.now().minusDays(9) + "T12:00:00Z\"}\n";

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
    void fileOfSeveralPartsIsImportedIntoTheOnlyWebsite() throws IOException {
        Path file = Files.writeString(folder.resolve("history.ndjson"), lines(LineParts.LINES + 10) + "nonsense");

        assertEquals(0, run(file.toString()));

        assertEquals("""
                5,011 lines: 5,010 imported, 0 known, 0 ignored, 1 bad; \
                5,010 of products that the catalogue does not hold
                  line 5011: line must be JSON of at most 16 levels
                """, out.toString());
    }

    @Test
    void importThatIsStartedAgainCountsOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("history.ndjson"), lines(3));
        run(file.toString());
        out.reset();

        assertEquals(0, run(file.toString(), "--website", website.uuid().toString()));

        assertThat(out.toString()).startsWith("3 lines: 0 imported, 3 known");
    }

    @Test
    void packedFileGoesToAServerElsewhereWithAKeyOfItsOwn() throws IOException {
        Path file = folder.resolve("history.ndjson.gz");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(lines(3).getBytes());
        }

        assertEquals(0, run(Map.of("INLAY_API_KEY", server.key(website, Scope.INGEST)), file.toString(),
                "--website", website.uuid().toString(), "--url", "http://127.0.0.1:" + server.port()));

        assertEquals(3, server.activities.latest(website.id(), Position.NEWEST, 10).size());
    }

    @Test
    void severalWebsitesMustBeToldApart() throws IOException {
        Website other = server.website(WebsiteSettings.DEFAULTS);
        Path file = Files.writeString(folder.resolve("history.ndjson"), lines(3));

        assertEquals(1, run(file.toString()));

        assertThat(err.toString()).startsWith("inlay: --website must name one of 2 websites\n")
                .contains(website.uuid() + "  Daybird", other.uuid() + "  Daybird");
    }

    @Test
    void whatCannotBeIsOneLineAndExitCodeOne() throws IOException {
        assertEquals(1, run(folder.resolve("missing").toString()));
        assertThat(err.toString()).isEqualTo("inlay: " + folder.resolve("missing") + " cannot be read\n");
        err.reset();
        Path file = Files.writeString(folder.resolve("history.ndjson"), lines(3));

        assertEquals(1, run(Map.of("INLAY_PORT", "1", "INLAY_ADMIN_KEY", TestServer.INSTALLATION_KEY),
                file.toString()));

        assertThat(err.toString())
                .isEqualTo("inlay: no server answers at http://127.0.0.1:1: start it with ./inlay serve\n");
    }

    @Test
    void progressTellsWhatIsDoneAndWhatIsLeft() {
        assertEquals("[#######.......................]  25 %  10,000 lines, 5,000 lines/s, 0:06 left",
                Progress.text(250, OptionalLong.of(1_000), 10_000, Duration.ofSeconds(2)));
        assertEquals("10,000 lines, 5,000 lines/s",
                Progress.text(250, OptionalLong.empty(), 10_000, Duration.ofSeconds(2)));
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(VIEW::formatted).collect(Collectors.joining());
    }

    private int run(String... arguments) {
        return run(Map.of("INLAY_PORT", String.valueOf(server.port()), "INLAY_ADMIN_KEY",
                TestServer.INSTALLATION_KEY), arguments);
    }

    /** Runs the command with what it prints kept. */
    private int run(Map<String, String> environment, String... arguments) {
        PrintStream normal = System.out;
        PrintStream errors = System.err;
        System.setOut(new PrintStream(out, true));
        System.setErr(new PrintStream(err, true));
        try {
            return new CommandLine(new ImportActivityCommand(folder, environment)).execute(arguments);
        } finally {
            System.setOut(normal);
            System.setErr(errors);
        }
    }
}
