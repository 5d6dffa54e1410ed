package dev.inlay.server.reasons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.campaign.Pick;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundedScoreTest {
    @Test
    void aScoreHasSixDigitsAtMost() {
        assertEquals(new BigDecimal("0.333333"), whole(1.0 / 3));
        assertEquals(new BigDecimal("123457"), whole(123456.789));
        assertEquals(new BigDecimal("1"), whole(1));
        assertEquals(new BigDecimal("1200000"), whole(1_200_000));
        assertEquals(new BigDecimal("0"), whole(0));
    }

    @Test
    void partsSumToTheScoreToTheLastDigit() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            double history = random.nextDouble() * Math.pow(10, random.nextInt(9) - 4);
            double neighbours = random.nextDouble();
            RoundedScore score = RoundedScore.of(new Pick("p", "for_you", history + neighbours,
                    Map.of("history", history, "neighbours", neighbours), List.of()));

            assertThat(score.parts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(score.whole());
        }
    }

    @Test
    void theWeightiestPartComesFirst() {
        Pick pick = new Pick("p", "for_you", 0.5, Map.of("a", 0.1, "b", 0.4), List.of());

        assertThat(RoundedScore.of(pick).parts().keySet()).containsExactly("b", "a");
    }

    private static BigDecimal whole(double score) {
        return RoundedScore.of(new Pick("p", "for_you", score, List.of())).whole();
    }
}
