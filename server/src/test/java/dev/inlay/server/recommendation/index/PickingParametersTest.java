package dev.inlay.server.recommendation.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PickingParametersTest {
    @Test
    void defaultsAreThoseThatMeasuredBest() {
        assertThat(PickingParameters.DEFAULT).isEqualTo(new PickingParameters(2, 2, 30, 0.3, 1));
    }

    @Test
    void everyLimitIsKept() {
        refused("positions must be 0.1 to 100.0 - was '0.0'", 0, 2, 30, 0.3, 1);
        refused("distance must be 0.1 to 1000.0 - was '1001.0'", 2, 1_001, 30, 0.3, 1);
        refused("ageingDays must be 1.0 to 1000.0 - was 'NaN'", 2, 2, Double.NaN, 0.3, 1);
        refused("tilt must be 0.0 to 5.0 - was '-0.1'", 2, 2, 30, -0.1, 1);
        refused("comeback must be 0.0 to 100.0 - was '101.0'", 2, 2, 30, 0.3, 101);
    }

    private static void refused(String message, double positions, double distance, double ageingDays, double tilt,
            double comeback) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PickingParameters(positions, distance, ageingDays, tilt, comeback))
                .withMessage(message);
    }
}
