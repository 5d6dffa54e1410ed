package dev.inlay.db.people;

import dev.inlay.db.Database;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Looks into every column of every table. */
final class Traces {
    private Traces() {
    }

    /** Where {@code text} stands, or bytes of which it is the hex: {@code table.column}, each once. */
    static List<String> of(Database database, String text) {
        return database.read(handle -> {
            List<String> found = new ArrayList<>();
            for (String table : tables(handle)) {
                for (Map<String, Object> row : handle.createQuery("SELECT * FROM " + table).mapToMap().list()) {
                    row.forEach((column, value) -> {
                        if (holds(value, text) && !found.contains(table + "." + column)) {
                            found.add(table + "." + column);
                        }
                    });
                }
            }
            return found;
        });
    }

    private static List<String> tables(Handle handle) {
        return handle.createQuery("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .mapTo(String.class).list();
    }

    private static boolean holds(Object value, String text) {
        String shown = value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
        return shown.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
