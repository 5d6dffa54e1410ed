package dev.inlay.server.feeds;

import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.db.website.Website;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which reader a feed needs: by the format it is said to have, else by its bytes. File names lie. */
final class ProductFeedReaders {
    private static final Pattern HTML = Pattern.compile("<(!doctype\\s+html|html|head|body)[\\s>]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOT = Pattern.compile("<(?:[\\w.-]+:)?([A-Za-z_][\\w.-]*)");
    private static final Pattern PROLOG = Pattern.compile("<!--.*?-->|<\\?.*?\\?>", Pattern.DOTALL);

    private ProductFeedReaders() {
    }

    /**
     * The reader for {@code file}, which came from {@code feed}.
     *
     * @throws FeedRefusedException if its bytes are no product feed, whatever format it is said to have
     */
    static ProductFeedReader of(ProductFeed feed, FeedFile file, Website website) throws IOException {
        ProductFeedReader recognized = recognize(file, website);
        return feed.format().flatMap(FeedFormat::find).map(format -> format.reader(website)).orElse(recognized);
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
            case '{', '[' -> FeedFormat.HELLORETAIL_JSON.reader(website);
            case '<' -> xml(PROLOG.matcher(head).replaceAll("").strip(), XmlShape.of(feed)).reader(website);
            default -> DelimitedHeader.format(DelimitedTable.header(feed)).reader(website);
        };
    }

    private static FeedFormat xml(String head, XmlShape shape) {
        Matcher root = ROOT.matcher(head);
        String name = root.find() ? root.group(1).toLowerCase(Locale.ROOT) : "";
        if (HTML.matcher(head).lookingAt() || name.equals("html")) {
            throw new FeedRefusedException("this is an HTML page, not a feed");
        }
        if (name.equals("orders") || shape.isOrders()) {
            throw new FeedRefusedException("this is an order feed, not a product feed");
        }
        return shape.isHelloRetail() ? FeedFormat.HELLORETAIL_XML
                : name.equals("feed") ? FeedFormat.GOOGLE_ATOM : FeedFormat.GOOGLE_RSS;
    }
}
