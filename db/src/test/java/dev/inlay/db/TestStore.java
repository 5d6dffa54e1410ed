package dev.inlay.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A throw-away store of a test, which can be closed and opened again: H2 in a temporary folder, or PostgreSQL. */
public final class TestStore implements AutoCloseable {
    public static final Secret SECRET = new Secret(new byte[Secret.MIN_LENGTH]);

    private final Path folder;
    private final DatabaseSettings settings;
    private final TestTime time = new TestTime(Instant.parse("2026-11-20T10:00:00Z"));
    private Database database;

    private TestStore(Path folder, DatabaseSettings settings) {
        this.folder = folder;
        this.settings = settings;
        open();
    }

    public static TestStore h2() {
        Path folder = temporaryFolder();
        return new TestStore(folder, DatabaseSettings.embedded(folder));
    }

    /** A new database on the one PostgreSQL of this JVM. */
    public static TestStore postgres() {
        Path folder = temporaryFolder();
        return new TestStore(folder, new DatabaseSettings(TestPostgres.newDatabase(), folder));
    }

    public Database database() {
        return database;
    }

    public DatabaseSettings settings() {
        return settings;
    }

    public Path folder() {
        return folder;
    }

    public TestTime time() {
        return time;
    }

    /** Opens the same store once more, as another node would. */
    public Database openAgain() {
        return Database.open(settings, SECRET, UnaryOperator.identity(), time);
    }

    /** Closes the store and opens it again, as a restart would. */
    public void restart() {
        restart(closed -> { });
    }

    /** As {@link #restart()}, with {@code meanwhile} done to the folder of the closed store. */
    public void restart(Consumer<Path> meanwhile) {
        database.close();
        meanwhile.accept(folder);
        open();
    }

    @Override
    public void close() {
        database.close();
        delete(folder);
    }

    private void open() {
        database = openAgain();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("inlay-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
