package dev.inlay.server.recommendation.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HabitsTest {
    private static final long ANNA = 1;
    private static final long BERT = 2;

    private final Habits habits = new Habits();

    @Test
    void productStandsWhereItsOwnerTouchedItLast() {
        see(ANNA, 5, 6, 7);

        assertThat(habits.see(ANNA, 5, 10)).isEqualTo(2);
        assertThat(habits.see(ANNA, 7, 10)).isEqualTo(1);
        assertThat(habits.see(ANNA, 7, 10)).isZero();
        assertThat(habits.see(ANNA, 8, 10)).isEqualTo(Habits.NOT_FOUND);
        assertThat(habits.see(BERT, 7, 10)).isEqualTo(Habits.NOT_FOUND);
    }

    @Test
    void tenProductsAreRemembered() {
        see(ANNA, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertThat(habits.see(ANNA, 0, 10)).isEqualTo(Habits.NOT_FOUND);
        assertThat(habits.see(ANNA, 2, 10)).isEqualTo(9);
    }

    @Test
    void whatComesLateIsNotTakenUp() {
        see(ANNA, 5, 6);

        assertThat(habits.see(ANNA, 9, -1)).isEqualTo(Habits.NOT_FOUND);
        assertThat(habits.see(ANNA, 6, 10)).isZero();
    }

    private void see(long owner, int... products) {
        for (int product : products) {
            habits.see(owner, product, 10);
        }
    }
}
