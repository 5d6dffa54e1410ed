package dev.inlay.server.evaluation;

import static dev.inlay.server.evaluation.Past.touch;
import static dev.inlay.server.evaluation.Past.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.server.recommendation.Question;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailMeasurementTest {
    private static final int DAY = 24 * 60;
    private static final Instant BEGIN = Instant.ofEpochMilli(Past.BEGIN);

    private final List<PastTouch> past = new ArrayList<>();

    @Test
    void everybodyWithAnEventWithinTheHorizonIsAskedOnceAtEachCut() {
        past.addAll(List.of(view("anna", "a", 0), view("ben", "b", 1), view("anna", "a", DAY + 1),
                view("anna", "b", DAY + 2), view("ben", "b", 2 * DAY), view("ben", "b", 4 * DAY)));
        List<Integer> asked = new ArrayList<>();

        new MailMeasurement(past, Catalogue.of(List.of(), Map.of()), RuleSwitches.OFF, Map.of())
                .measure(cuts(1, 3), List.of(StrategyType.FOR_YOU), asked::add);

        assertThat(asked).containsExactly(2, 0, 1);
    }

    @Test
    void whatHappensAtTheCutIsHistoryAndWhatFollowsIsTheAnswer() {
        past.addAll(List.of(view("anna", "a", DAY), view("anna", "b", DAY + 1), view("anna", "a", DAY + 2)));

        Report report = measure(cuts(1, 1));

        assertEquals(0, hits(report, Subset.WARM, "own history"));
        assertEquals(1, report.figures().get(Subset.WARM).get("own history").questions());
        assertEquals(1, report.figures().get(Subset.NEW).get("own history").questions());
        assertThat(report.figures()).doesNotContainKeys(Subset.COLD, Subset.CART, Subset.BUY);
    }

    @Test
    void ownHistoryIsWhatWasTouchedLast() {
        past.addAll(List.of(view("anna", "a", 0), touch("anna", EventType.CART, "b", 1), view("anna", "c", 2),
                view("anna", "b", DAY + 1), view("anna", "a", 2 * DAY + 1)));

        assertEquals(0, hits(measure(cuts(1, 1)), Subset.WARM, "own history"));
        assertEquals(.5, measure(cuts(1, 1)).figures().get(Subset.WARM).get("own history").mrr().value());
        assertEquals(1 / 3.0, measure(cuts(2, 2)).figures().get(Subset.WARM).get("own history").mrr().value());
    }

    @Test
    void subsetsLookForTheirOwnProducts() {
        past.addAll(List.of(view("anna", "a", 0), view("ben", "x", 1), view("anna", "a", DAY + 1),
                touch("anna", EventType.CART, "x", DAY + 2), touch("anna", EventType.PURCHASE, "a", DAY + 3),
                view("carl", "x", DAY + 4)));

        Report report = measure(cuts(1, 1));

        assertEquals(1, hits(report, Subset.WARM, "own history"));
        assertEquals(0, hits(report, Subset.NEW, "own history"));
        assertEquals(0, hits(report, Subset.CART, "own history"));
        assertEquals(1, hits(report, Subset.BUY, "own history"));
        assertEquals(1, hits(report, Subset.COLD, "bestsellers"));
    }

    @Test
    void allTrackingUsersOfAPersonAreOneHistory() {
        past.add(view("anna", "a", 0));
        past.add(new PastTouch("anna", view("laptop", "a", 0).owner(), EventType.VIEW, "a", Past.BEGIN + 60_000L
                * (DAY + 1)));

        assertEquals(1, hits(measure(cuts(1, 1)), Subset.WARM, "for_you"));
    }

    @Test
    void indexKnowsNothingOfWhatComesAfterTheCut() {
        past.addAll(List.of(view("ben", "a", 0), view("ben", "b", DAY + 5), view("carl", "b", DAY + 6),
                view("carl", "b", DAY + 7)));

        assertEquals(0, measure(cuts(1, 1)).figures().get(Subset.COLD).get("bestsellers").hits().getLast().value());
    }

    @Test
    void reportSaysWhereTheProductsComeFromAndWhatItCannotTell() {
        for (int person = 0; person < 300; person++) {
            past.add(view("p" + person, "a" + person % 5, person));
            past.add(view("p" + person, "a" + person % 5, DAY + person));
        }
        past.sort(Comparator.comparingLong(PastTouch::millis));

        Report report = measure(cuts(1, 1));

        assertThat(report.shares().values().stream().mapToDouble(share -> share).sum()).isBetween(.999, 1.001);
        assertThat(report.warnings())
                .contains("warm: no difference can be told between for_you and own history at six products");
        assertThat(ReportText.lines(report)).allMatch(line -> line.length() <= 120)
                .anyMatch(line -> line.startsWith("people with a history: 299 questions, 299 people"));
    }

    @Test
    void searchSeesNothingOfTheDaysThatAreReported() {
        for (int person = 0; person < 60; person++) {
            for (int day = 0; day < 6; day++) {
                past.add(view("p" + person, "a" + (person * 7 + day * day) % 11, day * DAY + person));
            }
        }
        past.sort(Comparator.comparingLong(PastTouch::millis));
        List<Instant> asked = new ArrayList<>();
        List<Trial> tried = new ArrayList<>();
        Cuts cuts = cuts(3, 4);

        MailMeasurement.Tuned tuned = tune(cuts, asked, tried);

        assertThat(asked.subList(0, 4 * 120)).allMatch(moment -> !moment.plus(cuts.horizon()).isAfter(cuts.from()));
        assertThat(tried).hasSize(4).contains(tuned.best()).first().isEqualTo(tuned.standard());
        assertThat(tuned.report().figures().get(Subset.WARM)).containsKeys("for_you", "tuned");
        past.removeIf(touch -> touch.millis() > cuts.from().toEpochMilli());
        List<Trial> again = new ArrayList<>();
        tune(cuts, new ArrayList<>(), again);
        assertThat(again).isEqualTo(tried);
    }

    /** Turns the number of products asked for, since that is a knob that everybody understands. */
    private MailMeasurement.Tuned tune(Cuts cuts, List<Instant> asked, List<Trial> tried) {
        return new MailMeasurement(past, Catalogue.of(List.of(), Map.of()), RuleSwitches.OFF, Map.of()).tune(cuts,
                List.of(StrategyType.FOR_YOU), List.of(new Knob("count", 1, 20, 3)), values -> question -> {
                    asked.add(question.now());
                    return new Question(question.rules(), question.history(), question.catalogue(), question.index(),
                            question.now(), values.get("count").intValue(), 0, List.of());
                }, 4, tried::add);
    }

    @Test
    void cutsMustBeSomeAndNotTooMany() {
        assertThatThrownBy(() -> cuts(2, 1)).hasMessage("--from must not be after --to");
        assertThatThrownBy(() -> cuts(0, 1_000)).hasMessage("--every must leave at most 1000 cuts");
        assertThat(cuts(3, 5).before().moments()).containsExactly(BEGIN, BEGIN.plus(Duration.ofDays(1)),
                BEGIN.plus(Duration.ofDays(2)));
    }

    private Report measure(Cuts cuts) {
        return new MailMeasurement(past, Catalogue.of(List.of(), Map.of()), RuleSwitches.OFF, Map.of())
                .measure(cuts, List.of(StrategyType.FOR_YOU), asked -> { });
    }

    private static Cuts cuts(int from, int to) {
        return new Cuts(BEGIN.plus(Duration.ofDays(from)), BEGIN.plus(Duration.ofDays(to)), Duration.ofDays(1),
                Duration.ofDays(1));
    }

    /** HR@1. */
    private static double hits(Report report, Subset subset, String method) {
        return report.figures().get(subset).get(method).hits().getFirst().value();
    }
}
