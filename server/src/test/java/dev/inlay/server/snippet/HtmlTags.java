package dev.inlay.server.snippet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tags of HTML as a browser does: comments skipped, attributes by their quotes, entities resolved. */
public final class HtmlTags {
    public record Tag(String name, Map<String, String> attributes) { }

    private final String html;
    private int at;

    private HtmlTags(String html) {
        this.html = html;
    }

    public static List<Tag> of(String html) {
        return new HtmlTags(html).tags();
    }

    /** The tags called {@code name}. */
    public static List<Tag> named(String html, String name) {
        return of(html).stream().filter(tag -> tag.name().equals(name)).toList();
    }

    private List<Tag> tags() {
        List<Tag> tags = new ArrayList<>();
        while ((at = html.indexOf('<', at)) >= 0) {
            if (html.startsWith("<!--", at)) {
                at = after("-->");
            } else if (html.startsWith("</", at) || html.startsWith("<!", at)) {
                at = after(">");
            } else if (at + 1 < html.length() && Character.isLetter(html.charAt(at + 1))) {
                at++;
                tags.add(new Tag(word(), attributes()));
            } else {
                throw new AssertionError("a stray < at " + rest());
            }
        }
        return tags;
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        while (true) {
            while (Character.isWhitespace(html.charAt(at)) || html.charAt(at) == '/') {
                at++;
            }
            if (html.charAt(at) == '>') {
                return attributes;
            }
            String name = word();
            if (name.isEmpty() || !html.startsWith("=", at)) {
                throw new AssertionError("no attribute at " + rest());
            }
            attributes.put(name, value());
        }
    }

    private String value() {
        char quote = html.charAt(++at);
        if (quote != '"' && quote != '\'') {
            throw new AssertionError("no quote at " + rest());
        }
        int end = html.indexOf(quote, at + 1);
        String value = html.substring(at + 1, end);
        at = end + 1;
        if (!Character.isWhitespace(html.charAt(at)) && html.charAt(at) != '>') {
            throw new AssertionError("attributes must be apart at " + rest());
        }
        return value.replace("&quot;", "\"").replace("&amp;", "&");
    }

    private String word() {
        int start = at;
        while (Character.isLetterOrDigit(html.charAt(at)) || "-:".indexOf(html.charAt(at)) >= 0) {
            at++;
        }
        return html.substring(start, at);
    }

    private int after(String end) {
        int found = html.indexOf(end, at);
        if (found < 0) {
            throw new AssertionError("no " + end + " after " + rest());
        }
        return found + end.length();
    }

    private String rest() {
        return html.substring(at, Math.min(html.length(), at + 60));
    }
}
