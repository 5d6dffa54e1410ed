package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarningsTest {
    private final TileRenderer renderer = new TileRenderer();

    @Test
    void gallerySaysNothingOfAnOrdinaryProduct() {
        assertEquals(List.of(), renderer.warnings(Samples.template("product-card"), Samples.LAMP, Optional.empty(),
                Samples.GERMAN));
    }

    @Test
    void lettersWithoutFontAreNamedOnce() {
        Template template = template("{value: \"{{title}} - {{title|upper}}\", when: title}");

        assertEquals(List.of("title: no font draws 'ก' (U+0E01)", "title: no font draws '👩🏽' (U+1F469 U+1F3FD)",
                "title: no font draws '\uE000' (U+E000)"), warnings(template, "ก 👩🏽 Mira ก \uE000"));
    }

    @Test
    void hiddenTextsAreNotRead() {
        assertEquals(List.of(), warnings(template("{value: \"{{title}}\", when: oldPrice}"), "ก"));
    }

    @Test
    void unknownFontIsNamed() {
        assertEquals(List.of("unknown font 'Papyrus': there are Inter, Liberation Sans, DejaVu Sans"),
                warnings(template("{value: \"{{title}}\", font: Papyrus}"), "Mira"));
        assertEquals(List.of(), warnings(template("{value: \"{{title}}\", font: dejavu sans}"), "Mira"));
    }

    private List<String> warnings(Template template, String title) {
        TileProduct product = new TileProduct(title, Optional.empty(), Optional.empty(), Optional.empty(), 0, true,
                Map.of());
        return renderer.warnings(template, product, Optional.empty(), Samples.GERMAN);
    }

    private static Template template(String text) {
        return Template.parse("small", """
                canvas: {width: 100, height: 50}
                nodes:
                  - group: {nodes: [{text: %s}]}
                neutral: []
                """.formatted(text));
    }
}
