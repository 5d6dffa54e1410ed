package dev.inlay.server.feeds;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A pass over the items of an XML feed; what is not well-formed is repaired as far as it goes. */
final class XmlFeed {
    private XmlFeed() {
    }

    /** Hands all items of {@code feed} to {@code items} with their numbers, and findings to {@code rows}. */
    static void read(FeedFile feed, FeedRows rows, BiConsumer<Integer, XmlElement> items) throws IOException {
        XmlItems handler = new XmlItems(XmlShape.of(feed).item(), items, rows);
        Optional<String> fault = StrictXml.fault(feed);
        if (fault.isEmpty()) {
            StrictXml.read(feed, handler);
        } else {
            rows.warning(0, null, "not well-formed XML, repaired where possible: " + fault.get());
            LenientXml.read(feed, handler);
        }
        if (handler.count() == 0) {
            throw new FeedRefusedException(fault.map(why -> "the feed is no well-formed XML: " + why)
                    .orElse("the feed holds no <item>, no <product> and no <entry>"));
        }
    }
}
