package dev.inlay.server.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a {@link DelimitedTable}.
 *
 * @param number from 1, the header not counted
 * @param values the cells that are not blank, by canonical name of their column
 * @param width how many cells there are, blank ones too
 * @param columns how many the header has
 */
record DelimitedRow(int number, Map<String, List<String>> values, int width, int columns) {
    static DelimitedRow of(int number, List<String> header, List<String> cells) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            if (!cells.get(i).isBlank()) {
                values.computeIfAbsent(header.get(i), name -> new ArrayList<>())
                        .add(ProductText.cut(cells.get(i), StrictXml.MAX_TEXT));
            }
        }
        return new DelimitedRow(number, values, cells.size(), header.size());
    }

    /** What stands in {@code column}, without blanks around it. */
    Optional<String> first(String column) {
        return values.getOrDefault(column, List.of()).stream().findFirst().map(String::strip);
    }

    boolean has(String column) {
        return values.containsKey(column);
    }

    /** Says so if there are more or fewer cells than columns. */
    void warnAboutWidth(FeedWarnings warnings) {
        if (width != columns) {
            warnings.warning(number, null, "the row has " + width + " cells, the header has " + columns);
        }
    }
}
