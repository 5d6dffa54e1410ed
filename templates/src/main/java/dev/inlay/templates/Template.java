package dev.inlay.templates;

import dev.inlay.templates.design.Colour;
import dev.inlay.templates.design.Design;
import dev.inlay.templates.design.DesignReader;
import dev.inlay.templates.design.KnownFonts;
import dev.inlay.templates.design.Variable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A design: canvas, density and nodes, read from YAML and checked. Immutable; {@link #version()} names its content.
 */
public final class Template {
    private final String name;
    private final String content;
    private final String version;
    private final Design design;
    private final Set<String> names;
    private final Set<String> liveNames;

    private Template(String name, String content, Design design) {
        this.name = name;
        this.content = content;
        this.version = Digest.of(content);
        this.design = design;
        this.names = design.names();
        this.liveNames = design.liveNames();
    }

    /**
     * Reads {@code yaml}.
     *
     * @throws TemplateException with {@code name}, line and column
     */
    public static Template parse(String name, String yaml) {
        return parse(name, yaml, Map.of());
    }

    /**
     * Reads {@code yaml} with the pictures that it shows: PNG, JPEG or SVG by the name of the file. They become a part
     * of {@link #content()}, which alone reads back to an equal template.
     *
     * @throws TemplateException with {@code name}, line and column, also if a file is missing, unused or no picture
     */
    public static Template parse(String name, String yaml, Map<String, byte[]> files) {
        return parse(name, yaml, files, KnownFonts.ANY);
    }

    static Template parse(String name, String yaml, Map<String, byte[]> files, KnownFonts fonts) {
        Design design = DesignReader.read(name, yaml, files, fonts);
        return new Template(name, DesignReader.whole(name, yaml, files), design);
    }

    /** All that is wrong, each with its place, where {@link #parse} names the first only; empty if nothing is. */
    public static List<String> problems(String name, String yaml, Map<String, byte[]> files) {
        try {
            parse(name, yaml, files);
            return List.of();
        } catch (TemplateException e) {
            return e.problems();
        }
    }

    public String name() {
        return name;
    }

    /** SHA-256 of {@link #content()}, 64 hex characters. */
    public String version() {
        return version;
    }

    /** The YAML as it was read, with the files that it shows. */
    public String content() {
        return content;
    }

    /** Width in css pixels: what a mail prints as {@code width}. */
    public int cssWidth() {
        return design.canvas().width();
    }

    public int cssHeight() {
        return design.canvas().height();
    }

    /** Pixels of the picture: css pixels times density. */
    public int pixelWidth() {
        return design.canvas().pixelWidth();
    }

    public int pixelHeight() {
        return design.canvas().pixelHeight();
    }

    /** Whether its tiles show something that is known only at the open. */
    public boolean isLive() {
        return !design.live().isEmpty();
    }

    /** Whether its tiles are there as JPEG, too. */
    public boolean offersJpeg() {
        return design.canvas().jpg();
    }

    /**
     * What {@link TileStyle#variables()} may set, with the value that holds until then (of texts: the English one);
     * sorted by name.
     */
    public Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        design.variables().forEach((variable, value) -> variables.put(variable, switch (value) {
            case Variable.OfColour colour -> colour.colour().hex();
            case Variable.OfText text -> text.texts().get("en");
        }));
        return Collections.unmodifiableMap(variables);
    }

    /**
     * Why {@code value} is no value for the variable {@code name}; empty if it is one. Drawing itself never fails: it
     * passes over names it does not know and keeps its own colour for one it cannot read.
     */
    public Optional<String> refusal(String name, String value) {
        Variable variable = design.variables().get(name);
        if (variable == null) {
            return Optional.of("template " + this.name + " has no variable '" + name + "'");
        }
        boolean fits = !(variable instanceof Variable.OfColour) || Colour.parse(value.strip()).isPresent();
        return fits ? Optional.empty()
                : Optional.of(name + " must be #rgb, #rrggbb or #rrggbbaa - was '" + value + "'");
    }

    /** The names on which its tiles depend; every open asks for them. */
    Set<String> names() {
        return names;
    }

    /** Those among them that stand for what is known only at the open. */
    Set<String> liveNames() {
        return liveNames;
    }

    Design design() {
        return design;
    }
}
