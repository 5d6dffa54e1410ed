package dev.inlay.server.activity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.ActivityImport.Outcome;
import dev.inlay.server.http.Json;
import java.util.ArrayList;
import java.util.List;

/** Counts what became of the lines of an import; the first warnings are kept, and one for all that are old. */
final class ImportReport {
    private static final int KEPT_WARNINGS = 100;

    private final int retentionDays;
    private final List<ObjectNode> warnings = new ArrayList<>();
    private long lines;
    private long imported;
    private long known;
    private long ignored;
    private long unmatched;
    private long warningCount;
    private long old;
    private long firstOld;

    /** Of an import into a website that keeps activity for {@code retentionDays}. */
    ImportReport(int retentionDays) {
        this.retentionDays = retentionDays;
    }

    void line() {
        lines++;
    }

    void ignored() {
        ignored++;
    }

    /** {@code line} is older than what is kept: it counts until the next sweep, and one warning sums up all of them. */
    void old(long line) {
        if (old++ == 0) {
            firstOld = line;
        }
    }

    void warning(long line, String message) {
        warningCount++;
        if (warnings.size() < KEPT_WARNINGS) {
            warnings.add(Json.object().put("line", line).put("message", message));
        }
    }

    /** A batch is stored, {@code unmatched} lines of it with a product that the catalogue does not hold. */
    void stored(Outcome outcome, long unmatched) {
        imported += outcome.imported();
        known += outcome.known();
        this.unmatched += unmatched;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("lines", lines).put("imported", imported).put("known", known)
                .put("ignored", ignored).put("unmatched", unmatched)
                .put("warningCount", warningCount + (old > 0 ? 1 : 0));
        ArrayNode list = json.putArray("warnings");
        if (old > 0) {
            list.add(Json.object().put("line", firstOld).put("message", oldMessage()));
        }
        warnings.forEach(list::add);
        return json;
    }

    private String oldMessage() {
        return old + " lines, of which this is the first, are older than retentionDays, " + retentionDays
                + " days: they count until the next daily sweep deletes them";
    }
}
