package dev.inlay.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/templates.md} shows is understood. */
class DocumentationTest {
    private static final Pattern EXAMPLE = Pattern.compile("^```yaml\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Path FILE = Path.of("../docs/templates.md");
    private static final byte[] LOGO = "<svg viewBox='0 0 4 1'><circle r='1'/></svg>".getBytes(StandardCharsets.UTF_8);

    @Test
    void examplesAreUnderstoodAndDrawn() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(FILE)).results()
                .map(example -> example.group(1)).toList();

        assertFalse(examples.isEmpty());
        for (String example : examples) {
            String yaml = whole(example);
            Map<String, byte[]> files = yaml.contains("logo.svg") ? Map.of("logo.svg", LOGO) : Map.of();
            assertEquals(List.of(), Template.problems("docs", yaml, files), example);
            new TileRenderer().draw(Template.parse("docs", yaml, files), Samples.LAMP, Optional.of(Samples.packshot()),
                    Samples.GERMAN);
        }
    }

    /** A fragment with what a template needs beside it. */
    private static String whole(String example) {
        String yaml = example.startsWith("- ") ? "nodes:\n" + example.indent(2) : example;
        return yaml + missing(yaml, "canvas", "{width: 600, height: 300}") + missing(yaml, "nodes", "[]")
                + missing(yaml, "neutral", "[]")
                + missing(yaml, "variables", "{accent: \"#b3261e\", button: View product, ribbon: Sale}");
    }

    private static String missing(String yaml, String key, String value) {
        return yaml.lines().anyMatch(line -> line.startsWith(key + ":")) ? "" : key + ": " + value + "\n";
    }
}
