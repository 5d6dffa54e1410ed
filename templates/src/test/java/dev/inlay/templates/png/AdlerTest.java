package dev.inlay.templates.png;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AdlerTest {
    @Test
    void checksumsOfPartsMakeThatOfTheWhole() {
        Random random = new Random(3);
        for (int length : new int[] {0, 1, 2, 65_520, 65_521, 65_522, 200_000}) {
            byte[] whole = new byte[200_000];
            random.nextBytes(whole);
            Arrays.fill(whole, 1000, 90_000, (byte) 0xFF);

            Adler first = Adler.of(whole, length);
            Adler second = Adler.of(Arrays.copyOfRange(whole, length, whole.length), whole.length - length);

            assertEquals(Adler.of(whole, whole.length), first.then(second, whole.length - length));
            assertEquals(first, Adler.START.then(first, length));
        }
    }
}
