package dev.inlay.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Arm;
import dev.inlay.db.statistics.Click;
import dev.inlay.db.statistics.RequestClass;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuspicionTest {
    private static final LetterKey LETTER = new LetterKey(1, "campaigneeeeeeee", "e".repeat(16), "e".repeat(32));
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Suspicion suspicion = new Suspicion();

    @Test
    void threeSlotsAtOnceAreNoPersons() {
        assertThat(suspicion.click(click(1))).isEmpty();
        assertThat(suspicion.click(click(2))).isEmpty();
        assertThat(suspicion.click(click(3))).containsExactlyInAnyOrder(click(1), click(2), click(3));
    }

    @Test
    void ofAFloodOnlyTheLastClicksAreRemembered() {
        Set<SeenClick> suspects = Set.of();
        for (int number = 1; number <= 200; number++) {
            suspects = suspicion.click(click(number));
        }

        assertThat(suspects).hasSize(50).contains(click(200), click(151)).doesNotContain(click(150));
    }

    private static SeenClick click(int number) {
        return new SeenClick(LETTER, new Click.Key(LETTER.campaignId(), NOON, number), number % 3 + 1,
                Optional.of("stove"), RequestClass.PERSON, Arm.NONE, Optional.empty(), 1, 0);
    }
}
