package dev.inlay.templates.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.templates.Samples;
import dev.inlay.templates.Shared;
import dev.inlay.templates.TileProduct;
import dev.inlay.templates.TileStyle;
import dev.inlay.templates.design.Design;
import dev.inlay.templates.design.DesignReader;
import dev.inlay.templates.design.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {
    private static final TileProduct PRODUCT = new TileProduct("Lamp", Optional.empty(),
            Optional.of(new BigDecimal("99.90")), Optional.of(new BigDecimal("129.00")), 22, true,
            Map.of("kind", "new", "stars", "4.50", "day", "2026-11-22", "hour", "2026-12-24T18:30:00+01:00",
                    "never", "soon"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "extra.kind = \"new\"   | true",
        "extra.kind = 'new'     | true",
        "extra.kind=\"new\"     | true",
        "extra.kind = \"New\"   | false",
        "extra.kind != \"new\"  | false",
        "brand != \"Lumen\"     | true",
        "brand = \"\"           | true",
        "mode = \"light\"       | true",
        "discount >= 20         | true",
        "discount >= 22         | true",
        "discount > 22          | false",
        "price < 100            | true",
        "price <= 99.9          | true",
        "price = 99.9           | true",
        "price != 99.9          | false",
        "oldPrice < 100         | false",
        "extra.stars >= 4.5     | true",
        "extra.stars = \"4.5\"  | false",
        "extra.kind < 100       | false",
        "extra.kind != 100      | false",
        "extra.none < 100       | false",
        "not brand              | true",
        "[title, discount > 1]  | true",
        "[brand, discount > 1]  | false",
    })
    void conditionsCompareNumbersAndTexts(String condition, boolean holds) {
        Design design = design("when: " + condition, "x");

        assertEquals(holds, Values.of(design, PRODUCT, false, Samples.GERMAN)
                .holds(design.nodes().getFirst().place().when()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "extra.day|date        ; 22.11.2026",
        "extra.day|date:medium ; 22.11.2026",
        "extra.day|date:short  ; 22.11.26",
        "extra.day|date:long   ; 22. November 2026",
        "extra.day|date:full   ; Sonntag, 22. November 2026",
        "extra.hour|date       ; 24.12.2026",
        "extra.never|date      ; soon",
        "extra.kind|date|upper ; NEW",
        "extra.none|date       ; ''",
    })
    void datesAreWrittenAsTheLocaleDoes(String expression, String written) {
        assertEquals(written, text(expression, Samples.GERMAN));
    }

    @Test
    void datesTakeTheLocalesOrder() {
        assertEquals("Nov 22, 2026", text("extra.day|date", style("en-US")));
        assertEquals("22 nov. 2026", text("extra.day|date", style("fr-FR")));
    }

    @Test
    void valuesAreNeverReadAsTemplates() {
        for (String text : List.of("{{price|money}}", "{{extra.kind}}", "${7*7}", "{{#if x}}", "}}{{", "{{")) {
            assertLiteral(text);
        }
    }

    @Test
    void injectionStringsAppearLiterally() throws IOException {
        Shared.strings("injection-strings").forEach(ValuesTest::assertLiteral);
    }

    private static void assertLiteral(String text) {
        TileProduct product = new TileProduct(text, Optional.of(text), Optional.empty(), Optional.empty(), 0, true,
                Map.of("note", text));
        TileStyle style = new TileStyle("Nordlicht", Currency.getInstance("EUR"), Locale.ROOT, Optional.empty(),
                Map.of("mode", text));
        Design design = design("size: 10", "<{{title}}{{brand}}{{extra.note}}{{mode}}>");
        Node.Text node = (Node.Text) design.nodes().getFirst();

        assertEquals("<" + text.repeat(4) + ">", Values.of(design, product, false, style).text(node.value()));
    }

    private static TileStyle style(String locale) {
        return new TileStyle("Nordlicht", Currency.getInstance("EUR"), Locale.forLanguageTag(locale), Optional.empty(),
                Map.of());
    }

    private static String text(String expression, TileStyle style) {
        Design design = design("size: 10", "{{" + expression + "}}");
        Node.Text text = (Node.Text) design.nodes().getFirst();
        return Values.of(design, PRODUCT, false, style).text(text.value());
    }

    private static Design design(String key, String value) {
        return DesignReader.read("test", """
                canvas: {width: 100, height: 50}
                variables: {mode: light}
                nodes:
                  - text:
                      value: "VALUE"
                      KEY
                neutral: []
                """.replace("VALUE", value).replace("KEY", key), Map.of());
    }
}
