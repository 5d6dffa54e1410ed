package dev.inlay.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.SelfCheck.Index;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SelfCheckTest {
    private final TestStore store = TestStore.h2();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void soundStoreIsLeftAsItIs() {
        insert(50);

        assertEquals(List.of(), check().run());
    }

    @Test
    void everyIndexOfEveryTableOfAWebsiteIsChecked() {
        List<Index> indexes = store.database().read(check()::indexes);

        assertThat(indexes).extracting(Index::name).contains("event_by_seen", "tracking_user_by_email");
        assertTrue(indexes.contains(new Index("event", "event_by_seen", "website_id, seen, id", false)));
        assertThat(indexes).filteredOn(Index::primary).extracting(Index::table).contains("event", "assignment");
    }

    @Test
    void indexesThatDisagreeAreBuiltAnew() {
        insert(50);
        int table = tableId();
        store.restart(folder -> loseRows(folder, table));

        assertThat(check().run()).extracting(Index::table).containsOnly("event").hasSize(2);
        assertEquals(List.of(), check().run());
    }

    @Test
    void primaryKeyThatAnEarlierCheckTookAwayIsPutBack() {
        insert(5);
        execute("CREATE UNIQUE INDEX event_interim ON event (website_id, owner_kind, owner_id, seen, id)");
        execute("ALTER TABLE event DROP PRIMARY KEY");

        check().run();

        List<Index> indexes = store.database().read(check()::indexes);
        assertThat(indexes).filteredOn(Index::primary).extracting(Index::table).contains("event");
        assertThat(indexes).noneMatch(Index::isInterim);
    }

    @Test
    void indexThatAnEarlierCheckTookAwayIsPutBack() {
        insert(5);
        execute("CREATE INDEX event_by_seen_interim ON event (website_id, seen, id)");
        execute("DROP INDEX event_by_seen");

        check().run();

        assertThat(store.database().read(check()::indexes)).noneMatch(Index::isInterim)
                .contains(new Index("event", "event_by_seen", "website_id, seen, id", false));
    }

    private void execute(String statement) {
        store.database().read(handle -> handle.execute(statement));
    }

    private SelfCheck check() {
        return new SelfCheck(store.database().jdbi(), store.database().writes());
    }

    private int tableId() {
        return store.database().read(handle -> {
            try {
                SessionLocal session = (SessionLocal) handle.getConnection().unwrap(JdbcConnection.class).getSession();
                return session.getDatabase().getSchema("public").findTableOrView(session, "event").getId();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Takes the rows of a table out of the file behind H2's back; the entries of its indexes stay. */
    private static void loseRows(Path folder, int table) {
        try (MVStore file = MVStore.open(folder.resolve("inlay.mv.db").toString())) {
            file.removeMap("table." + table);
        }
    }

    private void insert(int rows) {
        store.database().read(handle -> {
            for (int row = 0; row < rows; row++) {
                handle.execute("INSERT INTO event VALUES (1, 't', 'x', ?, 1, 1, NULL, NULL, 0)", row);
            }
            return null;
        });
    }
}
