package dev.inlay.server.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final Retries.Key PHOTO = new Retries.Key(1, "https://shop.example/a.jpg");

    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final Retries retries = new Retries(() -> now);

    @Test
    void photoIsDueOnceAfterAQuarterOfAnHour() {
        retries.failed(PHOTO);

        assertThat(retries.due()).isEmpty();
        now = now.plus(Duration.ofMinutes(15));
        assertThat(retries.due()).containsExactly(PHOTO);
        assertThat(retries.due()).isEmpty();
    }

    @Test
    void everyFailureWaitsLonger() {
        retries.failed(PHOTO);
        retries.failed(PHOTO);
        now = now.plus(Duration.ofMinutes(59));

        assertThat(retries.due()).isEmpty();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(retries.due()).containsExactly(PHOTO);
    }

    @Test
    void runMayTryAPhotoThatHasFailedAFewTimesOnly() {
        for (int i = 0; i < 3; i++) {
            retries.failed(PHOTO);
        }

        assertThat(retries.mayTry(PHOTO)).isTrue();
        retries.failed(PHOTO);
        assertThat(retries.mayTry(PHOTO)).isFalse();
        retries.succeeded(PHOTO);
        assertThat(retries.mayTry(PHOTO)).isTrue();
    }
}
