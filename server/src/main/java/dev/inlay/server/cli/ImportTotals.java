package dev.inlay.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds up what the server says of the parts of an import. */
final class ImportTotals {
    private static final int SHOWN_WARNINGS = 10;

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    ImportTotals() {
        List.of("lines", "imported", "known", "ignored", "unmatched", "warningCount")
                .forEach(name -> counts.put(name, 0L));
    }

    /** Takes up the answer for a part that {@code linesBefore} lines of the file came before. */
    void add(JsonNode answer, long linesBefore) {
        counts.replaceAll((name, sum) -> sum + answer.path(name).asLong());
        for (JsonNode warning : answer.path("warnings")) {
            if (warnings.size() < SHOWN_WARNINGS) {
                warnings.add("line " + (linesBefore + warning.path("line").asLong()) + ": "
                        + warning.path("message").asText());
            }
        }
    }

    /** Whether anything is in. */
    boolean isBegun() {
        return counts.get("lines") > 0;
    }

    /** Prints all counts and the first warnings. */
    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%,d lines: %,d imported, %,d known, %,d ignored, %,d bad; "
                        + "%,d of products that the catalogue does not hold%n",
                counts.get("lines"), counts.get("imported"), counts.get("known"), counts.get("ignored"),
                counts.get("warningCount"), counts.get("unmatched"));
        warnings.forEach(warning -> out.println("  " + warning));
        long more = counts.get("warningCount") - warnings.size();
        if (more > 0) {
            out.printf(Locale.ROOT, "  and %,d more%n", more);
        }
    }
}
