package dev.inlay.templates.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.SystemFonts;
import dev.inlay.templates.design.TextDirection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontFolderTest {
    private static final TextStyle STYLE = new TextStyle("", 20, 400, 0, 1.3, TextDirection.AUTO);

    @TempDir
    private Path folder;

    @Test
    void facesOfOneFamilyStandTogether() throws IOException {
        copy("/liberation/LiberationSans-Italic.ttf", "a.ttf");
        copy("/com/formdev/flatlaf/fonts/inter/Inter-Italic.otf", "b.OTF");
        Files.writeString(folder.resolve("readme.txt"), "no font");

        Fonts fonts = Fonts.with(folder);

        assertEquals(List.of("Inter", "Liberation Sans", "DejaVu Sans"), fonts.families());
        assertFalse(fonts.first(new Voice("Inter", 400, HanForm.SC)).italic());
        assertFalse(fonts.fingerprint().equals(Fonts.bundled().fingerprint()));
    }

    @Test
    void brokenFileIsNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.ttf"), "x".repeat(1000));

        assertEquals("font cannot be read - was '" + broken + "'", refusal());
    }

    @Test
    void webFontIsNamed() throws IOException {
        Path web = Files.writeString(folder.resolve("web.woff2"), "");

        assertEquals("font must be .ttf, .otf or .ttc - was '" + web + "'", refusal());
    }

    @Test
    void thousandsOfFontsAreRefused() throws IOException {
        for (int i = 0; i <= 500; i++) {
            Files.createFile(folder.resolve(i + ".ttf"));
        }

        assertEquals("font folder must hold at most 500 fonts, those that templates need - was '" + folder + "'",
                refusal());
    }

    @Test
    void folderThatIsNotThereIsNamed() {
        Path missing = folder.resolve("missing");

        assertEquals("font folder cannot be read - was '" + missing + "'",
                assertThrows(IllegalArgumentException.class, () -> Fonts.with(missing)).getMessage());
    }

    @Test
    void formOfHanLettersFollowsTheLanguage() throws IOException {
        Fonts fonts = Fonts.with(SystemFonts.into(folder, "NotoSansCJK"));

        assertEquals("Noto Sans CJK JP", family(fonts, "骨", "ja"));
        assertEquals("Noto Sans CJK KR", family(fonts, "骨", "ko-KR"));
        assertEquals("Noto Sans CJK SC", family(fonts, "骨", "zh-CN"));
        assertEquals("Noto Sans CJK TC", family(fonts, "骨", "zh-TW"));
        assertEquals("Noto Sans CJK HK", family(fonts, "骨", "zh-HK"));
        assertEquals("Noto Sans CJK TC", family(fonts, "骨", "zh-Hant"));
        assertEquals("Noto Sans CJK JP", family(fonts, "骨の", "de"));
    }

    @Test
    void lettersWithoutAPictureAreMissing() throws IOException {
        Fonts fonts = Fonts.with(SystemFonts.into(folder, "NotoSansCJK-Regular"));

        assertEquals(List.of("\u3164"), Clusters.passage("a\u3164", fonts, STYLE, Locale.KOREAN).missing());
    }

    @Test
    void sequencesOfEmojiAreOnePicture() throws IOException {
        Fonts fonts = Fonts.with(SystemFonts.into(folder, "NotoColorEmoji"));

        for (String cluster : List.of("😀", "👩🏽‍🚀", "👨‍👩‍👧", "🇩🇪", "1️⃣", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🧑🏿‍❤️‍💋‍🧑🏻")) {
            Passage passage = Clusters.passage(cluster, fonts, STYLE, Locale.ENGLISH);

            assertEquals(Run.Bitmap.STAND_IN, passage.text(), cluster);
        }
    }

    @Test
    void signsStaySignsUnlessAPictureIsMeant() throws IOException {
        Fonts fonts = Fonts.with(SystemFonts.into(folder, "NotoColorEmoji"));

        assertEquals("© ❤ 1 #", Clusters.passage("© ❤ 1 #", fonts, STYLE, Locale.ENGLISH).text());
        assertEquals("❤", Clusters.passage("❤\uFE0E", fonts, STYLE, Locale.ENGLISH).text());
        assertEquals(Run.Bitmap.STAND_IN, Clusters.passage("❤\uFE0F", fonts, STYLE, Locale.ENGLISH).text());
    }

    @Test
    void emojiStandOnTheBaselineBesideTheirLetters() throws IOException {
        Fonts fonts = Fonts.with(SystemFonts.into(folder, "NotoColorEmoji"));
        Typesetter typesetter = new Typesetter(fonts, Locale.ENGLISH);

        TextLine line = typesetter.set("ab 🪔", STYLE, new Typesetter.Room(500, 1, true)).lines().getFirst();

        TextLine.Picture picture = line.pictures().getFirst();
        assertEquals(25, picture.image().getWidth());
        assertEquals(line.width(), picture.x() + 136 * 20 / 109.0, 0.01);
        assertTrue(picture.y() < -15 && picture.y() + picture.image().getHeight() > 0);
    }

    @Test
    void fontWhoseEmojiAreDamagedIsAWarning() throws IOException {
        Path whole = SystemFonts.into(folder, "NotoColorEmoji").resolve("NotoColorEmoji.ttf");
        byte[] bytes = Files.readAllBytes(whole);
        Files.delete(whole);
        int index = 10_906_404;
        Arrays.fill(bytes, index + 4, index + 8, (byte) 0x7F);
        Files.write(folder.resolve("Damaged.ttf"), bytes);

        Fonts fonts = Fonts.with(folder);

        assertEquals(List.of("font Damaged.ttf: its emoji cannot be read: "
                + "CBLC must have 1 to 64 sizes - was 2139062143"), fonts.problems());
        assertEquals(List.of("🪔"), Clusters.passage("🪔", fonts, STYLE, Locale.ENGLISH).missing());
    }

    private static String family(Fonts fonts, String text, String language) {
        Passage passage = Clusters.passage(text, fonts, STYLE, Locale.forLanguageTag(language));
        return ((Run.Letters) passage.runs().getFirst()).face().font().getFamily(Locale.ENGLISH);
    }

    private String refusal() {
        return assertThrows(IllegalArgumentException.class, () -> Fonts.with(folder)).getMessage();
    }

    private void copy(String resource, String name) throws IOException {
        try (InputStream in = FontFolderTest.class.getResourceAsStream(resource)) {
            Files.copy(in, folder.resolve(name));
        }
    }
}
