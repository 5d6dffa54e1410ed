package dev.inlay.db;

import java.lang.System.Logger.Level;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks for indexes of the embedded store that disagree with their tables, as a stop in the middle of writing may leave
 * them, and builds those anew. It counts beside the running node; an index is built anew while the writer pauses, and
 * what keeps its rows apart meanwhile is a second index, which also tells a later start where an earlier one stopped.
 */
final class SelfCheck {
    private static final int LOOKS = 3;
    private static final String INTERIM = "_interim";
    private static final System.Logger LOG = System.getLogger(SelfCheck.class.getName());

    private final Jdbi jdbi;
    private final WriteQueue writes;

    SelfCheck(Jdbi jdbi, WriteQueue writes) {
        this.jdbi = jdbi;
        this.writes = writes;
    }

    /** An index, its columns in order as SQL. */
    record Index(String table, String name, String columns, boolean primary) {
        boolean isInterim() {
            return name.endsWith(INTERIM);
        }

        /** The index that stands in for this one while it is built anew. */
        Index interim() {
            return new Index(table, (primary ? table : name) + INTERIM, columns, false);
        }
    }

    /** Checks every index; returns those that were built anew. */
    List<Index> run() {
        return jdbi.withHandle(handle -> {
            indexes(handle).stream().filter(Index::isInterim).forEach(interim ->
                    writes.pauseFor(() -> finish(handle, interim)));
            List<Index> broken = indexes(handle).stream().filter(index -> disagrees(handle, index)).toList();
            broken.forEach(index -> writes.pauseFor(() -> rebuild(handle, index)));
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

    private static boolean countsAgree(Handle handle, Index index) {
        return handle.createQuery("SELECT (SELECT COUNT(*) FROM " + index.table() + ") = (SELECT COUNT(*) FROM "
                + index.table() + " USE INDEX (\"" + index.name() + "\") WHERE website_id >= 0)")
                .mapTo(Boolean.class).one();
    }

    private void rebuild(Handle handle, Index index) {
        LOG.log(Level.WARNING, "Index {0} of table {1} disagrees with its table: it is built anew",
                index.name(), index.table());
        Index interim = index.interim();
        handle.execute("CREATE " + (index.primary() ? "UNIQUE " : "") + "INDEX " + interim.name() + " ON "
                + index.table() + " (" + index.columns() + ")");
        handle.execute(index.primary()
                ? "ALTER TABLE " + index.table() + " DROP PRIMARY KEY"
                : "DROP INDEX " + index.name());
        finish(handle, interim);
    }

    /** Puts the index back for which {@code interim} stands, unless it was never taken away; then drops the latter. */
    private void finish(Handle handle, Index interim) {
        String name = interim.name().substring(0, interim.name().length() - INTERIM.length());
        boolean primary = name.equals(interim.table());
        if (indexes(handle).stream().noneMatch(index -> index.table().equals(interim.table())
                && (primary ? index.primary() : index.name().equals(name)))) {
            handle.execute(primary
                    ? "ALTER TABLE " + interim.table() + " ADD PRIMARY KEY (" + interim.columns() + ")"
                    : "CREATE INDEX " + name + " ON " + interim.table() + " (" + interim.columns() + ")");
        }
        handle.execute("DROP INDEX " + interim.name());
    }
}
