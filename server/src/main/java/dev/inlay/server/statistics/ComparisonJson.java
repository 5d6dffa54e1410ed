package dev.inlay.server.statistics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.statistics.ArmCounts;
import java.util.Optional;

/** A comparison as the API spells it, beside the results. */
final class ComparisonJson {
    private ComparisonJson() {
    }

    static void into(ObjectNode results, Comparison comparison) {
        ArrayNode arms = results.putArray("arms");
        arm(arms.addObject().put("arm", "personalized"), comparison.personalized());
        arm(arms.addObject().put("arm", "holdOut"), comparison.holdOut());
        Optional<Uplift> uplift = comparison.uplift();
        results.putNull("uplift");
        uplift.ifPresent(known -> results.putObject("uplift").put("difference", known.difference())
                .put("from", known.from()).put("to", known.to()));
    }

    private static void arm(ObjectNode json, ArmCounts arm) {
        json.put("recipients", arm.recipients()).put("clickers", arm.clickers())
                .put("pictures", arm.pictures()).put("clicks", arm.clicks()).put("personClicks", arm.personClicks())
                .put("orders", arm.orders()).put("revenue", ResultsJson.amount(arm.revenue()));
    }
}
