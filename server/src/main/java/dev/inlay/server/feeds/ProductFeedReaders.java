package dev.inlay.server.feeds;

import dev.inlay.db.feed.Feed;
import dev.inlay.db.website.Website;
import java.io.IOException;

/** Knows which reader a feed needs: by the format it is said to have, else by its bytes. File names lie. */
final class ProductFeedReaders {
    private ProductFeedReaders() {
    }

    /**
     * The reader for {@code file}, which came from {@code feed}.
     *
     * @throws FeedRefusedException if its bytes are no product feed, whatever format it is said to have
     */
    static ProductFeedReader of(Feed feed, FeedFile file, Website website) throws IOException {
        ProductFeedReader recognized = recognize(file, website);
        return feed.format().flatMap(ProductFeedFormat::find).map(format -> format.reader(website)).orElse(recognized);
    }

    /**
     * The reader for {@code feed}, by its bytes.
     *
     * @throws FeedRefusedException if there is none
     */
    static ProductFeedReader recognize(FeedFile feed, Website website) throws IOException {
        String head = feed.head();
        if (head.isEmpty()) {
            throw new FeedRefusedException("the feed is empty");
        }
        return switch (head.charAt(0)) {
            case '{', '[' -> ProductFeedFormat.HELLORETAIL_JSON.reader(website);
            case '<' -> xml(XmlRoot.of(head), XmlShape.of(feed)).reader(website);
            default -> DelimitedHeader.format(DelimitedTable.header(feed)).reader(website);
        };
    }

    private static ProductFeedFormat xml(XmlRoot root, XmlShape shape) {
        root.refuseHtml();
        if (root.name().equals("orders") || shape.isOrders()) {
            throw new FeedRefusedException("this is an order feed, not a product feed");
        }
        return shape.isHelloRetail() ? ProductFeedFormat.HELLORETAIL_XML
                : root.name().equals("feed") ? ProductFeedFormat.GOOGLE_ATOM : ProductFeedFormat.GOOGLE_RSS;
    }
}
