package dev.inlay.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Locale;

/** How we connect: few connections, short patience. */
final class ConnectionPool {
    private static final int READERS = 10;
    private static final int PATIENCE_MS = 1_000;
    private static final String OWN_H2_OPTIONS = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    private ConnectionPool() {
    }

    /** Opens the pool of all readers; the first connection is tried at once. */
    static HikariDataSource ofReaders(DatabaseSettings settings) {
        return open(settings, "inlay", READERS);
    }

    /** Opens the pool of the one writer, who never waits for a reader to give a connection back. */
    static HikariDataSource ofWriter(DatabaseSettings settings) {
        return open(settings, "inlay-writer", 1);
    }

    private static HikariDataSource open(DatabaseSettings settings, String name, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url(settings));
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(PATIENCE_MS);
        config.setValidationTimeout(PATIENCE_MS / 2);
        if (!settings.isH2()) {
            config.addDataSourceProperty("ApplicationName", "inlay");
            // The pool logs why a connection broke: without this with the values of the statement.
            config.addDataSourceProperty("logServerErrorDetail", "false");
            config.addDataSourceProperty("connectTimeout", "2");
            config.addDataSourceProperty("socketTimeout", "5");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.setConnectionInitSql("SET lock_timeout = 2000");
        }
        return new HikariDataSource(config);
    }

    /**
     * The URL with the options that our promises rest on: a commit is on its way to the file before it is acknowledged,
     * the embedded store closes when we close it, not when the process begins to end, and it keeps no trace file, which
     * would hold values of failed statements.
     */
    static String url(DatabaseSettings settings) {
        String url = settings.url();
        if (settings.isH2()) {
            for (String option : (DatabaseSettings.H2_OPTIONS + OWN_H2_OPTIONS).substring(1).split(";")) {
                String name = option.substring(0, option.indexOf('=') + 1);
                if (!url.toUpperCase(Locale.ROOT).contains(";" + name)) {
                    url += ";" + option;
                }
            }
        }
        return url;
    }
}
