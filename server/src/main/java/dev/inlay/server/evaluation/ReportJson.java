package dev.inlay.server.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.util.Map;

/** Writes a report for programs. */
public final class ReportJson {
    private ReportJson() {
    }

    /** {@code {"figures":{subset:{method:{...}}},"shares":{...},"warnings":[...]}}. */
    public static ObjectNode write(Report report) {
        ObjectNode json = Json.object();
        ObjectNode subsets = json.putObject("figures");
        report.figures().forEach((subset, methods) -> {
            ObjectNode names = subsets.putObject(subset.wireName());
            methods.forEach((name, figures) -> names.set(name, figures(figures)));
        });
        ObjectNode shares = json.putObject("shares");
        report.shares().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(share -> shares.put(share.getKey(), share.getValue()));
        ArrayNode warnings = json.putArray("warnings");
        report.warnings().forEach(warnings::add);
        return json;
    }

    private static ObjectNode figures(Figures figures) {
        ObjectNode json = Json.object().put("questions", figures.questions()).put("persons", figures.persons());
        for (int i = 0; i < Tally.CUTOFFS.size(); i++) {
            json.set("HR@" + Tally.CUTOFFS.get(i), estimate(figures.hits().get(i)));
        }
        json.set("MRR@" + Tally.DEPTH, estimate(figures.mrr()));
        return json.put("coverage", figures.coverage());
    }

    private static ObjectNode estimate(Estimate estimate) {
        return Json.object().put("value", estimate.value()).put("low", estimate.low()).put("high", estimate.high());
    }
}
