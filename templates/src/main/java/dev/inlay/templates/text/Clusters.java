package dev.inlay.templates.text;

import java.awt.Font;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a font for each cluster of a text. A cluster that no font covers gives way to its plain form (a wide yen sign to
 * the usual one) or is left out; it is never drawn as a box.
 */
final class Clusters {
    private static final Set<UnicodeScript> JOINED = EnumSet.of(UnicodeScript.ARABIC, UnicodeScript.SYRIAC,
            UnicodeScript.NKO, UnicodeScript.DEVANAGARI, UnicodeScript.BENGALI, UnicodeScript.GURMUKHI);

    private final Fonts fonts;
    private final TextStyle style;
    private final Locale locale;

    /** So many characters in one font. */
    record Run(Font font, int length) { }

    Clusters(Fonts fonts, TextStyle style, Locale locale) {
        this.fonts = fonts;
        this.style = style;
        this.locale = locale;
    }

    /** The paragraph that shows what can be shown of {@code clean}; none if that is nothing. */
    Optional<Paragraph> paragraph(String clean) {
        String covered = CleanText.folded(covered(clean));
        return covered.isEmpty() ? Optional.empty() : Optional.of(new Paragraph(covered, runs(covered), locale));
    }

    private String covered(String clean) {
        StringBuilder kept = new StringBuilder();
        for (String cluster : split(clean)) {
            if (draws(cluster)) {
                kept.append(cluster);
            } else {
                String plain = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
                kept.append(draws(plain) ? plain : "");
            }
        }
        return kept.toString();
    }

    private boolean draws(String cluster) {
        return fonts.faceFor(cluster, style.weight()).isPresent();
    }

    private List<Run> runs(String covered) {
        List<Run> runs = new ArrayList<>();
        for (String cluster : split(covered)) {
            Run last = runs.isEmpty() ? null : runs.getLast();
            Font font = last != null && cluster.isBlank() ? last.font() : font(cluster);
            if (last != null && last.font().equals(font)) {
                runs.set(runs.size() - 1, new Run(font, last.length() + cluster.length()));
            } else {
                runs.add(new Run(font, cluster.length()));
            }
        }
        return runs;
    }

    private Font font(String cluster) {
        Face face = fonts.faceFor(cluster, style.weight()).orElseGet(() -> fonts.first(style.weight()));
        return fonts.derive(face, JOINED.contains(script(cluster)) ? style.withoutLetterSpacing() : style);
    }

    private static UnicodeScript script(String cluster) {
        return UnicodeScript.of(cluster.codePointAt(0));
    }

    private List<String> split(String text) {
        BreakIterator borders = BreakIterator.getCharacterInstance(locale);
        borders.setText(text);
        List<String> clusters = new ArrayList<>();
        int start = borders.first();
        for (int end = borders.next(); end != BreakIterator.DONE; end = borders.next()) {
            clusters.add(text.substring(start, end));
            start = end;
        }
        return clusters;
    }
}
