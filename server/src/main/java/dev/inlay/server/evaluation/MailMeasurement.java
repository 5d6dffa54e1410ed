package dev.inlay.server.evaluation;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Measures how well mails, opened at cuts in a shop's past, would have foreseen what their readers did next. */
public final class MailMeasurement {
    private final List<PastTouch> touches;
    private final Catalogue shop;
    private final RuleSwitches switches;

    /** Of {@code touches}, oldest first. */
    public MailMeasurement(List<PastTouch> touches, Catalogue shop, RuleSwitches switches) {
        this.touches = List.copyOf(touches);
        this.shop = shop;
        this.switches = switches;
    }

    /**
     * What {@code chain} comes to beside bestsellers and the own history.
     *
     * @param asked is told, after each cut, how many people opened a mail there
     */
    public Report measure(Cuts cuts, List<StrategyType> chain, IntConsumer asked) {
        Method measured = Method.of(chain);
        List<Method> methods = new ArrayList<>(List.of(Method.BESTSELLERS, Method.OWN_HISTORY));
        methods.removeIf(method -> method.name().equals(measured.name()));
        methods.add(measured);
        return new MailReplay(touches, shop, switches, methods).play(cuts, asked);
    }
}
