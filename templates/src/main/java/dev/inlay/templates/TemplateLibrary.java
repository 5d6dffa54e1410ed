package dev.inlay.templates;

import java.util.List;
import java.util.Optional;

/** The templates that campaigns may name. */
public final class TemplateLibrary {
    /** The gallery that Inlay ships; {@code product-tile} is the default of campaigns. */
    public static TemplateLibrary bundled() {
        throw new UnsupportedOperationException("next");
    }

    public Optional<Template> find(String name) {
        throw new UnsupportedOperationException("next");
    }

    /** All names, sorted. */
    public List<String> names() {
        throw new UnsupportedOperationException("next");
    }
}
