package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.io.IOException;

/** Hello Retail XML, as its Shopware extension writes it and in the older spellings. */
record HelloRetailXmlReader(Website website) implements ProductFeedReader {
    @Override
    public void read(FeedFile feed, ProductRows rows) throws IOException {
        HelloRetailAttributes attributes = new HelloRetailAttributes(website, rows);
        XmlFeed.read(feed, rows, (number, item) -> attributes.row(number, HelloRetailXmlItem.json(item)));
    }
}
