package dev.inlay.server.feeds;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A pass over the items of an XML feed; what is not well-formed is repaired as far as it goes. */
final class XmlFeed {
    /** How many items there were, and why the feed is not well-formed, if it is not. */
    record Pass(int count, Optional<String> fault) { }

    private XmlFeed() {
    }

    /** Hands all products of {@code feed} to {@code items} with their numbers, and findings to {@code rows}. */
    static void read(FeedFile feed, ProductRows rows, BiConsumer<Integer, XmlElement> items) throws IOException {
        Pass pass = read(feed, XmlShape.of(feed).item(), rows, items);
        if (pass.count() == 0) {
            throw new FeedRefusedException(pass.fault().map(why -> "the feed is no well-formed XML: " + why)
                    .orElse("the feed holds no <item>, no <product> and no <entry>"));
        }
    }

    /** As {@link #read(FeedFile, ProductRows, BiConsumer)}, of elements {@code item}, of which there may be none. */
    static Pass read(FeedFile feed, String item, FeedWarnings warnings, BiConsumer<Integer, XmlElement> items)
            throws IOException {
        XmlItems handler = new XmlItems(item, items, warnings);
        Optional<String> fault = StrictXml.fault(feed);
        if (fault.isEmpty()) {
            StrictXml.read(feed, handler);
        } else {
            warnings.warning(0, null, "not well-formed XML, repaired where possible: " + fault.get());
            LenientXml.read(feed, handler);
        }
        return new Pass(handler.count(), fault);
    }
}
