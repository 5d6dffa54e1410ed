package dev.inlay.server.newsletter;

import dev.inlay.db.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class LocksPostgresIT extends LocksContract {
    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static TestShop shop;

    @BeforeAll
    static void open() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        shop = new TestShop(new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), folder),
                UnaryOperator.identity());
    }

    @AfterAll
    static void close() throws IOException {
        shop.close();
        postgres.close();
    }

    @Override
    TestShop shop() {
        return shop;
    }
}
