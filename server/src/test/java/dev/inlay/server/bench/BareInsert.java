package dev.inlay.server.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** The least that a store can do: rows of table {@code event} by one JDBC connection, {@code batch} for each commit. */
record BareInsert(String url, int batch) {
    /** Of no website that there is. */
    private static final int WEBSITE = 1_000_000;

    /** Inserts {@code rows}; returns how many that are in a second. */
    double rowsPerSecond(int rows) throws SQLException {
        long begin = System.nanoTime();
        long first = System.currentTimeMillis() << 16;
        try (Connection connection = DriverManager.getConnection(url); PreparedStatement insert =
                connection.prepareStatement("""
                        INSERT INTO event (website_id, owner_kind, owner_id, seen, id, type, product_number, url, at_ms)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            connection.setAutoCommit(false);
            for (int row = 0; row < rows; row++) {
                bind(insert, row, first + row);
                if ((row + 1) % batch == 0 || row == rows - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
        return rows * 1e9 / (System.nanoTime() - begin);
    }

    private static void bind(PreparedStatement insert, int row, long seen) throws SQLException {
        insert.setInt(1, WEBSITE);
        insert.setString(2, "t");
        insert.setString(3, "%024x".formatted(ThreadLocalRandom.current().nextInt(5_000)));
        insert.setLong(4, seen);
        insert.setLong(5, ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
        insert.setInt(6, 1);
        insert.setString(7, "P" + row % 500);
        insert.setString(8, null);
        insert.setLong(9, seen >> 16);
        insert.addBatch();
    }
}
