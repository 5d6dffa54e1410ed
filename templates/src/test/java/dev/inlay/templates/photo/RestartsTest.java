package dev.inlay.templates.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartsTest {
    private final Restarts restarts = new Restarts();

    @Test
    void firstDeathsAreForgiven() {
        die(3);

        assertEquals(Duration.ZERO, restarts.left());
    }

    @Test
    void manyDeathsInARowMakeItWait() {
        die(20);

        assertTrue(restarts.left().compareTo(Duration.ofSeconds(5)) > 0);
        assertTrue(restarts.left().compareTo(Duration.ofSeconds(16)) <= 0);
    }

    @Test
    void goodAnswerForgivesAll() {
        die(20);
        restarts.succeeded();
        die(1);

        assertEquals(Duration.ZERO, restarts.left());
    }

    @Test
    void whatCannotBeStartedIsTriedLaterEachTime() {
        for (int i = 0; i < 20; i++) {
            restarts.failedToStart();
        }

        assertTrue(restarts.left().compareTo(Duration.ofSeconds(40)) > 0);
    }

    private void die(int times) {
        for (int i = 0; i < times; i++) {
            restarts.failed();
        }
    }
}
