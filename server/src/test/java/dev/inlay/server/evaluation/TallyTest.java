package dev.inlay.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Set<String> PRODUCTS = Set.of("a", "b", "c", "d", "e");

    private final Tally tally = new Tally();

    @Test
    void hitsAndRanksAreMeansOverQuestions() {
        tally.add("anna", "a", List.of("a", "b"));
        tally.add("anna", "c", List.of("a", "b", "c"));
        tally.add("ben", "d", List.of("b", "a"));
        tally.add("ben", "d", List.of());

        Figures figures = tally.figures(PRODUCTS);

        assertEquals(4, figures.questions());
        assertEquals(2, figures.persons());
        assertThat(figures.hits()).extracting(Estimate::value).containsExactly(.25, .5, .5, .5);
        assertThat(figures.mrr().value()).isCloseTo((1 + 1 / 3.0) / 4, within(1e-12));
        assertEquals(3 / 5.0, figures.coverage());
    }

    @Test
    void whatStandsBehindTheTwentiethPlaceIsNoHit() {
        List<String> long25 = IntStream.range(0, 25).mapToObj(String::valueOf).toList();

        tally.add("anna", "19", long25);
        tally.add("ben", "20", long25);

        Figures figures = tally.figures(Set.copyOf(long25));
        assertThat(figures.hits()).extracting(Estimate::value).containsExactly(0.0, 0.0, 0.0, .5);
        assertEquals(1 / 40.0, figures.mrr().value());
        assertEquals(20 / 25.0, figures.coverage());
    }

    @Test
    void shownProductsThatTheShopNeverHadCoverNothing() {
        tally.add("anna", "a", List.of("x", "a"));

        assertEquals(1 / 5.0, tally.figures(PRODUCTS).coverage());
    }

    @Test
    void intervalHoldsTheMeanAndIsTheSameEveryTime() {
        Tally same = new Tally();
        for (int person = 0; person < 200; person++) {
            tally.add("p" + person, person % 2 == 0 ? "a" : "z", List.of("a"));
            same.add("p" + person, person % 2 == 0 ? "a" : "z", List.of("a"));
        }

        Estimate share = tally.figures(PRODUCTS).hits().getFirst();

        assertThat(share.low()).isBetween(.40, .47);
        assertThat(share.high()).isBetween(.53, .60);
        assertEquals(share, same.figures(PRODUCTS).hits().getFirst());
    }

    @Test
    void intervalIsWiderWhereAFewPeopleAskOften() {
        Tally few = new Tally();
        for (int question = 0; question < 200; question++) {
            tally.add("p" + question, question % 2 == 0 ? "a" : "z", List.of("a"));
            few.add("p" + question % 8, question % 2 == 0 ? "a" : "z", List.of("a"));
        }

        assertThat(width(few)).isGreaterThan(2 * width(tally));
    }

    private static double width(Tally tally) {
        Estimate share = tally.figures(PRODUCTS).hits().getFirst();
        return share.high() - share.low();
    }
}
