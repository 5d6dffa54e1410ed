package dev.inlay.templates.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a template; whatever is wrong ends in a {@link dev.inlay.templates.TemplateException} that says where. */
public final class DesignReader {
    static final List<String> TOP = List.of("canvas", "variables", "nodes", "neutral");
    static final List<String> CANVAS = List.of("width", "height", "density", "background", "colour", "jpg");
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final int WIDEST = 1200;
    private static final int HIGHEST = 4000;

    private DesignReader() {
    }

    /** {@code file} is what messages name. */
    public static Design read(String file, String yaml) {
        Keys top = new Keys(YamlReader.read(file, yaml), "a template", TOP);
        Map<String, Variable> variables = top.find("variables").map(DesignReader::variables).orElse(Map.of());
        StyleReader styles = new StyleReader(new Vocabulary(variables));
        NodeReader reader = new NodeReader(styles);
        Canvas canvas = canvas(top.required("canvas"), styles);
        List<Node> nodes = reader.nodes(top.required("nodes"), 1);
        List<Node> neutral = reader.nodes(top.required("neutral"), 1);
        LiveReader.refuse(neutral, reader.spots());
        return new Design(canvas, variables, nodes, neutral, LiveReader.units(canvas, nodes, reader.spots()));
    }

    private static Canvas canvas(Yaml yaml, StyleReader styles) {
        Keys keys = new Keys(yaml, "canvas", CANVAS);
        Canvas canvas = new Canvas(keys.requiredWhole("width", 16, WIDEST), keys.requiredWhole("height", 16, HIGHEST),
                keys.whole("density", 1, 3, 2), styles.ink(keys, "background", new Ink.Fixed(new Colour(~0))),
                keys.choice("colour", ColourDepth.values(), ColourDepth.PALETTE), keys.flag("jpg", false));
        if (canvas.pixelWidth() > WIDEST || canvas.pixelHeight() > HIGHEST) {
            throw yaml.spot().error("width and height times density must be at most " + WIDEST + " x " + HIGHEST,
                    canvas.pixelWidth() + " x " + canvas.pixelHeight());
        }
        return canvas;
    }

    private static Map<String, Variable> variables(Yaml yaml) {
        Yaml.Mapping mapping = yaml.mapping("variables");
        Map<String, Variable> variables = new LinkedHashMap<>();
        mapping.entries().forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || Vocabulary.FIELDS.contains(name)
                    || LiveNames.ALL.contains(name)) {
                throw mapping.keys().get(name).error("a variable has a short name of letters and digits that is no "
                        + "field of a product", name);
            }
            variables.put(name, variable(name, value));
        });
        return variables;
    }

    private static Variable variable(String name, Yaml yaml) {
        if (yaml instanceof Yaml.Mapping mapping) {
            return texts(name, mapping);
        }
        String text = yaml.text(name);
        if (!text.startsWith("#")) {
            return new Variable.OfText(Map.of("en", text));
        }
        return new Variable.OfColour(Colour.parse(text).orElseThrow(() ->
                yaml.spot().error(name + " must be #rgb, #rrggbb or #rrggbbaa", text)));
    }

    private static Variable texts(String name, Yaml.Mapping mapping) {
        Map<String, String> texts = new LinkedHashMap<>();
        mapping.entries().forEach((language, text) -> {
            if (!LANGUAGE.matcher(language).matches()) {
                throw mapping.keys().get(language).error("a language is two or three small letters", language);
            }
            texts.put(language, text.text(name));
        });
        if (!texts.containsKey("en")) {
            throw mapping.spot().error(name + " must have 'en', which stands in for missing languages");
        }
        return new Variable.OfText(Map.copyOf(texts));
    }
}
