package dev.inlay.templates.text;

import java.text.Normalizer;
import java.util.List;

/**
 * Makes any string fit to draw: NFC, without control characters, lone surrogates and bidi overrides, white space
 * folded, at most {@value #MOST} characters and {@value #MOST_MARKS} marks on one letter.
 */
public final class CleanText {
    static final int MOST = 1000;
    static final int MOST_MARKS = 4;

    private CleanText() {
    }

    public static String of(String raw) {
        String wellFormed = wellFormed(raw);
        return folded(withFewMarks(Normalizer.normalize(wellFormed, Normalizer.Form.NFC)));
    }

    /** The code points of {@code raw} that mean nothing by themselves: fonts have pictures of their own for them. */
    static List<String> withoutMeaning(String raw) {
        return raw.codePoints().filter(codePoint -> Character.getType(codePoint) == Character.PRIVATE_USE
                || Character.getType(codePoint) == Character.UNASSIGNED).mapToObj(Character::toString).toList();
    }

    private static String wellFormed(String raw) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < raw.length() && kept.length() < MOST;) {
            int codePoint = raw.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Character.isWhitespace(codePoint)) {
                kept.append(' ');
            } else if (drawable(codePoint) || ofEmoji(codePoint, kept)) {
                kept.appendCodePoint(codePoint);
            }
        }
        return kept.toString();
    }

    private static boolean drawable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            case Character.FORMAT -> joinsOrTurns(codePoint);
            default -> codePoint < 0xFE00 || codePoint > 0xFE0F;
        };
    }

    /** What chooses between sign and picture, and what spells the name of a region behind a flag. */
    private static boolean ofEmoji(int codePoint, StringBuilder before) {
        int last = before.isEmpty() ? 0 : before.codePointBefore(before.length());
        boolean selector = codePoint == 0xFE0E || codePoint == 0xFE0F;
        boolean tag = codePoint >= 0xE0020 && codePoint <= 0xE007F;
        return selector && Character.isEmoji(last) || tag && (last == 0x1F3F4 || last >= 0xE0020 && last <= 0xE007E);
    }

    /** Joiners and direction marks shape the letters beside them; all other format characters draw nothing. */
    private static boolean joinsOrTurns(int codePoint) {
        return codePoint >= 0x200C && codePoint <= 0x200F || codePoint == 0x061C;
    }

    private static String withFewMarks(String text) {
        StringBuilder kept = new StringBuilder();
        int marks = 0;
        for (int i = 0; i < text.length();) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            marks = Character.getType(codePoint) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                kept.appendCodePoint(codePoint);
            }
        }
        return kept.toString();
    }

    /** No space at either end and never two beside each other; spaces that do not break stay so. */
    static String folded(String text) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean noBreak = character == '\u00A0' || character == '\u2007' || character == '\u202F';
            boolean space = noBreak || Character.isWhitespace(character);
            boolean afterSpace = kept.isEmpty() || isSpace(kept.charAt(kept.length() - 1));
            if (!space) {
                kept.append(character);
            } else if (!afterSpace) {
                kept.append(noBreak ? '\u00A0' : ' ');
            }
        }
        while (!kept.isEmpty() && isSpace(kept.charAt(kept.length() - 1))) {
            kept.setLength(kept.length() - 1);
        }
        return kept.toString();
    }

    static boolean isSpace(char character) {
        return character == ' ' || character == '\u00A0';
    }
}
