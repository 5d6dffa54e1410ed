package dev.inlay.server.newsletter;

import dev.inlay.db.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** {@link ConsentContract} on two nodes over one PostgreSQL: said at one, asked at the other. */
class ConsentPostgresIT extends ConsentContract {
    private static EmbeddedPostgres postgres;
    private static TestShop shop;
    private static TestShop other;

    @BeforeAll
    static void open(@TempDir Path here, @TempDir Path there) throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        shop = node(here);
        other = node(there);
    }

    private static TestShop node(Path folder) {
        return new TestShop(new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), folder),
                UnaryOperator.identity());
    }

    @AfterAll
    static void close() throws IOException {
        other.close();
        shop.close();
        postgres.close();
    }

    @Override
    TestShop shop() {
        return shop;
    }

    @Override
    TestShop other() {
        return other;
    }
}
