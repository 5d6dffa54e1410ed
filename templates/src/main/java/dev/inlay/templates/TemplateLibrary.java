package dev.inlay.templates;

import dev.inlay.templates.awt.Headless;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The templates that campaigns may name. */
public final class TemplateLibrary {
    private static final List<String> BUNDLED = List.of("cart-reminder", "editorial", "last-chance", "new-in",
            "phone-stack", "price-drop", "product-card", "product-hero", "product-row", "product-tile");

    static {
        Headless.prepare();
    }

    private final SortedMap<String, Template> templates;

    private TemplateLibrary(SortedMap<String, Template> templates) {
        this.templates = templates;
    }

    /** The gallery that Inlay ships; {@code product-tile} is the default of campaigns. */
    public static TemplateLibrary bundled() {
        SortedMap<String, Template> templates = new TreeMap<>();
        for (String name : BUNDLED) {
            templates.put(name, Template.parse(name, read("/templates/" + name + ".yaml")));
        }
        return new TemplateLibrary(templates);
    }

    /** Just {@code templates}. */
    public static TemplateLibrary of(Collection<Template> templates) {
        return new TemplateLibrary(new TreeMap<>(
                templates.stream().collect(Collectors.toMap(Template::name, Function.identity()))));
    }

    public Optional<Template> find(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    /** All names, sorted. */
    public List<String> names() {
        return List.copyOf(templates.keySet());
    }

    private static String read(String resource) {
        try (InputStream in = TemplateLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("template is missing on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
