package dev.inlay.db.people;

import dev.inlay.db.Database;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Looks into every column of every table, at the rows of one website. */
final class Traces {
    private Traces() {
    }

    /** Where {@code text} stands, or bytes of which it is the hex: {@code table.column}, each once. */
    static List<String> of(Database database, int websiteId, String text) {
        return database.read(handle -> {
            List<String> found = new ArrayList<>();
            for (String table : tables(handle)) {
                handle.createQuery("SELECT * FROM " + table).mapToMap()
                        .filter(row -> row.getOrDefault("website_id", websiteId).equals(websiteId))
                        .forEach(row -> columns(row, text).map(column -> table + "." + column).forEach(found::add));
            }
            return found.stream().distinct().toList();
        });
    }

    private static Stream<String> columns(Map<String, Object> row, String text) {
        return row.entrySet().stream().filter(column -> holds(column.getValue(), text)).map(Map.Entry::getKey);
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
