package dev.inlay.db;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * The one database of a node: opened, migrated, checked; read by many, written by {@link WriteQueue}.
 */
public final class Database implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Database.class.getName());

    private final ConnectionPools pools;
    private final Jdbi jdbi;
    private final Jdbi writerJdbi;
    private final boolean embedded;
    private final RunMark mark;
    private final StoreFailures failures;
    private final SeenClock clock;
    private final WriteQueue writes;
    /** Whether no check of the indexes is due: else the mark stays, and the next start checks. */
    private volatile boolean sound;
    private final Follower follower = new Follower();

    /** A question to the store; asked again if the connection was cut off, so it must do nothing else. */
    @FunctionalInterface
    public interface Query<T> {
        T ask(Handle handle);
    }

    private Database(DatabaseSettings settings, ConnectionPools pools, Jdbi jdbi, Jdbi writerJdbi,
            InstantSource time) {
        this.pools = pools;
        this.jdbi = jdbi;
        this.writerJdbi = writerJdbi;
        embedded = settings.isH2();
        mark = new RunMark(settings.dataDir());
        failures = new StoreFailures(pools::dropConnections);
        clock = new SeenClock(time, jdbi.withHandle(StoredClock::latest));
        writes = new WriteQueue(new GroupCommit(writerJdbi::open, failures, clock, time));
    }

    /**
     * Opens the store, brings its schema up to date and compares the fingerprint of {@code secret}.
     *
     * @throws DatabaseOpenException with one clear line: locked by another process, newer than this program, another
     *         secret, not reachable
     */
    public static Database open(DatabaseSettings settings, Secret secret) {
        return open(settings, secret, UnaryOperator.identity());
    }

    /** As {@link #open(DatabaseSettings, Secret)}, with every connection coming through {@code decorator}. */
    public static Database open(DatabaseSettings settings, Secret secret, UnaryOperator<DataSource> decorator) {
        return open(settings, secret, decorator, InstantSource.system());
    }

    /** As {@link #open(DatabaseSettings, Secret, UnaryOperator)}, with {@code time} as the writer's wall clock. */
    public static Database open(DatabaseSettings settings, Secret secret, UnaryOperator<DataSource> decorator,
            InstantSource time) {
        ConnectionPools pools = null;
        try {
            createFolder(settings);
            pools = ConnectionPools.open(settings);
            Migrations.run(settings);
            Jdbi jdbi = jdbi(decorator.apply(pools.readers()));
            jdbi.useHandle(handle -> SecretCheck.check(handle, secret));
            Database database = new Database(settings, pools, jdbi, jdbi(decorator.apply(pools.writer())), time);
            database.begin();
            deleteLeftovers(settings);
            return database;
        } catch (RuntimeException failure) {
            if (pools != null) {
                pools.close();
            }
            throw OpenFailures.explain(settings, failure);
        }
    }

    /**
     * Asks {@code query} on a pooled connection, while the calling thread waits.
     *
     * @throws StoreException if the store fails or gives no connection in time; never with a value in its message
     */
    public <T> T read(Query<T> query) {
        return embedded ? Uninterrupted.call(() -> ask(query)) : ask(query);
    }

    /** Reads the annotations of DAOs once, so that attaching them to a handle costs little. */
    public void prepare(List<Class<?>> daos) {
        daos.forEach(dao -> {
            jdbi.useExtension(dao, attached -> { });
            writerJdbi.useExtension(dao, attached -> { });
        });
    }

    /** The one writer. */
    public WriteQueue writes() {
        return writes;
    }

    /** Makes sure that later arrivals count as later than {@code seen}, which was read from another node's row. */
    public void raiseSeen(long seen) {
        clock.raise(seen);
    }

    /** Whether other nodes may use the same store: not while it is embedded in this process. */
    public boolean isShared() {
        return !embedded;
    }

    /** Runs {@code check} every half second until {@link #unfollow}: for stores that keep rows in memory. */
    public void follow(Runnable check) {
        follower.add(check);
    }

    /** Ends {@link #follow}. */
    public void unfollow(Runnable check) {
        follower.remove(check);
    }

    /** Whether the store answers a trivial question within a second and the queue of writes has room. */
    public boolean isReady() {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.startVirtualThread(() -> answer.complete(answers()));
        return writes.hasRoom() && answer.completeOnTimeout(false, 1, TimeUnit.SECONDS).join();
    }

    /** How busy the connections of readers are. */
    public ReaderPool readers() {
        return pools.readerPool();
    }

    /** Finishes what was taken, then closes. */
    @Override
    public void close() {
        follower.close();
        boolean finished = writes.close();
        pools.close();
        if (embedded && finished && sound) {
            mark.remove();
        }
    }

    /** For checks and tests of this package. */
    Jdbi jdbi() {
        return jdbi;
    }

    private <T> T ask(Query<T> query) {
        try {
            return askOnce(query);
        } catch (RuntimeException failure) {
            if (!failures.isCutOff(failure)) {
                throw failures.toCaller(failure);
            }
        }
        try {
            return askOnce(query);
        } catch (RuntimeException failure) {
            throw failures.toCaller(failure);
        }
    }

    private <T> T askOnce(Query<T> query) {
        try (Handle handle = jdbi.open()) {
            return query.ask(handle);
        }
    }

    private static Jdbi jdbi(DataSource connections) {
        return Jdbi.create(connections).installPlugin(new SqlObjectPlugin());
    }

    private static void createFolder(DatabaseSettings settings) {
        try {
            Files.createDirectories(settings.dataDir());
        } catch (IOException e) {
            throw new DatabaseOpenException("The folder " + settings.dataDir() + " cannot be made: "
                    + e.getClass().getSimpleName() + ".");
        }
    }

    /** A compaction cannot be at work while the store is open. */
    private static void deleteLeftovers(DatabaseSettings settings) {
        StoreFile.find(settings).ifPresent(StoreFile::deleteLeftovers);
    }

    private void begin() {
        sound = !embedded || !mark.set();
        if (!sound) {
            Thread.ofPlatform().daemon().name("inlay-self-check").start(this::selfCheck);
        }
    }

    private void selfCheck() {
        try {
            new SelfCheck(jdbi, writes).run();
            sound = true;
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The self-check failed: {0}", failures.toCaller(failure).getMessage());
        }
    }

    private boolean answers() {
        try {
            return read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one()) == 1;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
