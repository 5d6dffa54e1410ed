package dev.inlay.templates.layout;

import dev.inlay.templates.design.Node;
import dev.inlay.templates.design.Phrase;
import dev.inlay.templates.design.TextLook;
import dev.inlay.templates.text.Fonts;
import dev.inlay.templates.text.TextStyle;
import dev.inlay.templates.text.Typesetter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what of the texts in a picture cannot be shown. */
final class Legibility {
    private final Values values;
    private final Fonts fonts;
    private final Typesetter typesetter;
    private final Set<String> warnings = new LinkedHashSet<>();

    Legibility(Values values, Fonts fonts) {
        this.values = values;
        this.fonts = fonts;
        this.typesetter = new Typesetter(fonts, values.locale());
    }

    /** One line for each cluster of a text and for each font. */
    List<String> warnings(List<Node> nodes) {
        warnings.addAll(fonts.problems());
        nodes.forEach(this::read);
        return List.copyOf(warnings);
    }

    private void read(Node node) {
        if (values.holds(node.place().when())) {
            switch (node) {
                case Node.Text text -> read(text.value(), text.look());
                case Node.Label label -> read(label.value(), label.look());
                case Node.Group group -> group.children().forEach(this::read);
                case Node.Photo _, Node.Image _, Node.Rect _, Node.Line _ -> { }
            }
        }
    }

    private void read(Phrase phrase, TextLook look) {
        String font = values.text(look.font()).strip();
        if (!font.isEmpty() && !fonts.has(font)) {
            warnings.add("unknown font '" + font + "': there are " + String.join(", ", fonts.families()));
        }
        TextStyle style = new TextStyle(font, look.sizes().largest(), look.weight(), 0, 1, look.direction());
        for (String cluster : typesetter.missing(values.text(phrase), style)) {
            warnings.add(name(phrase) + ": no font draws '" + cluster + "' (" + codePoints(cluster) + ")");
        }
    }

    private static String name(Phrase phrase) {
        String names = phrase.parts().stream().filter(Phrase.Part.Value.class::isInstance)
                .map(part -> ((Phrase.Part.Value) part).name()).distinct().collect(Collectors.joining(", "));
        return names.isEmpty() ? "text" : names;
    }

    private static String codePoints(String cluster) {
        return cluster.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" "));
    }
}
