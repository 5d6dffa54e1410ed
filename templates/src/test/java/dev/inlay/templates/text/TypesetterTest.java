package dev.inlay.templates.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private static final Fonts FONTS = Fonts.bundled();
    private static final TextStyle STYLE = new TextStyle(20, 400, 0);
    private static final List<String> WORDS = List.of("Lampe", "mit", "Ökostrom-Zertifikat", "лампа", "מנורה", "مصباح",
            "a", "Donaudampfschifffahrtsgesellschaft", "12,90\u00A0€", "fi\u0301n", "(neu)", "—", "😀", "कमल");

    private final Typesetter typesetter = new Typesetter(FONTS);

    @Test
    void wordsAreWrapped() {
        double width = set("Eine schöne", 1000, 1).width();

        assertEquals(2, set("Eine schöne Lampe", width + 1, 5).lines().size());
    }

    @Test
    void lineAsWideAsItsTextIsOneLine() {
        for (String text : List.of("$77.00", "View product", "AVAVA To Wa", "مصباح طاولة")) {
            assertEquals(1, set(text, set(text, Double.MAX_VALUE, 9).width(), 9).lines().size(), text);
        }
    }

    @Test
    void noLineIsWiderThanTheRoom() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = random.nextInt(12); word >= 0; word--) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(4) == 0 ? "" : " ");
            }
            double width = 60 + random.nextInt(200);
            int most = 1 + random.nextInt(3);

            TextBlock block = set(text.toString(), width, most);

            assertTrue(block.width() <= width + 0.02, text + " in " + width + " is " + block.width());
            assertTrue(block.lines().size() <= most);
        }
    }

    @Test
    void wordLongerThanTheLineIsBroken() {
        assertEquals(3, set("x".repeat(80), 200, 3).lines().size());
    }

    @Test
    void narrowestRoomStillEnds() {
        assertEquals(2, set("Lampe mit Schirm", 0, 2).lines().size());
    }

    @Test
    void clustersThatNoFontCoversAreLeftOut() {
        double width = set("ab", 1000, 1).width();

        assertEquals(width, set("a\uD83E\uDE94b", 1000, 1).width());
        assertFalse(typesetter.shows("照明 \uD83E\uDE94", Locale.JAPANESE));
    }

    @Test
    void wideFormsGiveWayToPlainOnes() {
        assertEquals(set("¥A", 1000, 1).width(), set("\uFFE5\uFF21", 1000, 1).width());
    }

    private TextBlock set(String text, double width, int maxLines) {
        return typesetter.set(text, STYLE, 1.3, Locale.GERMAN, new Typesetter.Room(width, maxLines, true));
    }
}
