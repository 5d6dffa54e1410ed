package dev.inlay.server.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuotaTest {
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void aMinutesCallsMayComeAtOnceAndTheNextOneWaits() {
        Quota<String> quota = quota(6);

        assertEquals(6, takenOf(6, quota, "anna"));
        assertEquals(Duration.ofSeconds(10), quota.take("anna"));
    }

    @Test
    void callsComeBackAtAnEvenPace() {
        Quota<String> quota = quota(6);
        takenOf(6, quota, "anna");

        pass(Duration.ofSeconds(9));
        assertEquals(Duration.ofSeconds(1), quota.take("anna"));
        pass(Duration.ofSeconds(1));
        assertEquals(1, takenOf(5, quota, "anna"));
        pass(Duration.ofSeconds(30));
        assertEquals(3, takenOf(5, quota, "anna"));
    }

    @Test
    void neverMoreThanAMinutesCallsAreSaved() {
        Quota<String> quota = quota(6);
        takenOf(1, quota, "anna");

        pass(Duration.ofHours(5));

        assertEquals(6, takenOf(20, quota, "anna"));
    }

    @Test
    void whoGoesOnCallingWaitsNoLonger() {
        Quota<String> quota = quota(6);
        takenOf(1_000, quota, "anna");

        pass(Duration.ofSeconds(10));

        assertEquals(1, takenOf(10, quota, "anna"));
    }

    @Test
    void eachHasHisOwn() {
        Quota<String> quota = quota(6);
        takenOf(7, quota, "anna");

        assertEquals(6, takenOf(7, quota, "bert"));
    }

    @Test
    void nobodyIsShutOutByAClockThatIsSetBack() {
        Quota<String> quota = quota(6);
        takenOf(3, quota, "anna");

        pass(Duration.ofDays(-1));

        assertThat(quota.take("anna")).isLessThanOrEqualTo(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(60));
        assertEquals(6, takenOf(7, quota, "anna"));
    }

    @Test
    void whatIsGivenBackMayBeTakenAgain() {
        Quota<String> quota = quota(6);
        quota.giveBack("anna");
        takenOf(6, quota, "anna");

        quota.giveBack("anna");

        assertEquals(1, takenOf(5, quota, "anna"));
    }

    @Test
    void zeroIsAnyNumber() {
        assertEquals(100_000, takenOf(100_000, quota(0), "anna"));
    }

    @Test
    void largeLimitsAreKept() {
        assertEquals(600_000, takenOf(600_100, quota(600_000), "anna"));
    }

    private Quota<String> quota(int perMinute) {
        return new Quota<>(perMinute, () -> now);
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
    }

    private static int takenOf(int calls, Quota<String> quota, String key) {
        int taken = 0;
        for (int i = 0; i < calls; i++) {
            taken += quota.take(key).isZero() ? 1 : 0;
        }
        return taken;
    }
}
