package dev.inlay.server.console.campaigns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.http.Json;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The chain of strategies as rows of a form; fields of row 0 are called {@code strategies[0].type} and so on. */
final class StepRows {
    private static final List<String> OWN = List.of("type", "max");
    private static final FilterFields FILTER = new FilterFields("filter.");
    private static final Pattern CHANGE = Pattern.compile("(add|remove|up|down)(?:-([0-9]{1,2}))?");

    /** A chain after a change, and the row that was changed. */
    record Changed(Map<String, String> values, int row) { }

    private StepRows() {
    }

    static String prefix(int row) {
        return "strategies[" + row + "].";
    }

    /** All fields that a form can have. */
    static List<String> names() {
        return IntStream.range(0, Campaign.MAX_SLOTS).boxed()
                .flatMap(row -> Stream.concat(OWN.stream(), FILTER.names().stream()).map(prefix(row)::concat)).toList();
    }

    static int count(Map<String, String> values) {
        return (int) IntStream.range(0, Campaign.MAX_SLOTS)
                .takeWhile(row -> values.containsKey(prefix(row) + "type")).count();
    }

    static Map<String, String> values(JsonNode steps) {
        List<Map<String, String>> rows = new ArrayList<>();
        steps.forEach(step -> {
            Map<String, String> row = new HashMap<>(FILTER.values(step.path("filter")));
            OWN.stream().filter(step::has).forEach(name -> row.put(name, step.get(name).asText()));
            rows.add(row);
        });
        return joined(rows);
    }

    static ArrayNode json(FilledForm form) {
        ArrayNode steps = Json.mapper().createArrayNode();
        for (int row = 0; row < count(form.values()); row++) {
            ObjectNode step = steps.addObject();
            for (String name : OWN) {
                String value = form.value(prefix(row) + name).strip();
                if (!value.isEmpty()) {
                    step.put(name, value);
                }
            }
            step.set("filter", new FilterFields(prefix(row) + "filter.").json(form));
        }
        return steps;
    }

    /** {@code values} with the chain changed: {@code add}, {@code remove-0}, {@code up-1}, {@code down-0}. */
    static Changed changed(Map<String, String> values, String change) {
        List<Map<String, String>> rows = rows(values);
        Matcher parts = CHANGE.matcher(change);
        int row = parts.matches() && parts.group(2) != null ? Integer.parseInt(parts.group(2)) : rows.size();
        int next = parts.matches() ? change(rows, parts.group(1), row) : row;
        Map<String, String> changed = new HashMap<>(values);
        names().forEach(changed::remove);
        changed.putAll(joined(rows));
        return new Changed(changed, next);
    }

    /** Where the row stands then. */
    private static int change(List<Map<String, String>> rows, String change, int row) {
        switch (change) {
            case "add" -> {
                if (rows.size() < Campaign.MAX_SLOTS) {
                    rows.add(Map.of("type", StrategyType.BESTSELLERS.wireName()));
                }
                return rows.size() - 1;
            }
            case "remove" -> {
                if (row < rows.size()) {
                    rows.remove(row);
                }
                return Math.max(0, Math.min(row, rows.size() - 1));
            }
            default -> {
                int other = change.equals("up") ? row - 1 : row + 1;
                if (row >= rows.size() || other < 0 || other >= rows.size()) {
                    return row;
                }
                Collections.swap(rows, row, other);
                return other;
            }
        }
    }

    private static List<Map<String, String>> rows(Map<String, String> values) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < count(values); i++) {
            Map<String, String> row = new HashMap<>();
            String prefix = prefix(i);
            values.forEach((name, value) -> {
                if (name.startsWith(prefix)) {
                    row.put(name.substring(prefix.length()), value);
                }
            });
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, String> joined(List<Map<String, String>> rows) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String prefix = prefix(i);
            rows.get(i).forEach((name, value) -> values.put(prefix + name, value));
        }
        return values;
    }
}
