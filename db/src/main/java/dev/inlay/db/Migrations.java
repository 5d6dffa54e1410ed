package dev.inlay.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Brings the schema of the store up to this program's. */
final class Migrations {
    private Migrations() {
    }

    static void run(DatabaseSettings settings) {
        Flyway flyway = Flyway.configure()
                .dataSource(ConnectionPool.url(settings), null, null)
                .locations("classpath:db/migration")
                .load();
        for (MigrationInfo applied : flyway.info().applied()) {
            if (!applied.getState().isResolved()) {
                throw new DatabaseOpenException("The store was written by a newer version of Inlay (schema "
                        + applied.getVersion() + "): start that version, or restore an older backup.");
            }
        }
        flyway.migrate();
    }
}
