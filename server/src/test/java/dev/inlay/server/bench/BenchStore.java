package dev.inlay.server.bench;

import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A fresh store on disk, of either kind, each as durable as in production. Its folder goes with it. */
record BenchStore(String name, DatabaseSettings settings, AutoCloseable server) implements AutoCloseable {
    static BenchStore h2() throws IOException {
        return new BenchStore("H2", DatabaseSettings.embedded(Files.createTempDirectory("inlay-bench")), () -> { });
    }

    /** PostgreSQL that waits for the disk. */
    static BenchStore postgres() throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on").start();
        Path folder = Files.createTempDirectory("inlay-bench");
        return new BenchStore("PostgreSQL", new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), folder),
                postgres);
    }

    /** Makes the tables, where no server is to do so. */
    void migrate() {
        Database.open(settings, new Secret(new byte[32])).close();
    }

    @Override
    public void close() throws Exception {
        server.close();
        try (Stream<Path> files = Files.walk(settings.dataDir())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
