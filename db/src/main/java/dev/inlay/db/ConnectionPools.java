package dev.inlay.db;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

/** The connections of a node: one pool for all readers, and one connection that is the writer's own. */
record ConnectionPools(HikariDataSource readers, HikariDataSource writer) implements AutoCloseable {
    static ConnectionPools open(DatabaseSettings settings) {
        HikariDataSource readers = ConnectionPool.ofReaders(settings);
        try {
            return new ConnectionPools(readers, ConnectionPool.ofWriter(settings));
        } catch (RuntimeException failure) {
            readers.close();
            throw failure;
        }
    }

    /** Uses no connection again that was made before now. */
    void dropConnections() {
        readers.getHikariPoolMXBean().softEvictConnections();
        writer.getHikariPoolMXBean().softEvictConnections();
    }

    ReaderPool readerPool() {
        HikariPoolMXBean pool = readers.getHikariPoolMXBean();
        return new ReaderPool(readers.getMaximumPoolSize(), pool.getActiveConnections(),
                pool.getThreadsAwaitingConnection());
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
