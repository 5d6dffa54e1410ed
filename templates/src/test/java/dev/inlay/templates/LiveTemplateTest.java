package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.templates.design.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template may show that is known only at the open. */
class LiveTemplateTest {
    private static final String UNKNOWN = "the rows of what is live must be known beforehand: add ";

    @Test
    void templateWithoutLiveNamesIsNotLive() {
        assertFalse(template("- text: {value: \"{{title}}\"}").isLive());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "- text: {value: \"Hi {{firstName}}\", top: 10, height: 20}",
        "- rect: {when: running, bottom: 20, height: 20}",
        "- badge: {value: Over, when: [inStock, not ended], top: 10, bottom: 20}",
        "- group: {top: 10, height: 20, nodes: [{text: {value: For}}, {text: {value: \"{{firstName}}\"}}]}",
        "- group: {direction: layers, top: 5, bottom: 5, nodes: [{rect: {when: daysLeft, top: 5, height: 9}}]}",
    })
    void nodeWithALiveNameAndKnownRowsIsLive(String node) {
        assertTrue(template(node).isLive());
    }

    @Test
    void rowsOfLiveNodesFollowFromTheTemplate() {
        assertEquals(List.of(new Rows(20, 60)), rows("- rect: {when: running, top: 10, height: 20}"));
        assertEquals(List.of(new Rows(40, 60)), rows("- rect: {when: running, bottom: 10, height: 10}"));
        assertEquals(List.of(new Rows(20, 40)), rows("- rect: {when: running, top: 10, bottom: 20}"));
        assertEquals(List.of(new Rows(0, 10)), rows("- rect: {when: running, top: -10, height: 15}"));
        assertEquals(List.of(new Rows(34, 54)), rows("- group: {direction: layers, top: 10, height: 30, padding: 2, "
                + "nodes: [{rect: {when: running, top: 5, height: 10}}]}"));
    }

    @Test
    void rowsThatOverlapOrTouchBecomeOne() {
        assertEquals(List.of(new Rows(0, 40), new Rows(60, 80)), rows("""
                - rect: {when: running, top: 30, height: 10}
                  - rect: {when: running, top: 0, height: 12}
                  - rect: {when: ended, top: 10, bottom: 20}
                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "- text: {value: \"{{firstName}}\"}                | live:3:5: " + UNKNOWN + "'top' and 'height' here, in layers",
        "- text: {value: \"{{firstName}}\", top: 4}        | live:3:5: " + UNKNOWN + "'height' here, in layers",
        "- rect: {when: running, bottom: 4}                | live:3:5: " + UNKNOWN + "'height' here, in layers",
        "- rect: {when: not ended, height: 4}              | live:3:5: " + UNKNOWN + "'top' or 'bottom' here, in layers",
        "- group: {nodes: [{text: {value: \"{{daysLeft}}\", top: 1, height: 2}}]} | "
                + "live:3:5: " + UNKNOWN + "'top' and 'height' here, in layers",
        "- group: {direction: layers, nodes: [{rect: {when: running, top: 1, height: 2}}]} | "
                + "live:3:5: " + UNKNOWN + "'top' and 'height' here, in layers",
        "- group: {direction: layers, top: 0, bottom: 0, nodes: [{rect: {when: running}}]} | "
                + "live:3:59: " + UNKNOWN + "'top' and 'height' here, in layers",
        "- rect: {when: running, top: 50, height: 10}      | live:3:5: what is live must lie within the picture",
        "- photo: {when: running, top: 0, height: 10}      | live:3:5: a photo cannot be live, nor stand in a group "
                + "that is: it is coded beforehand",
        "- group: {top: 0, height: 9, when: ended, nodes: [{photo: {}}]} | live:3:53: a photo cannot be live, nor "
                + "stand in a group that is: it is coded beforehand",
        "- text: {value: \"{{fistName}}\"}                 | live:3:19: unknown name 'fistName' - did you mean "
                + "'firstName'?",
    })
    void mistakeIsNamedWithItsPlaceAndItsCure(String node, String message) {
        assertEquals(message, assertThrows(TemplateException.class, () -> template(node)).getMessage());
    }

    @Test
    void nothingIsLiveInTheNeutralPicture() {
        String yaml = yaml("- line: {}").replace("neutral: []", """
                neutral:
                  - group:
                      nodes:
                        - text: {value: "Hi {{firstName}}", top: 0, height: 20}
                """);

        assertEquals("live:7:11: nothing in 'neutral' can be live: nobody is known there",
                assertThrows(TemplateException.class, () -> Template.parse("live", yaml)).getMessage());
    }

    @Test
    void variableCannotHaveALiveName() {
        String yaml = yaml("- line: {}") + "variables: {running: \"yes\"}\n";

        assertTrue(assertThrows(TemplateException.class, () -> Template.parse("live", yaml)).getMessage()
                .startsWith("live:5:13: a variable has a short name"));
    }

    @Test
    void canvasTellsColoursAndJpeg() {
        String full = yaml("- line: {}").replace("density: 2", "density: 2, colour: full, jpg: true");

        assertTrue(Template.parse("live", full).offersJpeg());
        assertFalse(template("- line: {}").offersJpeg());
        assertEquals("live:1:54: unknown colour 'ful' - did you mean 'full'?", assertThrows(TemplateException.class,
                () -> Template.parse("live", full.replace("full", "ful"))).getMessage());
    }

    private static List<Rows> rows(String node) {
        return template(node).design().liveRows();
    }

    private static Template template(String node) {
        return Template.parse("live", yaml(node));
    }

    private static String yaml(String node) {
        return "canvas: {width: 100, height: 40, density: 2}\nnodes:\n  " + node.strip() + "\nneutral: []\n";
    }
}
