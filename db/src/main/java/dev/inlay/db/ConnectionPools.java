package dev.inlay.db;

import com.zaxxer.hikari.HikariDataSource;

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

    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
