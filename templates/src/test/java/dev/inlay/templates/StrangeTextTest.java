package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever a shop writes into a field, the tile has its size. */
class StrangeTextTest {
    private static final Template SMALL = Template.parse("small", """
            canvas: {width: 120, height: 90, density: 1}
            nodes:
              - group:
                  nodes:
                    - text: {value: "{{brand|upper}}", size: 9, letterSpacing: 0.1}
                    - text: {value: "{{title}}", size: 12, maxLines: 2}
                    - badge: {value: "{{extra.note|money}}{{title|percent}}", minSize: 6}
            neutral: []
            """);

    private final TileRenderer renderer = new TileRenderer();

    @Test
    void naughtyStringsAreDrawn() throws Exception {
        draw(Shared.strings("naughty-strings"));
    }

    @Test
    void injectionStringsAreDrawn() throws Exception {
        draw(Shared.strings("injection-strings"));
    }

    @Test
    void oddUnicodeIsDrawn() {
        List<String> odd = new ArrayList<>(List.of("", " ", "\u0000\u0007\u001B[31m", "\uD800", "\uDC00x\uD83D",
                "a" + "\u0301".repeat(5000), "\u202E\u2066abc", "\uFFFF\uFFFE", "\u200D\u200D\uFE0F",
                "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(50), "x".repeat(100_000),
                "\uFDFA".repeat(40), "1e999999999", "\u2028\u2029\u0085", "\u0E01" + "\u0E47".repeat(20),
                "\u00AD\u200B"));
        for (int codePoint = 0; codePoint <= 0x1FFFF; codePoint += 64) {
            StringBuilder block = new StringBuilder();
            for (int i = 0; i < 64; i++) {
                block.appendCodePoint(codePoint + i);
            }
            odd.add(block.toString());
        }
        draw(odd);
    }

    private void draw(List<String> strings) {
        for (String text : strings) {
            TileProduct product = new TileProduct(text, Optional.of(text), Optional.of(BigDecimal.TEN),
                    Optional.empty(), 0, true, Map.of("note", text));

            Tile tile = renderer.draw(SMALL, product, Optional.empty(), Samples.GERMAN);

            assertEquals("120x90", tile.width() + "x" + tile.height());
        }
    }
}
