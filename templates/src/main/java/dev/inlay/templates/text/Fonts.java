package dev.inlay.templates.text;

import dev.inlay.templates.awt.Headless;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The fonts that text is drawn with, in the order in which they are asked: Inter, Liberation Sans, DejaVu Sans, then
 * those of the operator's folder. Fonts of the operating system are never used.
 */
public final class Fonts {
    static {
        Headless.prepare();
    }

    private static final String INTER = "/com/formdev/flatlaf/fonts/inter/Inter-";
    private static final String LIBERATION = "/liberation/LiberationSans-";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    private final List<List<Face>> families;
    private final Map<Integer, List<Face>> byWeight = new ConcurrentHashMap<>();
    private final Map<Derived, Font> derived = new ConcurrentHashMap<>();

    /** A face at a size; sizes are few, for layout rounds them. */
    private record Derived(Font font, float size, float letterSpacing) { }

    private Fonts(List<List<Face>> families) {
        this.families = families;
    }

    public static Fonts bundled() {
        return new Fonts(bundledFamilies());
    }

    /** The bundled fonts, and after them those of {@code folder}. */
    public static Fonts with(Path folder) {
        List<List<Face>> families = new ArrayList<>(bundledFamilies());
        families.add(FaceFiles.folder(folder));
        return new Fonts(families);
    }

    /** Equal for equal fonts in equal order. */
    public String fingerprint() {
        return families.stream().flatMap(List::stream).map(Face::hash).collect(Collectors.joining(","));
    }

    /** The first face that draws all of {@code cluster}. */
    Optional<Face> faceFor(String cluster, int weight) {
        for (Face face : faces(weight)) {
            if (face.draws(cluster)) {
                return Optional.of(face);
            }
        }
        return Optional.empty();
    }

    /** The face that gives lines their height. */
    Face first(int weight) {
        return faces(weight).getFirst();
    }

    Font derive(Face face, TextStyle style) {
        Derived key = new Derived(face.font(), (float) style.size(), (float) style.letterSpacing());
        return derived.computeIfAbsent(key, Fonts::derive);
    }

    private static Font derive(Derived key) {
        Map<TextAttribute, Object> attributes = new HashMap<>();
        attributes.put(TextAttribute.SIZE, key.size());
        attributes.put(TextAttribute.KERNING, TextAttribute.KERNING_ON);
        if (key.letterSpacing() != 0) {
            attributes.put(TextAttribute.TRACKING, key.letterSpacing());
        }
        return key.font().deriveFont(attributes);
    }

    /** Per family the faces nearest to {@code weight} first. */
    private List<Face> faces(int weight) {
        return byWeight.computeIfAbsent(weight, wanted -> families.stream()
                .flatMap(family -> family.stream()
                        .sorted(Comparator.comparingInt(face -> Math.abs(face.weight() - wanted))))
                .toList());
    }

    private static List<List<Face>> bundledFamilies() {
        return List.of(
                List.of(FaceFiles.bundled(INTER + "Light.otf", 300), FaceFiles.bundled(INTER + "Regular.otf", 400),
                        FaceFiles.bundled(INTER + "SemiBold.otf", 600), FaceFiles.bundled(INTER + "Bold.otf", 700)),
                List.of(FaceFiles.bundled(LIBERATION + "Regular.ttf", 400),
                        FaceFiles.bundled(LIBERATION + "Bold.ttf", 700)),
                List.of(FaceFiles.bundled(DEJAVU + ".ttf", 400), FaceFiles.bundled(DEJAVU + "-Bold.ttf", 700)));
    }
}
