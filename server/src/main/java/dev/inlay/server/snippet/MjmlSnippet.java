package dev.inlay.server.snippet;

import java.util.List;

/** The sections of MJML that go into the {@code mj-body} of a newsletter: one for each row of tiles. */
final class MjmlSnippet {
    private MjmlSnippet() {
    }

    static String of(String name, List<TileUrls> tiles, int tileWidth) {
        int width = Math.min(tileWidth, SnippetMarkup.MAIL_WIDTH);
        int columns = SnippetMarkup.columns(width, tiles.size());
        StringBuilder mjml = new StringBuilder(SnippetMarkup.comment("begin " + name));
        for (int first = 0; first < tiles.size(); first += columns) {
            mjml.append("<mj-section padding=\"0\">\n");
            tiles.subList(first, Math.min(first + columns, tiles.size()))
                    .forEach(tile -> mjml.append(column(tile, width, columns)));
            mjml.append("</mj-section>\n");
        }
        return mjml.append(SnippetMarkup.comment("end " + name)).toString();
    }

    private static String column(TileUrls tile, int width, int columns) {
        return "<mj-column width=\"" + 100 / columns + "%\">\n"
                + "<mj-image " + SnippetMarkup.escapedAttribute("href", tile.click()) + "\n "
                + SnippetMarkup.escapedAttribute("src", tile.image())
                + " alt=\"" + SnippetMarkup.alt(tile) + "\" width=\"" + width
                + "px\" padding=\"" + SnippetMarkup.padding(columns) + "\" />\n</mj-column>\n";
    }
}
