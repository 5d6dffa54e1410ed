package dev.inlay.server.feeds;

import java.util.regex.Pattern;

/** Takes the markup out of texts: feeds escape their HTML once, twice or not at all. */
final class Markup {
    private static final Pattern TAG = Pattern.compile("<(?:!--.{0,10000}?--|/?[A-Za-z][^<>]{0,10000}|![A-Za-z][^<>]{0,1000})>",
            Pattern.DOTALL);
    private static final Pattern CDATA = Pattern.compile("<?!?\\[?CDATA\\[|]]>");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]{2,}|[\\t\\r\\n\\f\\u00A0]");
    private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]+ *");

    private Markup() {
    }

    /** {@code text} as plain words, blanks collapsed. References are decoded at most twice. */
    static String strip(String text) {
        String plain = tags(text);
        for (int i = 0; i < 2 && Entities.areIn(plain); i++) {
            plain = tags(Entities.decode(plain));
        }
        return ProductText.plain(BLANKS.matcher(plain).replaceAll(" "));
    }

    /** A link: only {@code &} is ever escaped once too often, and line breaks are no part of it. */
    static String link(String text) {
        String link = BREAKS.matcher(text).replaceAll("");
        for (int i = 0; i < 2 && link.contains("&amp;"); i++) {
            link = link.replace("&amp;", "&");
        }
        return link.strip();
    }

    private static String tags(String text) {
        String words = text.contains("CDATA[") || text.contains("]]>") ? CDATA.matcher(text).replaceAll("") : text;
        return words.indexOf('<') < 0 ? words : TAG.matcher(words).replaceAll(" ");
    }
}
