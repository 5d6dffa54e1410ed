package dev.inlay.server.feeds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistinctTest {
    private final Distinct distinct = new Distinct();

    @Test
    void textsAreToldApartAndAgain() {
        assertEquals(100_000, IntStream.range(0, 100_000).filter(number -> distinct.add("N" + number)).count());
        assertEquals(0, IntStream.range(0, 100_000).filter(number -> distinct.add("N" + number)).count());

        assertEquals(100_000, distinct.count());
    }

    @Test
    void beyondAMillionEverythingIsNew() {
        IntStream.range(0, 1 << 20).forEach(number -> distinct.add("N" + number));

        assertTrue(distinct.add("more"));
        assertTrue(distinct.add("more"));
        assertFalse(distinct.add("N7"));
        assertEquals((1 << 20) + 2, distinct.count());
    }
}
