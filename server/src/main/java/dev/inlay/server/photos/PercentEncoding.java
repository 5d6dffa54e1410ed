package dev.inlay.server.photos;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Encodes what may not stand raw in a URL and leaves the rest as it is. */
final class PercentEncoding {
    private static final String UNRESERVED =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";

    private PercentEncoding() {
    }

    /** Path and query; a backslash in the path is the slash that browsers take it for. */
    static String target(String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return encode(path.replace('\\', '/'), "") + (query < 0 ? "" : "?" + fragment(target.substring(query + 1)));
    }

    /** A query or fragment, without its mark. */
    static String fragment(String text) {
        return encode(text, "?[]");
    }

    private static String encode(String text, String also) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            boolean kept = point == '%' ? isEscape(text, i)
                    : UNRESERVED.indexOf(point) >= 0 || also.indexOf(point) >= 0;
            if (kept) {
                encoded.appendCodePoint(point);
            } else {
                escape(Character.toString(point), encoded);
            }
        }
        return encoded.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length() && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    private static void escape(String character, StringBuilder target) {
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            target.append('%').append(Character.toUpperCase(Character.forDigit(octet >> 4 & 15, 16)))
                    .append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
        }
    }
}
