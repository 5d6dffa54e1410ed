package dev.inlay.server.console.campaigns;

import dev.inlay.server.http.RawQuery;
import dev.inlay.server.newsletter.Explanation;
import dev.inlay.server.newsletter.Explanation.Slot;
import dev.inlay.server.snippet.Snippet;
import dev.inlay.server.snippet.TileUrls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A mail with the snippet of a campaign, its pictures drawn for the operator. Whom it is for was found out before: its
 * own URL and those of its pictures name products, never a person, so that no address can get into a log or a history.
 *
 * @param products the product number of each slot, blank where there is nothing to show
 * @param templateVersion which template draws them
 */
record PreviewMail(List<String> products, String templateVersion, boolean withoutImages) {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Preview</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>body { margin: 0; padding: 8px 0; background: #ffffff; }</style></head>
            <body>
            %s</body></html>
            """;

    static PreviewMail of(Explanation explanation, boolean withoutImages) {
        List<String> products = explanation.slots().stream().map(Slot::pick)
                .map(pick -> pick.map(known -> known.productNumber()).orElse("")).toList();
        return new PreviewMail(products, explanation.templateVersion(), withoutImages);
    }

    static PreviewMail parse(RawQuery query) {
        return new PreviewMail(query.values("product"), query.first("template").orElse(""),
                query.first("images").filter("off"::equals).isPresent());
    }

    /** What {@link #parse} reads. */
    String query() {
        return products.stream().map(number -> "product=" + UrlPart.encoded(number) + "&")
                .collect(Collectors.joining()) + "template=" + templateVersion + (withoutImages ? "&images=off" : "");
    }

    /** @param path where the pages of the campaign lie */
    String html(Snippet snippet, String path) {
        String html = snippet.html("&");
        for (TileUrls tile : snippet.urls()) {
            html = html.replace(tile.image(), withoutImages ? "" : picture(tile.slot(), path))
                    .replace(tile.click(), "#");
        }
        return PAGE.formatted(html);
    }

    private String picture(int slot, String path) {
        String number = slot <= products.size() ? products.get(slot - 1) : "";
        return path + CampaignPage.tile(number, templateVersion).replace("&", "&amp;");
    }

    /** The product that a picture of {@code query} shows. */
    static Optional<String> product(RawQuery query) {
        return query.first("product");
    }
}
