package dev.inlay.server.feeds;

import dev.inlay.db.feed.FeedKind;
import java.util.Arrays;
import java.util.List;

/** Which formats a feed can be said to have, as settings call them. */
final class FeedFormats {
    private FeedFormats() {
    }

    static List<String> of(FeedKind kind) {
        return switch (kind) {
            case PRODUCTS -> Arrays.stream(ProductFeedFormat.values()).map(ProductFeedFormat::wire).toList();
            case ORDERS -> Arrays.stream(OrderFeedFormat.values()).map(OrderFeedFormat::wire).toList();
        };
    }
}
