package dev.inlay.db;

import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * The one database of a node: opened, migrated, checked; read on the caller's thread, written by {@link WriteQueue}.
 */
public final class Database implements AutoCloseable {
    /** A question to the store. */
    @FunctionalInterface
    public interface Query<T> {
        T ask(Handle handle);
    }

    private Database() {
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
        throw new UnsupportedOperationException("next");
    }

    /**
     * Asks {@code query} on a pooled connection, on the calling thread.
     *
     * @throws StoreException if the store fails or gives no connection in time; never with a value in its message
     */
    public <T> T read(Query<T> query) {
        throw new UnsupportedOperationException("next");
    }

    /** The one writer. */
    public WriteQueue writes() {
        throw new UnsupportedOperationException("next");
    }

    /** Whether the store answers a trivial question within a second and the queue of writes has room. */
    public boolean isReady() {
        throw new UnsupportedOperationException("next");
    }

    /** Finishes what was taken, then closes. */
    @Override
    public void close() {
        throw new UnsupportedOperationException("next");
    }
}
