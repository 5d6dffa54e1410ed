package dev.inlay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
    private static final Secret SECRET = TestStore.SECRET;

    @TempDir
    Path folder;

    @Test
    void newStoreIsReady() {
        try (Database database = open()) {
            assertTrue(database.isReady());
            assertFalse(database.isShared());
        }
    }

    @Test
    void runMarkIsThereWhileTheStoreIsOpen() {
        try (Database database = open()) {
            assertTrue(Files.exists(folder.resolve("inlay.running")));
            assertTrue(database.isReady());
        }

        assertFalse(Files.exists(folder.resolve("inlay.running")));
    }

    @Test
    void storeThatAnotherProcessHasOpenIsRefusedInOneLine() throws IOException {
        open().close();

        try (FileChannel file = FileChannel.open(folder.resolve("inlay.mv.db"), StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertEquals("The store in " + folder + " cannot be opened: another process has it open.", refusal());
            assertTrue(lock.isValid());
        }
        open().close();
    }

    @Test
    void anotherSecretIsRefusedInOneLine() {
        open().close();
        byte[] other = new byte[Secret.MIN_LENGTH];
        other[0] = 1;

        String message = assertThrows(DatabaseOpenException.class, () ->
                Database.open(DatabaseSettings.embedded(folder), new Secret(other))).getMessage();

        assertThat(message).startsWith("The secret is not the one this store was made with").doesNotContain("\n");
        open().close();
    }

    @Test
    void storeOfANewerVersionIsRefusedInOneLine() {
        try (Database database = open()) {
            database.writes().write(new Entry<>(Lane.LIVE, "schema", "", writing -> writing.handle().execute("""
                    INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                        "checksum", "installed_by", "installed_on", "execution_time", "success")
                    VALUES (1000, '99', 'future', 'SQL', 'V99__future.sql', 1, 'x', CURRENT_TIMESTAMP, 1, TRUE)
                    """)));
        }

        assertEquals("The store was written by a newer version of Inlay (schema 99): start that version, "
                + "or restore an older backup.", refusal());
    }

    @Test
    void migrationThatWasCutShortIsTakenUpAgain() {
        try (Database database = open()) {
            database.writes().write(new Entry<>(Lane.LIVE, "schema", "", writing -> writing.handle().execute("""
                    DELETE FROM "flyway_schema_history" WHERE "version" > '1'
                    """)));
        }

        try (Database database = open()) {
            assertTrue(database.isReady());
        }
    }

    @Test
    void damagedStoreIsRefusedInOneLine() throws IOException {
        open().close();
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("inlay.mv.db").toFile(), "rw")) {
            file.write(new byte[(int) file.length()]);
        }

        assertThat(refusal()).startsWith("The store in " + folder + " cannot be opened: its file is damaged")
                .doesNotContain("\n");
    }

    @Test
    void databaseThatCannotBeReachedIsRefusedInOneLine() {
        DatabaseSettings settings =
                new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/inlay?user=inlay&password=hidden", folder);

        String message = assertThrows(DatabaseOpenException.class, () -> Database.open(settings, SECRET)).getMessage();

        assertEquals("The database of INLAY_DATABASE_URL cannot be opened: it cannot be reached.", message);
    }

    @Test
    void h2UrlAlwaysGetsTheOptionsThatMakeACommitDurable() {
        DatabaseSettings bare = new DatabaseSettings("jdbc:h2:file:/x;write_delay=0", folder);

        assertEquals("jdbc:h2:file:/x;write_delay=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_ON_EXIT=FALSE"
                + ";TRACE_LEVEL_FILE=0",
                ConnectionPool.url(bare));
        assertThat(ConnectionPool.url(DatabaseSettings.embedded(folder)))
                .endsWith(DatabaseSettings.H2_OPTIONS + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    }

    @Test
    void everyConnectionOfReaderAndWriterComesThroughTheDecorator() {
        AtomicInteger connections = new AtomicInteger();
        try (Database database =
                Database.open(DatabaseSettings.embedded(folder), SECRET, pool -> counting(pool, connections))) {
            int before = connections.get();
            database.read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
            database.writes().write(new Entry<>(Lane.LIVE, "a", "a", writing -> null));

            assertEquals(2, connections.get() - before);
        }
    }

    @Test
    void busyReadersNeverKeepTheWriterWaiting() {
        try (Database database = open()) {
            assertEquals(1, whileReading(database, 10, () -> tryToWrite(database)));
        }
    }

    @Test
    void storeThatClosedUnderUsIsOpenedAgain() {
        try (Database database = open()) {
            assertThrows(StoreException.class, () -> database.read(handle -> handle.execute("SHUTDOWN IMMEDIATELY")
                    + handle.createQuery("SELECT 1").mapTo(Integer.class).one()));

            int answer = 0;
            for (int i = 0; i < 50 && answer == 0; i++) {
                answer = tryToWrite(database);
            }

            assertEquals(1, answer);
            assertTrue(database.isReady());
        }
    }

    @Test
    void interruptedReadersNeverCloseTheStore() throws InterruptedException {
        try (Database database = open()) {
            fill(database);
            for (int reader = 0; reader < 50; reader++) {
                Thread thread = Thread.startVirtualThread(() -> readAll(database));
                Thread.sleep(2);
                thread.interrupt();
                thread.join();
            }

            assertTrue(database.isReady());
            assertEquals(1, tryToWrite(database));
        }
    }

    @Test
    void failuresNeverTellValues() {
        try (Database database = open()) {
            StoreException failure = assertThrows(StoreException.class, () -> database.read(handle ->
                    handle.createQuery("SELECT CAST(:value AS INTEGER)").bind("value", "anna@shop.example")
                            .mapTo(Integer.class).one()));

            assertThat(failure).hasNoCause().hasMessage("the store refused a statement (SQLState 22018)");
        }
    }

    /** What {@code work} answers while {@code connections} are in use. */
    private static int whileReading(Database database, int connections, IntSupplier work) {
        return connections == 0
                ? work.getAsInt()
                : database.read(handle -> {
                    handle.execute("SELECT 1");
                    return whileReading(database, connections - 1, work);
                });
    }

    private static void readAll(Database database) {
        try {
            database.read(handle ->
                    handle.createQuery("SELECT SUM(LENGTH(setting)) FROM installation").mapTo(Long.class).one());
        } catch (StoreException.Busy interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stores more than H2 keeps in memory, so that reading reads the file. */
    private static void fill(Database database) {
        database.writes().write(new Entry<>(Lane.BULK, "installation", "", writing -> {
            writing.handle().execute("SET CACHE_SIZE 64");
            return writing.handle().execute("INSERT INTO installation (name, setting) "
                    + "SELECT 'n' || \"X\", RPAD(CAST(\"X\" AS VARCHAR), 1000, 'x') FROM SYSTEM_RANGE(1, 5000)");
        }));
    }

    private static int tryToWrite(Database database) {
        try {
            return database.writes().write(new Entry<>(Lane.LIVE, "revision", "", writing ->
                    writing.handle().execute("INSERT INTO revision (website_id, topic, number) VALUES (1, 'x', 1)")));
        } catch (StoreException away) {
            return 0;
        }
    }

    private Database open() {
        return Database.open(DatabaseSettings.embedded(folder), SECRET);
    }

    private String refusal() {
        return assertThrows(DatabaseOpenException.class, this::open).getMessage();
    }

    private static DataSource counting(DataSource pool, AtomicInteger connections) {
        return (DataSource) Proxy.newProxyInstance(
                DatabaseTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        connections.incrementAndGet();
                    }
                    return method.invoke(pool, arguments);
                });
    }
}
