package dev.inlay.server.recommendation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.recommendation.index.PickingParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PickingNumbersTest {
    @Test
    void whatIsNotSetIsStandard() {
        assertEquals(PickingParameters.DEFAULT, PickingNumbers.parameters(Map.of()));
        assertEquals(12, PickingNumbers.parameters(Map.of("ageingDays", 12.0)).ageingDays());
        assertEquals(PickingParameters.DEFAULT.tilt(), PickingNumbers.parameters(Map.of("ageingDays", 12.0)).tilt());
    }

    @Test
    void unknownNumbersAndThoseOutOfRangeAreRefused() {
        assertThatThrownBy(() -> PickingNumbers.parameters(Map.of("luck", 1.0)))
                .hasMessage("luck must be one of [ageingDays, comeback, distance, positions, tilt]");
        assertThatThrownBy(() -> PickingNumbers.parameters(Map.of("ageingDays", 0.0)))
                .hasMessageStartingWith("ageingDays must be ");
    }
}
