package dev.inlay.server.recommendation;

import dev.inlay.server.recommendation.rule.Broken;
import dev.inlay.server.recommendation.rule.Chosen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Candidates that broke a rule, in the order in which they were looked at, each with the first rule it broke. */
final class DroppedList {
    private static final int TOLD = 200;

    private final Map<String, Broken> dropped = new LinkedHashMap<>();

    void add(String productNumber, Broken broken) {
        if (dropped.size() < 10 * TOLD) {
            dropped.putIfAbsent(productNumber, broken);
        }
    }

    /** The first ones, without what was picked after all. */
    List<Dropped> without(Chosen chosen) {
        return dropped.entrySet().stream().filter(one -> !chosen.holds(one.getKey())).limit(TOLD)
                .map(one -> new Dropped(one.getKey(), one.getValue().rule(), one.getValue().detail())).toList();
    }
}
