package dev.inlay.server.feeds;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A start tag as {@link LenientXml} reads it: its name, the prefixes it declares, its other attributes by name without
 * prefix, and whether it is its own end.
 */
record LenientTag(String name, List<String> declaredPrefixes, Map<String, String> attributes, boolean isEmpty) {
    private static final int MAX_NAME = 256;
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?<=\\s)(?!xmlns)(?:[\\w.-]{1,100}:)?([\\w.-]{1,100})\\s{0,9}=\\s{0,9}(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern DECLARATION = Pattern.compile("\\bxmlns:([\\w.-]{1,100})\\s*=");

    /** Reads on after the {@code <}. */
    static LenientTag read(XmlInput input) throws IOException {
        StringBuilder name = new StringBuilder();
        for (int next = input.peek(); next >= 0 && isNamePart(next); next = input.peek()) {
            name.append((char) input.next());
            bounded(name, MAX_NAME);
        }
        StringBuilder rest = new StringBuilder();
        int quote = 0;
        for (int next = input.next(); next >= 0 && (next != '>' || quote != 0); next = input.next()) {
            quote = quote == next ? 0 : quote == 0 && (next == '"' || next == '\'') ? next : quote;
            rest.append((char) next);
            bounded(rest, StrictXml.MAX_TEXT);
        }
        List<String> prefixes = DECLARATION.matcher(rest).results().map((MatchResult match) -> match.group(1)).toList();
        return new LenientTag(name.toString(), prefixes, attributes(rest),
                rest.length() > 0 && rest.charAt(rest.length() - 1) == '/');
    }

    private static Map<String, String> attributes(CharSequence text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        ATTRIBUTE.matcher(text).results().limit(StrictXml.MAX_ATTRIBUTES).forEach(match -> attributes.putIfAbsent(
                match.group(1), Entities.decode(match.group(2) == null ? match.group(3) : match.group(2))));
        return attributes;
    }

    private static boolean isNamePart(int character) {
        return character > ' ' && character != '>' && character != '/' && character != '<' && character != '=';
    }

    private static void bounded(StringBuilder text, int limit) {
        if (text.length() > limit) {
            throw new FeedRefusedException("a tag is longer than " + limit + " characters");
        }
    }
}
