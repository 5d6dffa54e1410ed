package dev.inlay.server.console.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.util.List;

/** A chart as the script of the pages draws it. The same numbers stand in a table, for those who do not see it. */
record Chart(String type, List<String> labels, List<Series> series) {
    /** One line, or the bars of one colour. */
    record Series(String name, List<Long> values) { }

    String json() {
        ObjectNode json = Json.object().put("type", type);
        labels.forEach(json.putArray("labels")::add);
        ArrayNode all = json.putArray("series");
        series.forEach(one -> one.values().forEach(all.addObject().put("name", one.name()).putArray("values")::add));
        return json.toString();
    }
}
