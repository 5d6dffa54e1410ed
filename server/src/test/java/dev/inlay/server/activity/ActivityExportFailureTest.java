package dev.inlay.server.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.activity.ActivityExport;
import dev.inlay.db.activity.ActivityImport;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.PastEvent;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Errors;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export from a store that fails in between. */
class ActivityExportFailureTest {
    private static final String KEY = "a key of this installation, for tests";
    private static final Secret SECRET = new Secret(new byte[32]);

    @TempDir
    Path folder;

    /** How many more statements of an export the store takes before it fails for good; two make a page. */
    private final AtomicInteger good = new AtomicInteger(Integer.MAX_VALUE);
    private Database database;
    private WebsiteStore websites;
    private Website website;
    private WebServer server;

    @BeforeEach
    void start() {
        database = Database.open(DatabaseSettings.embedded(folder), SECRET, this::failing);
        websites = new WebsiteStore(database, SECRET);
        website = websites.create(new Website(0, new UUID(0, 0), "Shop", URI.create("https://shop.example/"),
                Currency.getInstance("EUR"), Locale.ENGLISH, List.of("shop.example"), WebsiteSettings.DEFAULTS));
        new ActivityImport(database).add(website.id(), IntStream.range(0, 3_000).mapToObj(number ->
                new PastEvent(Owner.of(new TrackingUserId("a".repeat(24))), EventType.VIEW,
                        ProductReference.ofNumber("p" + number), Instant.parse("2026-05-01T12:00:00Z"),
                        Optional.empty(), Optional.empty())).toList());
        ActivityExportService service =
                new ActivityExportService(new Access(websites, KEY), new ActivityExport(database));
        server = WebServer.builder().host("127.0.0.1").port(0).routing(routing -> {
            Errors.register(routing);
            routing.register("/api/websites/{websiteUuid}", service);
        }).build().start();
    }

    @AfterEach
    void stop() {
        good.set(Integer.MAX_VALUE);
        server.stop();
        websites.close();
        database.close();
    }

    @Test
    void storeThatFailsInBetweenBreaksTheAnswerOff() throws Exception {
        assertEquals(3_000, export().body().lines().count());

        good.set(2);

        assertThrows(IOException.class, this::export);
    }

    @Test
    void storeThatFailsAtOnceIsSaid() throws Exception {
        good.set(0);

        assertEquals(500, export().statusCode() / 100 * 100);
    }

    private HttpResponse<String> export() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()
                + "/api/websites/" + website.uuid() + "/activity")).header("Authorization", "Bearer " + KEY).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private DataSource failing(DataSource source) {
        return proxy(DataSource.class, source);
    }

    /** As {@code target}, but what reads the export fails once it may not be asked any more. */
    private <T> T proxy(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && arguments[0].toString().contains("LEFT JOIN")
                            && good.getAndDecrement() <= 0) {
                        throw new SQLException("the test wants it so");
                    }
                    Object result = method.invoke(target, arguments);
                    return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                }));
    }
}
