package dev.inlay.templates.design;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads what a campaign may set: colours, texts, texts by language. */
final class VariableReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private VariableReader() {
    }

    static Map<String, Variable> variables(Yaml yaml, Mistakes mistakes) {
        Yaml.Mapping mapping = yaml.mapping("variables");
        Map<String, Variable> variables = new LinkedHashMap<>();
        mapping.entries().forEach((name, value) -> mistakes
                .attempt(() -> variable(name, mapping.keys().get(name), value))
                .ifPresent(variable -> variables.put(name, variable)));
        return variables;
    }

    private static Variable variable(String name, Spot spot, Yaml value) {
        if (!NAME.matcher(name).matches() || Vocabulary.FIELDS.contains(name) || LiveNames.ALL.contains(name)) {
            throw spot.error("a variable has a short name of letters and digits that is no field of a product", name);
        }
        return value instanceof Yaml.Mapping texts ? texts(name, texts) : one(name, value);
    }

    private static Variable one(String name, Yaml yaml) {
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
