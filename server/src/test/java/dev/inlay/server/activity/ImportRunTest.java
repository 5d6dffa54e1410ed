package dev.inlay.server.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.StoreException;
import dev.inlay.db.activity.ActivityImport;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import on a store that fails in between. */
class ImportRunTest {
    private static final int LINES = 1_000;

    @TempDir
    Path folder;

    /** How many more connections the store gives before it fails, and how often it fails then. */
    private final AtomicInteger good = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger bad = new AtomicInteger();
    private Database database;
    private CatalogueStore catalogues;
    private Website website;

    @BeforeEach
    void open() {
        Secret secret = new Secret(new byte[32]);
        database = Database.open(DatabaseSettings.embedded(folder), secret, this::failing);
        catalogues = new CatalogueStore(database);
        try (WebsiteStore websites = new WebsiteStore(database, secret)) {
            website = websites.create(new Website(0, new UUID(0, 0), "Shop", URI.create("https://shop.example/"),
                    Currency.getInstance("EUR"), Locale.ENGLISH, List.of("shop.example"), WebsiteSettings.DEFAULTS));
        }
    }

    @AfterEach
    void close() {
        bad.set(0);
        catalogues.close();
        database.close();
    }

    @Test
    void storeThatIsAwayForAMomentIsWaitedFor() throws IOException {
        ImportRun run = run(Duration.ofMinutes(1));
        good.set(1);
        bad.set(4);

        run.run(new ImportLines(lines()));

        assertEquals(0, bad.get());
        assertEquals(LINES, run.report().json().get("imported").intValue());
        assertEquals(LINES, run.lastStored());
    }

    @Test
    void importThatMustEndTellsHowFarItCame() throws IOException {
        ImportRun run = run(Duration.ZERO);
        good.set(1);
        bad.set(Integer.MAX_VALUE);

        assertThrows(StoreException.class, () -> run.run(new ImportLines(lines())));

        ObjectNode report = run.report().json();
        assertEquals(run.lastStored(), report.get("imported").longValue());
        bad.set(0);
        ImportRun again = run(Duration.ofMinutes(1));
        again.run(new ImportLines(lines()));
        assertEquals(run.lastStored(), again.report().json().get("known").longValue());
        assertEquals(LINES - run.lastStored(), again.report().json().get("imported").longValue());
    }

    private ImportRun run(Duration patience) {
        return new ImportRun(website, new ActivityImport(database), catalogues,
                new LineParser(new PersonalData(new Secret(new byte[32])), ZoneOffset.UTC, InstantSource.system()),
                Instant.parse("2026-05-02T12:00:00Z"), patience);
    }

    private static InputStream lines() {
        return new ByteArrayInputStream(IntStream.range(0, LINES).mapToObj(number -> """
                {"type":"view","customerId":"anna","productNumber":"p%d","time":"2026-05-01T12:00:00Z"}
                """.formatted(number)).collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8));
    }

    private DataSource failing(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && isWriter() && good.getAndDecrement() <= 0
                            && bad.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new SQLTransientConnectionException("no connection");
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static boolean isWriter() {
        return Thread.currentThread().getName().equals("inlay-writer");
    }
}
