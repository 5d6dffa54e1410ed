package dev.inlay.server.feeds;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of XML and the common ones of HTML. */
final class Entities {
    private static final Pattern REFERENCE =
            Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,7});");
    private static final Map<String, String> NAMED = named();

    private Entities() {
    }

    /** {@code text} with its references replaced, once; unknown ones stay. */
    static String decode(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return REFERENCE.matcher(text).replaceAll(match ->
                Matcher.quoteReplacement(character(match.group(1), match.group())));
    }

    /** Whether {@code text} still holds a reference that {@link #decode} would replace. */
    static boolean areIn(String text) {
        return text.indexOf('&') >= 0 && !decode(text).equals(text);
    }

    private static String character(String name, String unknown) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name, unknown);
        }
        boolean hex = Character.toLowerCase(name.charAt(1)) == 'x';
        int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
        return isXmlCharacter(point) ? Character.toString(point) : "\uFFFD";
    }

    private static boolean isXmlCharacter(int point) {
        boolean blank = point == '\t' || point == '\n' || point == '\r';
        return blank || point >= ' ' && point < 0xD800 || point > 0xDFFF && point < 0xFFFE
                || point > 0xFFFF && point <= Character.MAX_CODE_POINT;
    }

    private static Map<String, String> named() {
        Map<String, String> named = new HashMap<>(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'",
                "ndash", "\u2013", "mdash", "\u2014", "euro", "\u20AC", "hellip", "\u2026", "trade", "\u2122"));
        named.putAll(Map.of("lsquo", "\u2018", "rsquo", "\u2019", "ldquo", "\u201C", "rdquo", "\u201D"));
        named.putAll(Map.of("bdquo", "\u201E", "bull", "\u2022", "OElig", "\u0152", "oelig", "\u0153"));
        String[] latin = """
                nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2
                sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc
                Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve
                Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute
                acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
                ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute
                thorn yuml""".split("\\s+");
        for (int i = 0; i < latin.length; i++) {
            named.put(latin[i], Character.toString(0xA0 + i));
        }
        return Map.copyOf(named);
    }
}
