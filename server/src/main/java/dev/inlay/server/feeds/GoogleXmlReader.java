package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.io.IOException;

/** Google Merchant RSS 2.0 and Atom 1.0, with or without namespaces. */
record GoogleXmlReader(Website website) implements ProductFeedReader {
    @Override
    public void read(FeedFile feed, ProductRows rows) throws IOException {
        GoogleAttributes attributes = new GoogleAttributes(website, rows);
        GoogleXmlItem fields = new GoogleXmlItem();
        XmlFeed.read(feed, rows, (number, item) -> Bagisto.translated(number, fields.values(item), rows)
                .ifPresent(values -> attributes.row(number, values)));
    }
}
