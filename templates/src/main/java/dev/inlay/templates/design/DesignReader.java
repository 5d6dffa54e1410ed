package dev.inlay.templates.design;

import dev.inlay.templates.TemplateException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a template; whatever is wrong ends in a {@link dev.inlay.templates.TemplateException} that says where. */
public final class DesignReader {
    static final List<String> TOP = List.of("canvas", "variables", "styles", "nodes", "neutral", "images");
    static final List<String> CANVAS = List.of("width", "height", "density", "background", "colour", "jpg");

    private final Mistakes mistakes = new Mistakes();
    private final Keys top;
    private final KnownFonts fonts;

    private DesignReader(Keys top, KnownFonts fonts) {
        this.top = top;
        this.fonts = fonts;
    }

    /**
     * Reads {@code yaml}; its pictures are {@code files} or, without any, stand in the template itself.
     *
     * @param file what messages name
     */
    public static Design read(String file, String yaml, Map<String, byte[]> files) {
        return read(file, yaml, files, KnownFonts.ANY);
    }

    /** As above; fonts that are not among {@code fonts} are mistakes. */
    public static Design read(String file, String yaml, Map<String, byte[]> files, KnownFonts fonts) {
        Keys top = new Keys(YamlReader.read(file, yaml), "a template", TOP);
        return new DesignReader(top, fonts).design(files, new Spot(file, 1, 1));
    }

    /** {@code yaml} with {@code files} in it, where {@link #read} finds them. */
    public static String whole(String file, String yaml, Map<String, byte[]> files) {
        if (files.isEmpty()) {
            return yaml;
        }
        String whole = yaml + (yaml.endsWith("\n") ? "" : "\n") + ImageFiles.written(files);
        try {
            YamlReader.read(file, whole);
            return whole;
        } catch (TemplateException _) {
            throw new Spot(file, 1, 1).error("a template with files must be written in lines, not in braces, and be "
                    + "short enough to hold them");
        }
    }

    private Design design(Map<String, byte[]> files, Spot start) {
        Map<String, Variable> variables =
                top.find("variables").map(yaml -> VariableReader.variables(yaml, mistakes)).orElse(Map.of());
        NamedStyles named = top.find("styles").map(yaml -> NamedStyles.read(yaml, mistakes)).orElse(NamedStyles.NONE);
        ImageFiles images = images(files, start);
        mistakes.refuse();
        StyleReader styles = new StyleReader(new Vocabulary(variables, fonts));
        NodeReader reader = new NodeReader(styles, named, images, mistakes);
        Optional<Canvas> canvas = mistakes.attempt(() -> canvas(top.required("canvas"), styles));
        Optional<List<Node>> tile = mistakes.attempt(() -> reader.nodes(top.required("nodes"), 1));
        Optional<List<Node>> neutral = mistakes.attempt(() -> reader.nodes(top.required("neutral"), 1));
        mistakes.refuse();
        named.spare().forEach(style -> mistakes.attempt(() -> new SpareStyles(reader).check(style)));
        images.refuseUnused(mistakes);
        mistakes.refuse();
        LiveReader.refuse(neutral.orElseThrow(), reader.spots());
        return new Design(canvas.orElseThrow(), variables, tile.orElseThrow(), neutral.orElseThrow(),
                LiveReader.units(canvas.orElseThrow(), tile.orElseThrow(), reader.spots()));
    }

    private ImageFiles images(Map<String, byte[]> files, Spot start) {
        Optional<Yaml> inside = top.find("images");
        if (inside.isPresent() && !files.isEmpty()) {
            throw inside.get().spot().error("'images' is written by Inlay: a template with files beside it has none");
        }
        return inside.map(yaml -> ImageFiles.of(yaml, mistakes))
                .orElseGet(() -> ImageFiles.of(files, start, mistakes));
    }

    private static Canvas canvas(Yaml yaml, StyleReader styles) {
        Keys keys = new Keys(yaml, "canvas", CANVAS);
        Canvas canvas = new Canvas(keys.requiredWhole("width", 16, Canvas.WIDEST),
                keys.requiredWhole("height", 16, Canvas.HIGHEST), keys.whole("density", 1, 3, 2), styles.ink(keys, "background", new Ink.Fixed(new Colour(~0))),
                keys.choice("colour", ColourDepth.values(), ColourDepth.PALETTE), keys.flag("jpg", false));
        if (canvas.pixelWidth() > Canvas.WIDEST || canvas.pixelHeight() > Canvas.HIGHEST) {
            throw yaml.spot().error("width and height times density must be at most " + Canvas.WIDEST + " x "
                    + Canvas.HIGHEST, canvas.pixelWidth() + " x " + canvas.pixelHeight());
        }
        return canvas;
    }
}
