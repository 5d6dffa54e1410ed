package dev.inlay.templates.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.templates.Template;
import dev.inlay.templates.TemplateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextKeysTest {
    @Test
    void fitStandsForSizeAndFormerTemplatesKeepTheirMinSize() {
        assertEquals(new TextLook.Sizes(14, 21), look("fit: [14, 21]").sizes());
        assertEquals(new TextLook.Sizes(14, 21), look("size: 21, minSize: 14").sizes());
        assertEquals(new TextLook.Sizes(15, 15), look("weight: 400").sizes());
    }

    @Test
    void fontMayBeAVariable() {
        assertEquals(new Phrase.Part.Value("font", List.of()),
                look("font: \"{{font}}\"").font().parts().getFirst());
        assertEquals(Map.of("font", "Inter"), Template.parse("small", yaml("font: \"{{font}}\"")).variables());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "fit: [21, 14]   | small:4:42: fit must be 21 to 200 - was '14'",
        "fit: [14]       | small:4:37: fit must be two numbers, the least and the largest size - was '1'",
        "direction: both | small:4:43: unknown direction 'both'",
        "font: \"{{fnt}}\" | small:4:38: unknown name 'fnt' - did you mean 'font'?",
    })
    void mistakeIsNamedWithItsPlace(String key, String message) {
        assertEquals(message, assertThrows(TemplateException.class, () -> look(key)).getMessage());
    }

    private static TextLook look(String key) {
        return ((Node.Text) DesignReader.read("small", yaml(key), Map.of()).nodes().getFirst()).look();
    }

    private static String yaml(String key) {
        return """
                canvas: {width: 100, height: 50}
                variables: {font: Inter}
                nodes:
                  - text: {value: "{{title}}", %s}
                neutral: []
                """.formatted(key);
    }
}
