package dev.inlay.server.feeds;

import java.util.Arrays;
import java.util.List;

/** Texts of products: what may be stored and drawn. */
final class ProductText {
    private ProductText() {
    }

    /** {@code text} with control characters as blanks, halves of characters replaced, and no blanks around it. */
    static String plain(String text) {
        if (text.chars().allMatch(ProductText::isHarmless)) {
            return text.strip();
        }
        return text.codePoints().map(point -> isHalf(point) ? 0xFFFD : isControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
    }

    /** The first characters of {@code text}, at most {@code limit}, no character cut in two. */
    static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit).strip();
    }

    /** The names of a category path such as {@code A > B}. */
    static List<String> path(String text) {
        return parts(text, ">");
    }

    /** What stands between the {@code separator}s, without blanks; empty parts count for nothing. */
    static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator)).map(ProductText::plain)
                .map(part -> cut(part, ProductAttributes.MAX_LINE)).filter(part -> !part.isEmpty()).toList();
    }

    /** {@code text} as messages repeat it. */
    static String shown(String text) {
        return cut(plain(text), 80);
    }

    private static boolean isHarmless(int character) {
        return character >= ' ' && character < 0x7F || character > 0x9F && character < Character.MIN_SURROGATE;
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean isControl(int point) {
        return Character.isISOControl(point) && point != '\n' && point != '\t' || point == 0xFFFE || point == 0xFFFF;
    }
}
