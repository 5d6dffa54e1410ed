package dev.inlay.server.feeds;

import dev.inlay.db.feed.Feed;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Knows which reader an order feed needs, by its bytes. */
final class OrderReaders {
    private OrderReaders() {
    }

    /**
     * The reader for {@code file}, which came from {@code feed}.
     *
     * @throws FeedRefusedException if its bytes are no order feed, or not of the format that it is said to have
     */
    static OrderReader of(Feed feed, FeedFile file) throws IOException {
        OrderFeedFormat recognized = recognize(file);
        feed.format().flatMap(OrderFeedFormat::find).filter(said -> !said.language().equals(recognized.language()))
                .ifPresent(said -> {
                    throw new FeedRefusedException("the feed is " + recognized.language()
                            + ", but its format is set to " + said.wire());
                });
        return recognized.reader();
    }

    /** The format of {@code feed}, by its bytes; the shapes of XML are read by one reader. */
    static OrderFeedFormat recognize(FeedFile feed) throws IOException {
        String head = feed.head();
        if (head.isEmpty()) {
            throw new FeedRefusedException("the feed is empty");
        }
        return switch (head.charAt(0)) {
            case '{', '[' -> OrderFeedFormat.HELLORETAIL_JSON;
            case '<' -> xml(XmlRoot.of(head), XmlShape.of(feed));
            default -> delimited(DelimitedTable.header(feed));
        };
    }

    static FeedRefusedException products() {
        return new FeedRefusedException("this is a product feed, not an order feed");
    }

    private static OrderFeedFormat xml(XmlRoot root, XmlShape shape) {
        root.refuseHtml();
        if (root.name().equals("orders") || shape.isOrders()) {
            return OrderFeedFormat.HELLORETAIL_XML;
        }
        throw shape.item().isEmpty() ? new FeedRefusedException("this is no order feed: it holds no <order>")
                : products();
    }

    private static OrderFeedFormat delimited(List<String> header) {
        List<String> names = header.stream().map(OrderNames::canonical).toList();
        if (OrderNames.areOfProducts(Set.copyOf(names))) {
            throw products();
        }
        OrderNames.columns(names);
        return OrderFeedFormat.CSV;
    }
}
