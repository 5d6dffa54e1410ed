package dev.inlay.templates.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void lettersAndTheirMarksAreComposed() {
        assertEquals("Café", CleanText.of("Cafe\u0301"));
    }

    @Test
    void controlsSurrogatesAndOverridesAreLeftOut() {
        assertEquals("abcdef", CleanText.of("a\u0000b\u001Bc\uD800d\u202Ee\uFEFFf"));
    }

    @Test
    void whiteSpaceIsFolded() {
        assertEquals("two words", CleanText.of("  two \t\r\n words\u2028 "));
    }

    @Test
    void spacesThatDoNotBreakStaySo() {
        assertEquals("12\u00A0€", CleanText.of("12\u202F€"));
    }

    @Test
    void endlessTextIsCut() {
        assertEquals(CleanText.MOST, CleanText.of("x".repeat(1_000_000)).length());
    }

    @Test
    void towersOfMarksAreCut() {
        String cleaned = CleanText.of("x" + "\u0316".repeat(100));

        assertTrue(cleaned.length() <= 1 + CleanText.MOST_MARKS, cleaned);
    }
}
