package dev.inlay.server.tracking;

import dev.inlay.db.DatabaseSettings;
import dev.inlay.server.TestServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class TrackingServicePostgresIT extends TrackingServiceContract {
    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        server = new TestServer(new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), folder));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        postgres.close();
    }

    @Override
    TestServer server() {
        return server;
    }
}
