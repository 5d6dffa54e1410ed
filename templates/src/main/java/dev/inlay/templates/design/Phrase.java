package dev.inlay.templates.design;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A text with {@code {{names}}} in it, parsed once; what is put in place of a name is never parsed again. */
public record Phrase(List<Part> parts) {
    public Phrase {
        parts = List.copyOf(parts);
    }

    /** A piece of a phrase. */
    public sealed interface Part {
        record Literal(String text) implements Part { }

        record Value(String name, List<Filter> filters) implements Part { }
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Part part : parts) {
            if (part instanceof Part.Value value) {
                names.add(value.name());
            }
        }
        return names;
    }
}
