package dev.inlay.server.recommendation.index;

import static dev.inlay.server.recommendation.index.TestEvents.START;
import static dev.inlay.server.recommendation.index.TestEvents.catalogue;
import static dev.inlay.server.recommendation.index.TestEvents.event;
import static dev.inlay.server.recommendation.index.TestEvents.read;
import static dev.inlay.server.recommendation.index.TestEvents.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inlay.db.activity.EventType;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each number stands beside 20 made-up observations; by them the product touched last returns once in 4 times. */
class HabitsTest {
    private SessionIndex index = new SessionIndex();
    private Instant now = START;

    @Test
    void untaughtTheLatestReturnsMostAndACartMoreThanAView() {
        assertThat(last(Gap.VISIT)).isCloseTo(0.25 * 0.9, within(1e-12));
        assertThat(index.chances().ofReturn(Gap.LONGER, 3, EventType.CART, 2))
                .isCloseTo(0.25 / 8 * 1.5 * 1.3, within(1e-12));
        assertThat(index.chances().ofReturn(Gap.VISIT, 50, EventType.VIEW, 1)).isZero();
    }

    @Test
    void goingOnMakesReturningLessLikely() {
        touch(1, "a", "b");

        assertThat(last(Gap.VISIT)).isCloseTo(5 / 21.0 * 20 / 20.25 * 18 / 20.25, within(1e-12));
    }

    @Test
    void returningMakesItMoreLikely() {
        touch(1, "a", "a");

        assertThat(last(Gap.VISIT)).isCloseTo(6 / 21.0 * 21 / 20.25 * 19 / 20.25, within(1e-12));
    }

    @Test
    void visitsAndDaysAndLongerTimesAreLearntApart() {
        touch(1, "a");
        now = now.plus(Duration.ofMinutes(31));
        touch(1, "a");
        now = now.plus(Duration.ofHours(25));
        touch(1, "b");

        assertThat(last(Gap.VISIT)).isCloseTo(0.25 * 0.9, within(1e-12));
        assertThat(last(Gap.DAY)).isGreaterThan(0.25 * 0.9);
        assertThat(last(Gap.LONGER)).isLessThan(0.25 * 0.9);
    }

    @Test
    void whereShoppersReturnToTheirCartsACartReturnsMoreThanAView() {
        for (int shopper = 0; shopper < 50; shopper++) {
            touch(shopper, "a");
            put(shopper, "b");
            touch(shopper, "c", "b");
        }

        assertThat(index.chances().ofReturn(Gap.VISIT, 1, EventType.CART, 1))
                .isGreaterThan(3 * index.chances().ofReturn(Gap.VISIT, 1, EventType.VIEW, 1));
    }

    @Test
    void newProductsThatSessionsLedToAreCounted() {
        touch(1, "a", "b");
        touch(2, "a", "b");
        touch(3, "a", "b");
        touch(4, "a", "c");

        assertThat(index.chances().ofOther(Gap.VISIT, 1)).isCloseTo((1 + 20 * 0.1) / 21, within(1e-12));
        assertThat(index.chances().ofOther(Gap.VISIT, 2)).isCloseTo((1 + 20 * 0.2) / 22, within(1e-12));
        assertThat(index.chances().ofOther(Gap.VISIT, 0)).isZero();
    }

    @Test
    void ownOpenSessionLeadsNowhere() {
        touch(1, "a", "b", "a", "c");

        assertThat(index.chances().ofOther(Gap.VISIT, 1)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void lateEventsTeachNothing() {
        touch(1, "a");
        Chances before = index.chances();
        now = START.minus(Duration.ofHours(5));
        touch(1, "a");

        assertThat(last(Gap.VISIT)).isEqualTo(before.ofReturn(Gap.VISIT, 0, EventType.VIEW, 1));
    }

    @Test
    void whatWasTouchedBeforeASnapshotReturnsAfterIt() throws IOException {
        touch(1, "a");
        put(1, "b");
        SessionIndex again = read(snapshot(index));
        touch(1, "a");
        double known = index.chances().ofReturn(Gap.VISIT, 1, EventType.VIEW, 1);
        index = again;
        now = now.minusSeconds(10);
        touch(1, "a");

        assertThat(index.chances().ofReturn(Gap.VISIT, 1, EventType.VIEW, 1)).isEqualTo(known);
    }

    private double last(Gap gap) {
        return index.chances().ofReturn(gap, 0, EventType.VIEW, 1);
    }

    private void touch(int shopper, String... products) {
        for (String product : products) {
            add(shopper, EventType.VIEW, product);
        }
    }

    private void put(int shopper, String product) {
        add(shopper, EventType.CART, product);
    }

    private void add(int shopper, EventType type, String product) {
        now = now.plusSeconds(10);
        index.add(List.of(event(shopper, type, product, now)), catalogue(TestEvents.product("a"),
                TestEvents.product("b"), TestEvents.product("c")));
    }
}
