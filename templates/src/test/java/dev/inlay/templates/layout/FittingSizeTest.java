package dev.inlay.templates.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.design.Align;
import dev.inlay.templates.design.Colour;
import dev.inlay.templates.design.TextDirection;
import dev.inlay.templates.text.Fonts;
import dev.inlay.templates.text.TextBlock;
import dev.inlay.templates.text.TextStyle;
import dev.inlay.templates.text.Typesetter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FittingSizeTest {
    private static final String TITLE = "Tischleuchte Mira mit warmem Licht";

    private final Typesetter typesetter = new Typesetter(Fonts.bundled(), Locale.GERMAN);

    @Test
    void textThatFitsKeepsTheLargestSize() {
        assertEquals(40, words(TITLE, 1).set(2000, 1000).size());
    }

    @Test
    void sizeIsTheLargestThatFits() {
        for (int lines = 1; lines <= 3; lines++) {
            TextBlock block = words(TITLE, lines).set(240, 1000);

            assertTrue(block.whole() && block.size() < 40 && block.lines().size() <= lines, block.toString());
            assertFalse(words(TITLE, lines).atSize(block.size() + 0.5, 240, lines).whole());
        }
    }

    @Test
    void moreLinesAllowLargerLetters() {
        assertTrue(words(TITLE, 2).set(300, 1000).size() > words(TITLE, 1).set(300, 1000).size());
    }

    @Test
    void heightOfTheBoxCounts() {
        TextBlock block = words(TITLE, 3).set(300, 60);

        assertTrue(block.whole() && block.height() <= 60.01, block.toString());
        assertTrue(block.size() < words(TITLE, 3).set(300, 1000).size());
    }

    @Test
    void wordsAreNotBrokenForLargerLetters() {
        assertEquals(1, words("Tischleuchte", 3).set(200, 1000).lines().size());
    }

    @Test
    void textThatNeverFitsIsCutAtTheLeastSize() {
        TextBlock block = words(TITLE.repeat(9), 2).set(300, 1000);

        assertEquals(12, block.size());
        assertEquals(2, block.lines().size());
        assertTrue(block.width() <= 300.02);
    }

    private Words words(String text, int maxLines) {
        TextStyle style = new TextStyle("", 40, 400, 0, 1.25, TextDirection.AUTO);
        return new Words(text, style, 12, maxLines, true, Align.START, Colour.NONE, false, typesetter);
    }
}
