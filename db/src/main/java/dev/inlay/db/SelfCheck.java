package dev.inlay.db;

import java.lang.System.Logger.Level;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks for indexes of the embedded store that disagree with their tables, as a stop in the middle of writing may leave
 * them, and builds those anew.
 */
final class SelfCheck {
    private static final int LOOKS = 3;
    private static final System.Logger LOG = System.getLogger(SelfCheck.class.getName());

    private final Jdbi jdbi;

    SelfCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An index, its columns in order as SQL. */
    record Index(String table, String name, String columns, boolean primary) {
    }

    /** Checks every index; returns those that were built anew. */
    List<Index> run() {
        return jdbi.withHandle(handle -> {
            List<Index> broken = indexes(handle).stream().filter(index -> disagrees(handle, index)).toList();
            broken.forEach(index -> rebuild(handle, index));
            LOG.log(Level.INFO, "Self-check after a stop that was not clean: {0} indexes built anew", broken.size());
            return broken;
        });
    }

    List<Index> indexes(Handle handle) {
        return handle.createQuery("""
                SELECT i.table_name, i.index_name, i.index_type_name,
                    LISTAGG(c.column_name, ', ') WITHIN GROUP (ORDER BY c.ordinal_position) AS columns
                FROM information_schema.indexes i
                JOIN information_schema.index_columns c
                    ON c.index_schema = i.index_schema AND c.index_name = i.index_name
                WHERE i.table_schema = 'public' AND c.column_name IS NOT NULL
                GROUP BY i.table_name, i.index_name, i.index_type_name
                ORDER BY i.table_name, i.index_name
                """)
                .map((row, context) -> new Index(row.getString("table_name"), row.getString("index_name"),
                        row.getString("columns"), row.getString("index_type_name").startsWith("PRIMARY")))
                .stream().filter(index -> index.columns().startsWith("website_id")).toList();
    }

    /** Writes go on meanwhile: only what disagrees every time is broken. */
    private static boolean disagrees(Handle handle, Index index) {
        for (int look = 0; look < LOOKS; look++) {
            if (countsAgree(handle, index)) {
                return false;
            }
        }
        return true;
    }

    static boolean countsAgree(Handle handle, Index index) {
        return handle.createQuery("SELECT (SELECT COUNT(*) FROM " + index.table() + ") = (SELECT COUNT(*) FROM "
                + index.table() + " USE INDEX (\"" + index.name() + "\") WHERE website_id >= 0)")
                .mapTo(Boolean.class).one();
    }

    static void rebuild(Handle handle, Index index) {
        LOG.log(Level.WARNING, "Index {0} of table {1} disagrees with its table: it is built anew",
                index.name(), index.table());
        if (index.primary()) {
            handle.execute("ALTER TABLE " + index.table() + " DROP PRIMARY KEY");
            handle.execute("ALTER TABLE " + index.table() + " ADD PRIMARY KEY (" + index.columns() + ")");
        } else {
            handle.execute("DROP INDEX " + index.name());
            handle.execute("CREATE INDEX " + index.name() + " ON " + index.table() + " (" + index.columns() + ")");
        }
    }
}
