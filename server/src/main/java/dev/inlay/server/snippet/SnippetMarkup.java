package dev.inlay.server.snippet;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces that the HTML and the MJML snippet share. */
final class SnippetMarkup {
    /** The width of a newsletter's column, css pixels. */
    static final int MAIL_WIDTH = 600;
    private static final int GAP = 16;

    private SnippetMarkup() {
    }

    /**
     * {@code name="value"} for a value that holds merge tags. They stay as they are, since the mail service looks for
     * them before anything reads the HTML: {@code <}, {@code >} and {@code &} do not end an attribute. A value with
     * double quotes is put in single ones; only one with both kinds has its double quotes escaped.
     */
    static String attribute(String name, String value) {
        if (value.indexOf('"') < 0) {
            return name + "=\"" + value + "\"";
        }
        if (value.indexOf('\'') < 0) {
            return name + "='" + value + "'";
        }
        return escapedAttribute(name, value);
    }

    /** As {@link #attribute}, always in double quotes: MJML writes its HTML so, whatever quotes it read. */
    static String escapedAttribute(String name, String value) {
        return name + "=\"" + value.replace("\"", "&quot;") + "\"";
    }

    /** A comment of one line, without what could end it, start a tag or be taken for a merge tag. */
    static String comment(String text) {
        String plain = text.codePoints().filter(Character::isDefined)
                .map(point -> Character.isISOControl(point) || "<>{}[]|%$*#~@=`\\^".indexOf(point) >= 0 ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        String escaped = plain.replace("&", "&amp;").replaceAll("-{2,}", "-");
        return "<!-- " + escaped.replaceAll("\\s+", " ").replaceAll(" (?=[.,:;])", "").strip() + " -->\n";
    }

    static String comments(List<String> texts) {
        return texts.stream().map(SnippetMarkup::comment).collect(Collectors.joining());
    }

    /** How many tiles of {@code width} stand side by side in a mail. */
    static int columns(int width, int tiles) {
        return Math.max(1, Math.min(tiles, MAIL_WIDTH / (width + GAP)));
    }

    /** The space around a tile: none at the sides of one that takes the whole width. */
    static String padding(int columns) {
        return columns == 1 ? "8px 0" : "8px";
    }

    static String alt(TileUrls tile) {
        return "Recommended for you, item " + tile.slot();
    }
}
