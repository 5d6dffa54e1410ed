package dev.inlay.templates.text;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;

/**
 * Where a line of a text may end: between words, between Han and Kana letters but for the signs that no line starts or
 * ends with, in Thai by a dictionary. Korean words stay whole.
 */
final class LineBreaks {
    private static final Locale THAI = Locale.forLanguageTag("th");
    private static final String NEVER_FIRST = "!%),.:;?]}\u00A2\u00B0\u2019\u201D\u2026\u3001\u3002\u3005\u3009\u300B"
            + "\u300D\u300F\u3011\u3015\u3017\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308E\u309D\u309E"
            + "\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3\u30E3\u30E5\u30E7\u30EE\u30F5\u30F6\u30FB\u30FC\u30FD\u30FE"
            + "\uFF01\uFF05\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF3D\uFF5D\uFF61\uFF63\uFF64\uFF65\uFF70";
    private static final String NEVER_LAST = "([{\u2018\u201C\u3008\u300A\u300C\u300E\u3010\u3014\u3016\uFF08\uFF3B"
            + "\uFF5B\uFF62";

    private final BitSet ends = new BitSet();

    LineBreaks(String text, Locale locale) {
        boolean thai = text.chars().anyMatch(each -> UnicodeScript.of(each) == UnicodeScript.THAI);
        BreakIterator breaks = BreakIterator.getLineInstance(thai ? THAI : locale);
        breaks.setText(text);
        breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == text.length() || allowed(text, end)) {
                ends.set(end);
            }
        }
    }

    boolean isEnd(int index) {
        return ends.get(index);
    }

    /** The last end before {@code index}, or -1. */
    int before(int index) {
        return ends.previousSetBit(index - 1);
    }

    private static boolean allowed(String text, int end) {
        char last = text.charAt(end - 1);
        char first = text.charAt(end);
        return NEVER_LAST.indexOf(last) < 0 && (last == ' ' || NEVER_FIRST.indexOf(first) < 0)
                && !(hangul(last) && hangul(first));
    }

    private static boolean hangul(char letter) {
        return UnicodeScript.of(letter) == UnicodeScript.HANGUL;
    }
}
