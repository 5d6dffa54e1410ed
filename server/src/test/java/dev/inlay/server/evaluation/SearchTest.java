package dev.inlay.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final List<Knob> KNOBS = List.of(new Knob("a", 0, 1, .5), new Knob("b", 0, 1_000, 100));

    private final List<Trial> tried = new ArrayList<>();

    @Test
    void searchComesNearTheHighestPlace() {
        Search.Found found = new Search(KNOBS, 200, 1).run(SearchTest::hill, tried::add);

        assertThat(found.best().values().get("a")).isBetween(.25, .35);
        assertThat(found.best().values().get("b")).isBetween(650.0, 750.0);
        assertThat(found.best().score()).isGreaterThan(found.standard().score());
    }

    @Test
    void standardValuesAreTriedFirstAndWinWhereNothingIsBetter() {
        Search.Found found = new Search(KNOBS, 30, 1).run(values -> 1, tried::add);

        assertEquals(Map.of("a", .5, "b", 100.0), tried.getFirst().values());
        assertEquals(found.standard(), found.best());
        assertThat(tried).hasSize(30);
    }

    @Test
    void triesStayWithinTheRangesAndAreTheSameEveryTime() {
        new Search(KNOBS, 100, 3).run(SearchTest::hill, tried::add);
        List<Trial> again = new ArrayList<>();
        new Search(KNOBS, 100, 3).run(SearchTest::hill, again::add);

        assertEquals(tried, again);
        assertThat(tried).allMatch(trial -> KNOBS.stream().allMatch(knob -> trial.values().get(knob.name())
                >= knob.least() && trial.values().get(knob.name()) <= knob.most()));
    }

    private static double hill(Map<String, Double> values) {
        return -Math.pow(values.get("a") - .3, 2) - Math.pow((values.get("b") - 700) / 1_000, 2);
    }
}
