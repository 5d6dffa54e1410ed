package dev.inlay.templates.text;

import dev.inlay.templates.awt.Headless;
import java.awt.Font;
import java.awt.font.LineMetrics;
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
import java.util.stream.Stream;

/**
 * The fonts that text is drawn with, in the order in which they are asked: the family that the text wants, Inter,
 * Liberation Sans, DejaVu Sans, then those of the operator's folder. Fonts of the operating system are never used.
 */
public final class Fonts {
    static {
        Headless.prepare();
    }

    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_REMEMBERED = 16;
    private static final int LONGEST_EMOJI = 40;

    private final List<Family> families;
    private final FontFolder folder;
    private final String fingerprint;
    private final Map<Voice, List<Face>> byVoice = new ConcurrentHashMap<>();
    private final Map<Derived, Font> derived = new ConcurrentHashMap<>();
    private final Map<Derived, LineMetrics> metrics = new ConcurrentHashMap<>();

    private final Map<Wanted, Optional<Face>> remembered = new ConcurrentHashMap<>();
    private final Map<String, List<Run>> bitmaps = new ConcurrentHashMap<>();

    private record Wanted(String cluster, Voice voice) { }

    /** A face at a size; sizes are few, for layout rounds them. */
    private record Derived(Face face, float size, float letterSpacing) { }

    private Fonts(FontFolder folder) {
        this.families = joined(FaceFiles.bundled(), folder.families());
        this.folder = folder;
        this.fingerprint = fingerprint(families, folder.colours());
    }

    public static Fonts bundled() {
        return new Fonts(FontFolder.EMPTY);
    }

    /**
     * The bundled fonts, and after them those of {@code folder}.
     *
     * @throws IllegalArgumentException if the folder or a font in it cannot be read; the message names it
     */
    public static Fonts with(Path folder) {
        return new Fonts(FontFolder.read(folder));
    }

    /** The names of all families, in the order in which they are asked. */
    public List<String> families() {
        return families.stream().map(Family::name).toList();
    }

    /** Whether {@code font} names a family, in upper or lower case. */
    public boolean has(String font) {
        return families.stream().anyMatch(family -> family.isNamed(font));
    }

    /** What of the operator's fonts cannot be used. */
    public List<String> problems() {
        return List.copyOf(folder.problems());
    }

    /** Equal for equal fonts in equal order. */
    public String fingerprint() {
        return fingerprint;
    }

    private static String fingerprint(List<Family> families, List<ColourFace> colours) {
        Stream<String> letters = families.stream().flatMap(family -> family.faces().stream()).map(Face::hash);
        return Stream.concat(letters, colours.stream().map(ColourFace::hash)).collect(Collectors.joining(","));
    }

    /** How {@code cluster} is drawn in colour; empty if no font does. */
    List<Run> bitmaps(String cluster) {
        if (folder.colours().isEmpty() || cluster.length() > LONGEST_EMOJI) {
            return List.of();
        }
        if (bitmaps.size() > MOST_REMEMBERED) {
            bitmaps.clear();
        }
        return bitmaps.computeIfAbsent(cluster, wanted -> folder.colours().stream()
                .map(face -> Run.Bitmap.of(face, cluster)).filter(runs -> !runs.isEmpty())
                .findFirst().orElse(List.of()));
    }

    /** The first face that draws all of {@code cluster}. */
    Optional<Face> faceFor(String cluster, Voice voice) {
        if (cluster.length() > LONGEST_REMEMBERED) {
            return found(cluster, voice);
        }
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(new Wanted(cluster, voice), wanted -> found(cluster, voice));
    }

    private Optional<Face> found(String cluster, Voice voice) {
        return faces(voice).stream().filter(face -> face.draws(cluster)).findFirst();
    }

    /** Unknown families are as none, so that there are few voices. */
    Voice voice(TextStyle style, HanForm han) {
        String font = families.stream().filter(family -> family.isNamed(style.font())).map(Family::name)
                .findFirst().orElse("");
        return new Voice(font, style.weight(), han);
    }

    /** The face that gives lines their height. */
    Face first(Voice voice) {
        return faces(voice).getFirst();
    }

    /** {@code sign}, which all bundled fonts have. */
    Run letters(String sign, TextStyle style) {
        Voice voice = voice(style);
        return new Run.Letters(faceFor(sign, voice).orElse(first(voice)), false, sign.length());
    }

    LineMetrics metrics(TextStyle style) {
        Derived key = new Derived(first(voice(style)), (float) style.size(), 0);
        return metrics.computeIfAbsent(key, wanted -> derive(wanted).getLineMetrics("x", Paragraph.CONTEXT));
    }

    Font base(TextStyle style) {
        return derive(new Run.Letters(first(voice(style)), true, 0), style);
    }

    Font derive(Run.Letters letters, TextStyle style) {
        float spacing = letters.joined() ? 0 : (float) style.letterSpacing();
        return derived.computeIfAbsent(new Derived(letters.face(), (float) style.size(), spacing), Fonts::derive);
    }

    /** Letters that stand apart form no ligatures. */
    private static Font derive(Derived key) {
        Map<TextAttribute, Object> attributes = new HashMap<>();
        attributes.put(TextAttribute.SIZE, key.size());
        attributes.put(TextAttribute.KERNING, TextAttribute.KERNING_ON);
        if (key.letterSpacing() == 0) {
            attributes.put(TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON);
        } else {
            attributes.put(TextAttribute.TRACKING, key.letterSpacing());
        }
        return key.face().font().deriveFont(attributes);
    }

    private Voice voice(TextStyle style) {
        return voice(style, HanForm.SC);
    }

    private List<Face> faces(Voice voice) {
        return byVoice.computeIfAbsent(voice, this::ordered);
    }

    private List<Face> ordered(Voice voice) {
        Stream<Family> wanted = families.stream().filter(family -> family.isNamed(voice.font()));
        Stream<Family> others = families.stream().sorted(
                Comparator.comparing(family -> family.hasOtherForm(voice.han())));
        return Stream.concat(wanted, others).flatMap(family -> family.nearest(voice.weight()).stream()).toList();
    }

    /** Faces of the same family stand together, however many files they come from. */
    private static List<Family> joined(List<Family> some, List<Family> more) {
        List<Family> all = new ArrayList<>(some);
        for (Family family : more) {
            int at = 0;
            while (at < all.size() && !all.get(at).isNamed(family.name())) {
                at++;
            }
            if (at == all.size()) {
                all.add(family);
            } else {
                all.set(at, new Family(all.get(at).name(),
                        Stream.concat(all.get(at).faces().stream(), family.faces().stream()).toList()));
            }
        }
        return List.copyOf(all);
    }
}
