package dev.inlay.templates.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.design.TextDirection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TypesetterTest {
    private static final Fonts FONTS = Fonts.bundled();
    private static final TextStyle STYLE = new TextStyle("", 20, 400, 0, 1.3, TextDirection.AUTO);
    private static final List<String> WORDS = List.of("Lampe", "mit", "Ökostrom-Zertifikat", "лампа", "מנורה", "مصباح",
            "a", "Donaudampfschifffahrtsgesellschaft", "12,90\u00A0€", "fi\u0301n", "(neu)", "—", "😀", "कमल");

    private final Typesetter typesetter = new Typesetter(FONTS, Locale.GERMAN);

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
    void lettersOfManyMarksAreCutWhereTheyEnd() {
        String marked = "ל\u05b7\u05bc\u0591\u05b8 ".repeat(14);

        for (double width = 1; width < 400; width += 7) {
            assertEquals(1, set(marked, width, 1).lines().size());
        }
    }

    @Test
    void narrowestRoomStillEnds() {
        assertEquals(2, set("Lampe mit Schirm", 0, 2).lines().size());
    }

    @Test
    void clustersThatNoFontCoversAreLeftOut() {
        double width = set("ab", 1000, 1).width();

        assertEquals(width, set("a\uD83E\uDE94b", 1000, 1).width());
        assertFalse(typesetter.shows("照明 \uD83E\uDE94", STYLE));
    }

    @Test
    void wideFormsGiveWayToPlainOnes() {
        assertEquals(set("¥A", 1000, 1).width(), set("\uFFE5\uFF21", 1000, 1).width());
    }

    @Test
    void familyThatIsNamedIsAskedFirst() {
        assertEquals(width("Mira", "DejaVu Sans"), width("Mira", "dejavu sans"));
        assertTrue(width("Mira", "DejaVu Sans") != width("Mira", "Inter"));
        assertTrue(width("Mira", "Liberation Sans") != width("Mira", "Inter"));
    }

    @Test
    void unknownFamilyGivesWayToTheDefault() {
        assertEquals(width("Mira", "Inter"), width("Mira", "Papyrus"));
        assertEquals(width("Mira", "Inter"), width("Mira", ""));
    }

    @Test
    void textIsReadAsItsFirstLetterIs() {
        assertTrue(set("12 מנורה Mira", 1000, 1).rightToLeft());
        assertFalse(set("12 Mira מנורה", 1000, 1).rightToLeft());
        assertFalse(set("-30 %", 1000, 1).rightToLeft());
    }

    @Test
    void directionOfTheTemplateWins() {
        TextStyle style = new TextStyle("", 20, 400, 0, 1.3, TextDirection.RTL);

        assertTrue(typesetter.set("Mira", style, new Typesetter.Room(500, 1, true)).rightToLeft());
    }

    @Test
    void shortLastWordGetsCompany() {
        double width = set("Tischleuchte mit Licht", 1000, 1).width() + 1;

        TextBlock block = set("Tischleuchte mit Licht ab", width, 2);

        assertEquals(List.of(set("Tischleuchte mit", 1000, 1).width(), set("Licht ab", 1000, 1).width()),
                block.lines().stream().map(TextLine::width).toList());
    }

    @Test
    void shortLastWordStaysAloneWhereTheBreakWouldBeWorse() {
        double width = set("a Tischleuchte", 1000, 1).width() + 1;

        assertEquals(set("ab", 1000, 1).width(), set("a Tischleuchte ab", width, 2).lines().getLast().width());
    }

    @Test
    void longLastWordStaysAlone() {
        double width = set("Leuchte mit Licht", 1000, 1).width() + 1;

        assertEquals(set("Leuchte mit Licht", 1000, 1).width(),
                set("Leuchte mit Licht Tischleuchte", width, 2).lines().getFirst().width());
    }

    @Test
    void wholeTextIsNeitherCutNorBroken() {
        assertTrue(set("zwei drei", set("zwei", 1000, 1).width() + 1, 2).whole());
        assertFalse(set("zwei drei eins", set("zwei", 1000, 1).width() + 1, 2).whole());
        assertFalse(set("Tischleuchte", 60, 5).whole());
    }

    @Test
    void letterSpacingTakesLigaturesApartAndLeavesJoinedLettersAlone() {
        TextStyle wide = new TextStyle("DejaVu Sans", 20, 400, 0.2, 1.3, TextDirection.AUTO);

        assertEquals(set("مصباح", 1000, 1).width(),
                typesetter.set("مصباح", wide, new Typesetter.Room(1000, 1, true)).width());
        assertEquals(width("fi", "DejaVu Sans"), width("\uFB01", "DejaVu Sans"), 0.5);
        assertTrue(typesetter.set("fi", wide, new Typesetter.Room(1000, 1, true)).width()
                > width("fi", "DejaVu Sans") + 4);
    }

    private double width(String text, String font) {
        TextStyle style = new TextStyle(font, 20, 400, 0, 1.3, TextDirection.AUTO);
        return typesetter.set(text, style, new Typesetter.Room(1000, 1, true)).width();
    }

    private TextBlock set(String text, double width, int maxLines) {
        return typesetter.set(text, STYLE, new Typesetter.Room(width, maxLines, true));
    }
}
