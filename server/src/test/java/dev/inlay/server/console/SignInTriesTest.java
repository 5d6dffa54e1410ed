package dev.inlay.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Errors;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often somebody may try to sign in, by a clock that the test moves. */
class SignInTriesTest {
    private static final String HERE = "192.0.2.7";

    @TempDir
    Path folder;
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private Database database;
    private WebsiteStore websites;
    private WebServer server;

    @BeforeEach
    void open() {
        Secret secret = new Secret(new byte[Secret.MIN_LENGTH]);
        database = Database.open(DatabaseSettings.embedded(folder), secret);
        websites = new WebsiteStore(database, secret);
        Console console = new Console(websites, new Access(websites, ConsoleDesk.KEY), secret, ConsoleDesk.KEY,
                "http://localhost", () -> now, List.of());
        server = WebServer.builder().host("127.0.0.1").port(0).routing(routing -> {
            Errors.register(routing);
            routing.register("/console", console);
        }).build().start();
    }

    @AfterEach
    void close() {
        client.close();
        server.stop();
        websites.close();
        database.close();
    }

    @Test
    void afterFiveWrongKeysNoKeyIsLookedAt() throws Exception {
        for (int tries = 0; tries < 5; tries++) {
            assertEquals(403, signIn("wrong", HERE).statusCode());
        }

        for (String key : List.of("wrong", ConsoleDesk.KEY)) {
            HttpResponse<String> refused = signIn(key, HERE);
            assertEquals(429, refused.statusCode());
            assertEquals("12", refused.headers().firstValue("Retry-After").orElseThrow());
            assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(refused.body()).contains("Too many wrong keys came from here.");
        }
    }

    @Test
    void triesComeBackWithTime() throws Exception {
        for (int tries = 0; tries < 6; tries++) {
            signIn("wrong", HERE);
        }
        now = now.plus(Duration.ofSeconds(12));

        assertEquals(303, signIn(ConsoleDesk.KEY, HERE).statusCode());
        assertEquals(403, signIn("wrong", HERE).statusCode());
        assertEquals(429, signIn("wrong", HERE).statusCode());
    }

    @Test
    void theRightKeyIsTakenAnyNumberOfTimes() throws Exception {
        for (int tries = 0; tries < 20; tries++) {
            assertEquals(303, signIn(ConsoleDesk.KEY, HERE).statusCode());
        }
    }

    @Test
    void whoComesFromElsewhereSignsIn() throws Exception {
        for (int tries = 0; tries < 6; tries++) {
            signIn("wrong", HERE);
        }

        assertEquals(303, signIn(ConsoleDesk.KEY, "192.0.2.8").statusCode());
    }

    private HttpResponse<String> signIn(String key, String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/console/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded").header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString("key=" + key)).build(), BodyHandlers.ofString());
    }
}
