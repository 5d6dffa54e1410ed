package dev.inlay.server.evaluation;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.server.recommendation.Question;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/** Measures how well mails, opened at cuts in a shop's past, would have foreseen what their readers did next. */
public final class MailMeasurement {
    private static final long SEED = 1;
    private static final IntConsumer NOBODY = asked -> { };

    private final List<PastTouch> touches;
    private final Catalogue shop;
    private final RuleSwitches switches;
    private final Map<String, Double> numbers;

    /**
     * What a search found.
     *
     * @param standard what the numbers until now came to on the days before
     * @param best what the best ones came to there
     * @param report both at the cuts that were asked for
     */
    public record Tuned(Trial standard, Trial best, Report report) { }

    /** Of {@code touches}, oldest first, picked by {@code numbers} where they are not the standard ones. */
    public MailMeasurement(List<PastTouch> touches, Catalogue shop, RuleSwitches switches,
            Map<String, Double> numbers) {
        this.touches = List.copyOf(touches);
        this.shop = shop;
        this.switches = switches;
        this.numbers = Map.copyOf(numbers);
    }

    /**
     * What {@code chain} comes to beside bestsellers and the own history.
     *
     * @param asked is told, after each cut, how many people opened a mail there
     */
    public Report measure(Cuts cuts, List<StrategyType> chain, IntConsumer asked) {
        return compare(cuts, List.of(method(chain)), asked);
    }

    /** Looks for better numbers, as {@link #tune(Cuts, List, List, Function, int, Consumer)}, among all there are. */
    public Tuned tune(Cuts cuts, List<StrategyType> chain, int trials, Consumer<Trial> tried) {
        return tune(cuts, chain, PickingKnobs.from(numbers), PickingKnobs::setting, trials, tried);
    }

    /**
     * Looks for the settings that {@code chain} picks best with on the days before {@code cuts}, and measures them and
     * the standard ones at {@code cuts}, of which the search sees nothing.
     *
     * @param settings how questions are asked with values of {@code knobs}, by name
     * @param tried is told of each trial
     */
    Tuned tune(Cuts cuts, List<StrategyType> chain, List<Knob> knobs,
            Function<Map<String, Double>, UnaryOperator<Question>> settings, int trials, Consumer<Trial> tried) {
        Method standard = method(chain);
        Cuts days = cuts.before();
        List<PastTouch> before = touches.stream()
                .filter(touch -> touch.millis() <= days.end().toEpochMilli()).toList();
        Search.Found found = new Search(knobs, trials, SEED).run(values -> score(new MailReplay(before, shop, switches,
                List.of(standard.set("tried", settings.apply(values)))).play(days, NOBODY)), tried);
        Method tuned = standard.set("tuned", settings.apply(found.best().values()));
        return new Tuned(found.standard(), found.best(), compare(cuts, List.of(standard, tuned), NOBODY));
    }

    private Method method(List<StrategyType> chain) {
        Method standard = Method.of(chain);
        return standard.set(standard.name(), PickingKnobs.setting(numbers));
    }

    private Report compare(Cuts cuts, List<Method> measured, IntConsumer asked) {
        List<Method> methods = new ArrayList<>(List.of(Method.BESTSELLERS, Method.OWN_HISTORY));
        methods.removeIf(method -> method.name().equals(measured.getFirst().name()));
        methods.addAll(measured);
        return new MailReplay(touches, shop, switches, methods).play(cuts, asked);
    }

    /** MRR for people with a history; 0 where there are none. */
    private static double score(Report report) {
        return report.figures().getOrDefault(Subset.WARM, Map.of()).values().stream()
                .mapToDouble(figures -> figures.mrr().value()).findFirst().orElse(0);
    }
}
