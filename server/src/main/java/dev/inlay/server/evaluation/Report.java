package dev.inlay.server.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a measurement.
 *
 * @param figures by subset, then by way of picking in the order measured; subsets that nobody belongs to are left out
 * @param shares what found the first six products of people with a history, by the last way of picking
 */
public record Report(Map<Subset, Map<String, Figures>> figures, Map<String, Double> shares) {
    private static final int FEW = 100;
    /** HR@6: a mail has about six products. */
    private static final int MAIL = 2;

    /** What keeps the figures from telling more than they can. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        figures.forEach((subset, methods) -> {
            Map.Entry<String, Figures> last = List.copyOf(methods.entrySet()).getLast();
            if (last.getValue().questions() < FEW) {
                warnings.add(subset.wireName() + ": " + last.getValue().questions()
                        + " questions are too few to tell anything; at least " + FEW + " are needed");
            } else {
                methods.forEach((name, other) -> warning(last, name, other)
                        .ifPresent(warning -> warnings.add(subset.wireName() + ": " + warning)));
            }
        });
        return warnings;
    }

    private static Optional<String> warning(Map.Entry<String, Figures> last, String name, Figures other) {
        boolean isSame = other == last.getValue();
        return !isSame && last.getValue().hits().get(MAIL).overlaps(other.hits().get(MAIL))
                ? Optional.of("no difference can be told between " + last.getKey() + " and " + name
                        + " at six products")
                : Optional.empty();
    }
}
