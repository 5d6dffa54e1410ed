package dev.inlay.templates;

import dev.inlay.templates.awt.Headless;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The templates that campaigns may name: those that Inlay ships and, where there is a folder, an operator's own, which
 * go first. Safe for use by many threads, also while the folder is read again.
 */
public final class TemplateLibrary {
    private static final List<String> BUNDLED = List.of("cart-reminder", "editorial", "last-chance", "new-in",
            "phone-stack", "price-drop", "product-card", "product-hero", "product-row", "product-tile");

    static {
        Headless.prepare();
    }

    private final SortedMap<String, Template> templates;
    private final OwnTemplates own;

    private TemplateLibrary(SortedMap<String, Template> templates, OwnTemplates own) {
        this.templates = templates;
        this.own = own;
    }

    /** What {@link #reload()} found: a line for each template that is new, changed or gone, and for each new mistake. */
    public record Reload(List<String> changes, List<String> mistakes) {
        static final Reload NOTHING = new Reload(List.of(), List.of());
    }

    /** The gallery that Inlay ships; {@code product-tile} is the default of campaigns. */
    public static TemplateLibrary bundled() {
        return new TemplateLibrary(gallery(), OwnTemplates.none());
    }

    /**
     * The gallery and the templates of {@code folder}, which need not be there; one of the same name replaces that of
     * the gallery.
     *
     * @throws TemplateException with a line for each mistake in the folder
     */
    public static TemplateLibrary with(TemplateFolder folder) {
        return new TemplateLibrary(gallery(), OwnTemplates.of(folder));
    }

    private static SortedMap<String, Template> gallery() {
        SortedMap<String, Template> templates = new TreeMap<>();
        for (String name : BUNDLED) {
            templates.put(name, Template.parse(name, read("/templates/" + name + ".yaml")));
        }
        return templates;
    }

    /** Also finds what {@link #names()} no longer lists because its file was deleted: campaigns may still use it. */
    public Optional<Template> find(String name) {
        return own.find(name, Optional.ofNullable(templates.get(name)));
    }

    /** All names, sorted. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(templates.keySet());
        names.addAll(own.names());
        return List.copyOf(names);
    }

    /** Those of the gallery that the folder replaces, sorted. */
    public List<String> replaced() {
        return templates.keySet().stream().filter(own.names()::contains).toList();
    }

    /** What is wrong in the folder now; each template that is named here is as it was before. */
    public List<String> mistakes() {
        return own.mistakes();
    }

    /**
     * Reads files of the folder that have changed and have rested since the last call. One that has a mistake changes
     * nothing.
     */
    public Reload reload() {
        return own.reload();
    }

    /** The JSON Schema of templates, for editors. */
    public static String schema() {
        return read("/templates/schema.json");
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
