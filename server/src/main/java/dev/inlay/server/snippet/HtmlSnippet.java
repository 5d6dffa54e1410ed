package dev.inlay.server.snippet;

import java.util.List;

/**
 * The block of HTML that goes into a newsletter: tables and inline styles only, since mail programs know little else;
 * widths twice, as attribute for Outlook and as style for phones. A tile takes three lines, since mail may break a line
 * of more than 998 characters anywhere.
 *
 * <p>A tile has no {@code height}: Yahoo and AOL turn the style {@code height:auto} into a minimum, so that the
 * attribute would stretch every picture that a phone makes narrower. The width alone fixes both, since the pictures of
 * a template all have one shape.
 */
final class HtmlSnippet {
    private static final String TABLE = "<table role=\"presentation\" width=\"%s\" cellpadding=\"0\" cellspacing=\"0\" "
            + "border=\"0\" align=\"center\"%s>";
    private static final String OUTLOOK_BEGIN =
            "<!--[if mso]>" + TABLE.formatted(SnippetMarkup.MAIL_WIDTH, "") + "<tr><td><![endif]-->\n";
    private static final String OUTLOOK_END = "<!--[if mso]></td></tr></table><![endif]-->\n";

    private HtmlSnippet() {
    }

    static String of(String name, List<TileUrls> tiles, int tileWidth) {
        int width = Math.min(tileWidth, SnippetMarkup.MAIL_WIDTH);
        int columns = SnippetMarkup.columns(width, tiles.size());
        StringBuilder html = new StringBuilder(SnippetMarkup.comment("begin " + name))
                .append(OUTLOOK_BEGIN)
                .append(TABLE.formatted("100%", " style=\"width:100%;max-width:" + SnippetMarkup.MAIL_WIDTH + "px;\""))
                .append('\n');
        for (int first = 0; first < tiles.size(); first += columns) {
            html.append("<tr>\n");
            tiles.subList(first, Math.min(first + columns, tiles.size()))
                    .forEach(tile -> html.append(cell(tile, width, columns)));
            html.append("</tr>\n");
        }
        return html.append("</table>\n").append(OUTLOOK_END).append(SnippetMarkup.comment("end " + name)).toString();
    }

    private static String cell(TileUrls tile, int width, int columns) {
        return "<td width=\"" + 100 / columns + "%\" valign=\"top\" align=\"center\" style=\"padding:"
                + SnippetMarkup.padding(columns) + ";\">"
                + "<a " + SnippetMarkup.attribute("href", tile.click()) + " style=\"text-decoration:none;\">"
                + "<img\n " + SnippetMarkup.attribute("src", tile.image()) + " width=\"" + width
                + "\" alt=\"" + SnippetMarkup.alt(tile)
                + "\" border=\"0\"\n style=\"display:block;width:100%;max-width:" + width + "px;height:auto;border:0;"
                + "text-decoration:none;font-family:Arial,sans-serif;font-size:14px;line-height:20px;color:#333333;"
                + "background-color:#ffffff;\"></a></td>\n";
    }
}
