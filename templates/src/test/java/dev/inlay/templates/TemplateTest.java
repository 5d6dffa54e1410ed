package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final String SMALL = """
            canvas: {width: 100, height: 50, density: 2}
            variables:
              accent: "#b3261e"
              label: Hello
            nodes:
              - text: {value: "{{title}}", colour: "{{accent}}"}
            neutral:
              - text: {value: "{{label}}"}
            """;

    @Test
    void galleryIsSortedByName() {
        TemplateLibrary library = TemplateLibrary.bundled();

        assertEquals(List.of("cart-reminder", "editorial", "last-chance", "new-in", "phone-stack", "price-drop",
                "product-card", "product-hero", "product-row", "product-tile"), library.names());
        assertEquals(Optional.empty(), library.find("other"));
    }

    @Test
    void sizesAreThoseOfTheContract() {
        Template tile = Samples.template("product-tile");
        Template card = Samples.template("product-card");

        assertEquals("284x400 568x800", sizes(tile));
        assertEquals("600x300 1200x600", sizes(card));
    }

    @Test
    void versionNamesTheContent() {
        Template template = Template.parse("small", SMALL);

        assertEquals(SMALL, template.content());
        assertTrue(template.version().matches("[0-9a-f]{64}"));
        assertEquals(template.version(), Template.parse("other", SMALL).version());
    }

    @Test
    void variablesAreListedWithTheirDefaults() {
        assertEquals("{accent=#b3261e, label=Hello}", Template.parse("small", SMALL).variables().toString());
    }

    @Test
    void valuesOfVariablesAreCheckedOnRequest() {
        Template template = Template.parse("small", SMALL);

        assertEquals(Optional.empty(), template.refusal("accent", "#123"));
        assertEquals(Optional.of("accent must be #rgb, #rrggbb or #rrggbbaa - was 'red'"),
                template.refusal("accent", "red"));
        assertEquals(Optional.of("template small has no variable 'colour'"), template.refusal("colour", "#123"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "height: 50  | hight: 50   | small:1:22: unknown key 'hight' of canvas - did you mean 'height'?",
        "width: 100  | width: 5000 | small:1:17: width must be 16 to 1200 - was '5000'",
        "density: 2  | density: 1.5 | small:1:43: density must be a whole number - was '1.5'",
        "{{title}}   | {{titel}}   | small:6:19: unknown name 'titel' - did you mean 'title'?",
        "{{title}}   | `{{title|uper}}` | small:6:19: unknown filter 'uper' - did you mean 'upper'?",
        "{{title}}   | {{title     | small:6:19: value must close '{{' with '}}' - was '{{title'",
        "{{accent}}  | {{acent}}   | small:6:40: unknown colour 'acent' - did you mean 'accent'?",
        "{{accent}}  | red         | small:6:40: colour must be #rgb, #rrggbb, #rrggbbaa or {{a colour variable}}"
                + " - was 'red'",
        "- text: {value: \"{{title}}\" | - texts: {value: \"{{title}}\" | "
                + "small:6:5: unknown kind of node 'texts' - did you mean 'text'?",
        "value: \"{{label}}\" | size: 12 | small:8:11: text must have 'value'",
        "#b3261e     | #zzz        | small:3:11: accent must be #rgb, #rrggbb or #rrggbbaa - was '#zzz'",
        "label: Hello | accent: \"#000\" | small:4:3: key 'accent' stands there twice",
        "label: Hello | title: Hello | small:4:3: a variable has a short name of letters and digits that is no "
                + "field of a product - was 'title'",
    })
    void mistakeIsNamedWithItsPlace(String correct, String wrong, String message) {
        String yaml = SMALL.replace(correct, wrong);

        assertEquals(message, assertThrows(TemplateException.class, () -> Template.parse("small", yaml)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "style: titel     | size: 20 | small:9:39: unknown style 'titel' - did you mean 'title'?",
        "style: title     | value: x | small:6:11: a style must not have 'value', which belongs to a node",
        "style: title     | when: title | small:6:11: a style must not have 'when', which belongs to a node",
        "style: title     | siz: 20  | small:6:11: unknown key 'siz' of a style - did you mean 'size'?",
        "style: title     | gap: 20  | small:6:11: the style 'title' has the key 'gap', which the text in line 9"
                + " does not have",
        "style: title     | size: 2  | small:6:17: size must be 4 to 200 - was '2'",
        "when: titl       | size: 20 | small:9:38: unknown name 'titl' - did you mean 'title'?",
        "when: discount == 2 | size: 20 | small:9:38: when compares with =, !=, <, <=, > or >= - was '=='",
        "when: discount > x | size: 20 | small:9:38: when compares with a number or with a text in quotes - was 'x'",
        "when: 'title < \"x\"' | size: 20 | small:9:38: a text is compared with = or != only - was '<'",
        "when: not price < 1 | size: 20 | small:9:38: 'not' stands before a name alone: turn the comparison round"
                + " - was 'not price <'",
        "when: brnd = 1 | size: 20 | small:9:38: unknown name 'brnd' - did you mean 'brand'?",
    })
    void mistakeInAStyleOrConditionIsNamedWithItsPlace(String key, String style, String message) {
        String yaml = SMALL.replace("nodes:", "styles:\n  title: {" + style + "}\n\nnodes:")
                .replace("{value: \"{{title}}\",", "{value: \"{{title}}\", " + key + ",");

        assertEquals(List.of(message), Template.problems("small", yaml, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "size: 20, colour: \"#fff\"   | ",
        "fit: cover, background: \"#fff\" | ",
        "thickness: 2               | ",
        "gap: 2                     | ",
        "size: 2                    | small:6:17: size must be 4 to 200 - was '2'",
        "colour: red                | small:6:19: colour must be #rgb, #rrggbb, #rrggbbaa or {{a colour variable}} - "
                + "was 'red'",
        "size: 20, gap: 3           | small:6:10: no kind of node has all the keys of this style - was 'size, gap'",
    })
    void styleThatNoNodeTakesIsCheckedToo(String style, String message) {
        String yaml = SMALL.replace("nodes:", "styles:\n  title: {" + style + "}\n\nnodes:");

        assertEquals(message == null ? List.of() : List.of(message), Template.problems("small", yaml, Map.of()));
    }

    @Test
    void mistakeInAStyleIsToldOnce() {
        String yaml = SMALL.replace("nodes:", "styles:\n  title: {size: 2}\n\nnodes:")
                .replace("{value:", "{style: title, value:");

        assertEquals(List.of("small:6:17: size must be 4 to 200 - was '2'"),
                Template.problems("small", yaml, Map.of()));
    }

    @Test
    void allMistakesAreListed() {
        String yaml = SMALL.replace("width: 100", "width: 5").replace("{{title}}", "{{titel}}")
                .replace("{{label}}", "{{lable}}");

        assertEquals(List.of("small:1:17: width must be 16 to 1200 - was '5'",
                "small:6:19: unknown name 'titel' - did you mean 'title'?",
                "small:8:19: unknown name 'lable' - did you mean 'label'?"),
                Template.problems("small", yaml, Map.of()));
        assertEquals(List.of(), Template.problems("small", SMALL, Map.of()));
    }

    @Test
    void atMostTwentyMistakesAreListed() {
        String yaml = SMALL.replace("neutral:", "  - text: {}\n".repeat(50) + "neutral:");

        assertEquals(20, Template.problems("small", yaml, Map.of()).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{from: \"#fff\", to: \"#000\", angel: 5} | 7:51: unknown key 'angel' of background - did you mean 'angle'?",
        "{from: \"#fff\"}                         | 7:24: background must have 'to'",
        "{from: white, to: \"#000\"} | 7:31: from must be #rgb, #rrggbb, #rrggbbaa or {{a colour variable}} "
                + "- was 'white'",
        "{from: \"#fff\", to: \"#000\", angle: 400} | 7:58: angle must be 0 to 360 - was '400'",
    })
    void mistakeInAGradientIsNamedWithItsPlace(String gradient, String message) {
        String yaml = SMALL.replace("neutral:", "  - rect: {background: " + gradient + "}\nneutral:");

        assertEquals(List.of("small:" + message), Template.problems("small", yaml, Map.of()));
    }

    @Test
    void brokenYamlIsNamedWithItsPlace() {
        String message = assertThrows(TemplateException.class,
                () -> Template.parse("small", "canvas: {width: 1\nnodes: [")).getMessage();

        assertTrue(message.startsWith("small:2:"), message);
    }

    @Test
    void aliasesAreRefused() {
        String yaml = SMALL.replace("label: Hello", "label: &a Hello\n  other: *a");

        assertEquals("small:5:10: aliases are not understood",
                assertThrows(TemplateException.class, () -> Template.parse("small", yaml)).getMessage());
    }

    @Test
    void tooManyNodesAreRefused() {
        String yaml = SMALL.replace("neutral:", "  - line: {}\n".repeat(200) + "neutral:");

        assertEquals("small:206:5: a template has at most 200 nodes",
                assertThrows(TemplateException.class, () -> Template.parse("small", yaml)).getMessage());
    }

    @Test
    void nodesNestedTooDeepAreRefused() {
        String group = "{group: {nodes: [".repeat(16) + "{line: {}}" + "]}}".repeat(16);
        String yaml = SMALL.replace("neutral:", "  - " + group + "\nneutral:");

        assertTrue(assertThrows(TemplateException.class, () -> Template.parse("small", yaml)).getMessage()
                .endsWith("nodes are nested at most 16 deep"));
    }

    @Test
    void pictureLargerThanTheLimitIsRefused() {
        String yaml = SMALL.replace("width: 100", "width: 601");

        assertEquals("small:1:9: width and height times density must be at most 1200 x 4000 - was '1202 x 100'",
                assertThrows(TemplateException.class, () -> Template.parse("small", yaml)).getMessage());
    }

    private static String sizes(Template template) {
        return template.cssWidth() + "x" + template.cssHeight() + " " + template.pixelWidth() + "x"
                + template.pixelHeight();
    }
}
