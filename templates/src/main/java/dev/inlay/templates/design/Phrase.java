package dev.inlay.templates.design;

import java.util.List;

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
}
