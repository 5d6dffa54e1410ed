package dev.inlay.templates.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names that expressions, conditions and colours of one template may use. */
final class Vocabulary {
    static final Set<String> FIELDS = Set.of("title", "brand", "price", "oldPrice", "discount", "inStock", "soldOut",
            "photo", "shop");
    private static final List<String> FILTERS = Arrays.stream(Filter.values()).map(Filter::word).toList();

    private final Map<String, Variable> variables;
    private final KnownFonts fonts;

    Vocabulary(Map<String, Variable> variables, KnownFonts fonts) {
        this.variables = variables;
        this.fonts = fonts;
    }

    Phrase phrase(Yaml yaml, String what) {
        String text = yaml.text(what);
        List<Phrase.Part> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                throw yaml.spot().error(what + " must close '{{' with '}}'", text);
            }
            literal(parts, text.substring(from, open));
            parts.add(value(yaml.spot(), text.substring(open + 2, close)));
            from = close + 2;
        }
        literal(parts, text.substring(from));
        return new Phrase(parts);
    }

    Phrase font(Yaml yaml) {
        Phrase font = phrase(yaml, "font");
        fonts.check(font, variables, yaml.spot());
        return font;
    }

    Condition condition(Yaml yaml) {
        return new ConditionReader(this::known).read(yaml);
    }

    Ink ink(Yaml yaml, String what) {
        String text = yaml.text(what).strip();
        if (text.startsWith("{{") && text.endsWith("}}")) {
            return named(yaml.spot(), text.substring(2, text.length() - 2).strip());
        }
        return new Ink.Fixed(Colour.parse(text).orElseThrow(() ->
                yaml.spot().error(what + " must be #rgb, #rrggbb, #rrggbbaa or {{a colour variable}}", text)));
    }

    private Ink named(Spot spot, String name) {
        if (!(variables.get(name) instanceof Variable.OfColour)) {
            throw spot.unknown("colour", name, variables.entrySet().stream()
                    .filter(entry -> entry.getValue() instanceof Variable.OfColour).map(Map.Entry::getKey).toList());
        }
        return new Ink.Named(name);
    }

    private Phrase.Part value(Spot spot, String expression) {
        String[] words = expression.split("\\|", -1);
        List<Filter> filters = Arrays.stream(words).skip(1).map(word -> filter(spot, word.strip())).toList();
        return new Phrase.Part.Value(known(spot, words[0].strip()), filters);
    }

    private static Filter filter(Spot spot, String word) {
        if (!FILTERS.contains(word)) {
            throw spot.unknown("filter", word, FILTERS);
        }
        return Filter.values()[FILTERS.indexOf(word)];
    }

    private String known(Spot spot, String name) {
        boolean extra = name.startsWith("extra.") && name.length() > "extra.".length();
        if (!extra && !FIELDS.contains(name) && !LiveNames.ALL.contains(name) && !variables.containsKey(name)) {
            Set<String> names = new TreeSet<>(FIELDS);
            names.addAll(LiveNames.ALL);
            names.addAll(variables.keySet());
            throw spot.unknown("name", name, names);
        }
        return name;
    }

    private static void literal(List<Phrase.Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Phrase.Part.Literal(text));
        }
    }
}
