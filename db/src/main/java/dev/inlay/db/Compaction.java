package dev.inlay.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes the embedded store anew, so that its file holds nothing any more that was deleted.
 *
 * <p>The new file takes the place of the old one in one step, after it was closed, opened again and found to hold as
 * many rows of every table: whenever the process dies, one good store is there.
 */
public final class Compaction {
    private final DatabaseSettings settings;
    private final StoreFile file;

    /** What it came to: sizes of the store's file in bytes. */
    public record Result(long before, long after) { }

    private Compaction(DatabaseSettings settings, StoreFile file) {
        this.settings = settings;
        this.file = file;
    }

    /**
     * Compacts the store of {@code settings}, which nobody has open.
     *
     * @throws DatabaseOpenException with one clear line: not embedded, not there, open elsewhere, no room
     */
    public static Result run(DatabaseSettings settings) {
        if (!settings.isH2()) {
            throw new DatabaseOpenException("Only the embedded store is compacted here; PostgreSQL does it by VACUUM.");
        }
        StoreFile file = StoreFile.find(settings).orElseThrow(() ->
                new DatabaseOpenException("There is no embedded store in " + settings.dataDir() + "."));
        Compaction compaction = new Compaction(settings, file);
        try (Connection store = compaction.open()) {
            return compaction.replace(store);
        } catch (SQLException e) {
            throw compaction.unchanged("it failed with error " + e.getErrorCode());
        } catch (IOException e) {
            throw compaction.unchanged("its new file cannot be written, " + e.getClass().getSimpleName());
        }
    }

    private Connection open() {
        try {
            return connect(file.store(), ";IFEXISTS=TRUE");
        } catch (SQLException e) {
            throw OpenFailures.explain(settings, new IllegalStateException(e));
        }
    }

    /** The old file stays locked until the new one is in its place. */
    private Result replace(Connection store) throws SQLException, IOException {
        long before = Files.size(file.store());
        file.deleteLeftovers();
        try {
            copy(store);
            requireEqual(rows(store));
            force(file.copy());
            Files.move(file.copy(), file.store(), StandardCopyOption.ATOMIC_MOVE);
            force(file.store().getParent());
        } finally {
            file.deleteLeftovers();
        }
        return new Result(before, Files.size(file.store()));
    }

    /** By way of a script that nobody can read, should it be left. */
    private void copy(Connection store) throws SQLException, IOException {
        String script = "'" + file.script().toString().replace("'", "''")
                + "' COMPRESSION DEFLATE CIPHER AES PASSWORD '" + UUID.randomUUID() + "'";
        execute(store, "SCRIPT TO " + script);
        try (Connection copy = connect(file.copy(), "")) {
            execute(copy, "RUNSCRIPT FROM " + script);
            execute(copy, "SHUTDOWN DEFRAG");
        }
        Files.delete(file.script());
    }

    private Connection connect(Path mvDb, String option) throws SQLException {
        return DriverManager.getConnection(ConnectionPool.url(file.at(mvDb)) + option);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, Long> rows(Connection connection) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                        SELECT table_schema, table_name FROM information_schema.tables
                        WHERE table_type = 'BASE TABLE' AND UPPER(table_schema) <> 'INFORMATION_SCHEMA'
                        """)) {
            while (tables.next()) {
                String table = "\"" + tables.getString(1) + "\".\"" + tables.getString(2) + "\"";
                rows.put(table, count(connection, table));
            }
        }
        return rows;
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            count.next();
            return count.getLong(1);
        }
    }

    private void requireEqual(Map<String, Long> rows) throws SQLException {
        try (Connection copy = connect(file.copy(), ";IFEXISTS=TRUE")) {
            if (!rows.equals(rows(copy))) {
                throw unchanged("its copy does not hold the same rows");
            }
        }
    }

    private DatabaseOpenException unchanged(String why) {
        return new DatabaseOpenException("The store in " + settings.dataDir() + " stays as it is: " + why + ".");
    }

    private static void force(Path path) throws IOException {
        StandardOpenOption how = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
