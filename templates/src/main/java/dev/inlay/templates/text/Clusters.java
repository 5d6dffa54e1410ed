package dev.inlay.templates.text;

import dev.inlay.templates.design.TextDirection;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds for each cluster of a text a face or bitmaps. A cluster that no font covers gives way to its plain form (a wide
 * yen sign to the usual one) or is left out; it is never drawn as a box.
 */
final class Clusters {
    private static final Set<UnicodeScript> JOINED = EnumSet.of(UnicodeScript.ARABIC, UnicodeScript.SYRIAC,
            UnicodeScript.NKO, UnicodeScript.MONGOLIAN, UnicodeScript.MANDAIC, UnicodeScript.PHAGS_PA,
            UnicodeScript.HANIFI_ROHINGYA, UnicodeScript.DEVANAGARI, UnicodeScript.BENGALI, UnicodeScript.GURMUKHI);

    /** They choose between sign and picture, and are themselves not seen. */
    private static final Pattern SELECTORS = Pattern.compile("[\\uFE0E\\uFE0F]");

    private final Fonts fonts;
    private final Voice voice;
    private final StringBuilder text = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private Clusters(Fonts fonts, Voice voice) {
        this.fonts = fonts;
        this.voice = voice;
    }

    /** What of {@code raw} can be drawn; empty if that is nothing. */
    static Passage passage(String raw, Fonts fonts, TextStyle style, Locale locale) {
        String clean = CleanText.of(raw);
        Clusters clusters = new Clusters(fonts, fonts.voice(style, HanForm.of(clean, locale)));
        BreakIterator borders = BreakIterator.getCharacterInstance(locale);
        borders.setText(clean);
        int start = borders.first();
        for (int end = borders.next(); end != BreakIterator.DONE; end = borders.next()) {
            clusters.add(clean.substring(start, end));
            start = end;
        }
        clusters.dropLastSpace();
        return new Passage(clusters.text.toString(), clusters.runs, rightToLeft(clean, style.direction()),
                clusters.missing);
    }

    private void add(String cluster) {
        String plain = cluster.length() == 1 ? cluster : SELECTORS.matcher(cluster).replaceAll("");
        if (cluster.length() == 1 && CleanText.isSpace(cluster.charAt(0))) {
            addSpace(cluster);
        } else if (!(Emoji.isMeant(cluster) && addBitmaps(cluster)) && !addLetters(plain)
                && !addLetters(Normalizer.normalize(plain, Normalizer.Form.NFKC)) && !addBitmaps(cluster)) {
            missing.add(cluster);
        }
    }

    private boolean addLetters(String cluster) {
        Optional<Face> face = cluster.isEmpty() ? Optional.empty() : fonts.faceFor(cluster, voice);
        face.ifPresent(found -> append(cluster, new Run.Letters(found,
                JOINED.contains(UnicodeScript.of(cluster.codePointAt(0))), cluster.length())));
        return face.isPresent();
    }

    private boolean addBitmaps(String cluster) {
        List<Run> bitmaps = fonts.bitmaps(cluster);
        bitmaps.forEach(bitmap -> append(Run.Bitmap.STAND_IN, bitmap));
        return !bitmaps.isEmpty();
    }

    /** Where clusters were left out, the spaces around them become one. */
    private void addSpace(String cluster) {
        if (!text.isEmpty() && !endsWithSpace()) {
            if (cluster.equals(" ") && runs.getLast() instanceof Run.Letters last && last.face().draws(cluster)) {
                append(cluster, last.withLength(cluster.length()));
            } else {
                addLetters(cluster);
            }
        }
    }

    private void dropLastSpace() {
        if (!text.isEmpty() && endsWithSpace()) {
            text.setLength(text.length() - 1);
            Run last = runs.removeLast();
            if (last.length() > 1) {
                runs.add(last.withLength(last.length() - 1));
            }
        }
    }

    private boolean endsWithSpace() {
        return CleanText.isSpace(text.charAt(text.length() - 1));
    }

    private void append(String shown, Run run) {
        text.append(shown);
        if (!runs.isEmpty() && runs.getLast().withLength(run.length()).equals(run)) {
            runs.add(run.withLength(runs.removeLast().length() + run.length()));
        } else {
            runs.add(run);
        }
    }

    /** By the first letter; numbers and signs alone are read from left to right everywhere. */
    private static boolean rightToLeft(String clean, TextDirection direction) {
        return switch (direction) {
            case LTR -> false;
            case RTL -> true;
            case AUTO -> clean.codePoints().map(Character::getDirectionality)
                    .filter(Clusters::strong).findFirst().orElse(Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                    != Character.DIRECTIONALITY_LEFT_TO_RIGHT;
        };
    }

    private static boolean strong(int directionality) {
        return directionality == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
