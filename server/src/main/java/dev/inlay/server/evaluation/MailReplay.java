package dev.inlay.server.evaluation;

import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.identity.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/**
 * Plays a shop's past once, from its begin, and stops at each cut: everybody who does something within the horizon is
 * taken to open a mail at that moment. His history and the index hold what had happened until then.
 */
final class MailReplay {
    /** How many products a mail has: of these it is told what found them. */
    private static final int SLOTS = 6;

    private final List<PastTouch> touches;
    private final Set<String> products;
    private final Replay replay;
    private final RuleSwitches switches;
    private final List<Method> methods;
    private final Map<Method, Map<Subset, Tally>> tallies = new LinkedHashMap<>();
    private final Map<String, Integer> shares = new HashMap<>();
    private final Map<String, List<PastTouch>> histories = new HashMap<>();
    private int read;

    /** Of {@code touches}, oldest first; what found the products is told of the last of {@code methods}. */
    MailReplay(List<PastTouch> touches, Catalogue shop, RuleSwitches switches, List<Method> methods) {
        this.touches = touches;
        this.products = touches.stream().map(PastTouch::product).collect(Collectors.toSet());
        this.replay = new Replay(touches, NamedProducts.catalogue(products, shop, switches.inStock()));
        this.switches = switches;
        this.methods = methods;
        methods.forEach(method -> tallies.put(method, new EnumMap<>(Subset.class)));
    }

    /** Plays to the end of {@code cuts} and tells {@code asked}, at each cut, how many people opened. */
    Report play(Cuts cuts, IntConsumer asked) {
        for (Instant cut : cuts.moments()) {
            replay.playTo(cut);
            for (; read < touches.size() && touches.get(read).millis() <= cut.toEpochMilli(); read++) {
                histories.computeIfAbsent(touches.get(read).person(), ignored -> new ArrayList<>())
                        .add(touches.get(read));
            }
            List<Sequel> sequels = sequels(cut.plus(cuts.horizon()));
            sequels.forEach(sequel -> ask(sequel, cut));
            asked.accept(sequels.size());
        }
        return report();
    }

    /** What everybody does next who could be sent a mail: an order of nobody's tells only of products. */
    private List<Sequel> sequels(Instant end) {
        Map<String, List<PastTouch>> later = new LinkedHashMap<>();
        for (int i = read; i < touches.size() && touches.get(i).millis() <= end.toEpochMilli(); i++) {
            if (touches.get(i).owner().kind() != Owner.Kind.NOBODY) {
                later.computeIfAbsent(touches.get(i).person(), ignored -> new ArrayList<>()).add(touches.get(i));
            }
        }
        return later.entrySet().stream().map(one -> new Sequel(one.getKey(), one.getValue(),
                history(one.getKey()).stream().map(PastTouch::product).collect(Collectors.toSet()))).toList();
    }

    private void ask(Sequel sequel, Instant cut) {
        History history = Histories.of(history(sequel.person()));
        List<String> own = List.copyOf(newestFirst(history(sequel.person())));
        for (Method method : methods) {
            List<Pick> picks = replay.pick(method.rules(switches, own), history, cut, Tally.DEPTH,
                    method.setting());
            List<String> numbers = picks.stream().map(Pick::productNumber).toList();
            for (Subset subset : Subset.values()) {
                subset.of(sequel).stream().findFirst().ifPresent(next -> tallies.get(method)
                        .computeIfAbsent(subset, ignored -> new Tally()).add(sequel.person(), next, numbers));
            }
            if (method == methods.getLast() && !sequel.isCold()) {
                picks.stream().limit(SLOTS).forEach(pick -> shares.merge(part(pick), 1, Integer::sum));
            }
        }
    }

    private List<PastTouch> history(String person) {
        return histories.getOrDefault(person, List.of());
    }

    private static Set<String> newestFirst(List<PastTouch> touches) {
        return touches.reversed().stream().map(PastTouch::product)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the score of {@code pick} comes from most or, where it has no parts, what found it. */
    private static String part(Pick pick) {
        return pick.parts().entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).orElse(pick.strategy());
    }

    private Report report() {
        Map<Subset, Map<String, Figures>> figures = new EnumMap<>(Subset.class);
        tallies.forEach((method, bySubset) -> bySubset.forEach((subset, tally) -> figures
                .computeIfAbsent(subset, ignored -> new LinkedHashMap<>())
                .put(method.name(), tally.figures(products))));
        double slots = Math.max(1, shares.values().stream().mapToInt(Integer::intValue).sum());
        return new Report(figures, shares.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, share -> share.getValue() / slots)));
    }
}
