package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.activity.EventType;
import dev.inlay.server.recommendation.history.Shopper.Touch;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the shopper knows already. What he touched scores 1, half as much for each week that is ago. */
final class Reminders {
    private Reminders() {
    }

    /** What was viewed lately enough to be reminded of it, the last view first. */
    static Stream<Candidate> lastViewed(Situation situation, List<String> listed) {
        return reminders(situation, situation.shopper().touches().stream()
                .filter(touch -> touch.type() == EventType.VIEW));
    }

    /** What lies in the cart, lately enough to be reminded of it, what was put in last first. */
    static Stream<Candidate> abandonedCart(Situation situation, List<String> listed) {
        return reminders(situation, situation.shopper().inCart().stream());
    }

    /** What was bought most often, of equal ones the latest first; several lines of one order count once. */
    static Stream<Candidate> buyAgain(Situation situation, List<String> listed) {
        Map<String, Set<Instant>> bought = situation.shopper().purchases().stream().collect(Collectors.groupingBy(
                Touch::product, LinkedHashMap::new, Collectors.mapping(Touch::time, Collectors.toSet())));
        return bought.entrySet().stream().map(product -> bought(product.getKey(), product.getValue(), situation.now()))
                .sorted(Comparator.comparingDouble(Candidate::score).reversed());
    }

    private static Candidate bought(String product, Set<Instant> times, Instant now) {
        double latest = times.stream().mapToDouble(time -> Freshness.of(time, now)).max().orElse(0);
        return new Candidate(product, times.size() + latest, Map.of("times bought", (double) times.size(),
                "bought lately", latest), List.of(product));
    }

    private static Stream<Candidate> reminders(Situation situation, Stream<Touch> newestFirst) {
        Map<String, Touch> latest = newestFirst.filter(touch -> touch.time().isAfter(situation.remindedSince()))
                .collect(Collectors.toMap(Touch::product, Function.identity(), (later, earlier) -> later,
                        LinkedHashMap::new));
        return latest.values().stream().map(touch ->
                Candidate.itself(touch.product(), Freshness.of(touch.time(), situation.now())));
    }
}
