package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Google Merchant RSS 2.0, with or without its namespace; what is not well-formed is repaired as far as it goes. */
record GoogleXmlReader(Website website) implements ProductFeedReader {
    @Override
    public void read(FeedFile feed, FeedRows rows) throws IOException {
        GoogleAttributes attributes = new GoogleAttributes(website, rows);
        XmlItems items = new XmlItems((number, values) -> attributes.row(number, refuseHelloRetail(values)), rows);
        Optional<String> fault = StrictXml.fault(feed);
        if (fault.isEmpty()) {
            StrictXml.read(feed, items);
        } else {
            rows.warning(0, null, "not well-formed XML, repaired where possible: " + fault.get());
            LenientXml.read(feed, items);
        }
        if (items.count() == 0) {
            throw new FeedRefusedException(fault.map(why -> "the feed is no well-formed XML: " + why)
                    .orElse("the feed holds no <item> and no <product>"));
        }
    }

    private static Map<String, List<String>> refuseHelloRetail(Map<String, List<String>> values) {
        if (values.containsKey("productnumber") && !values.containsKey("id")) {
            throw new FeedRefusedException("Hello Retail XML is not read yet: send its JSON, or Google Merchant");
        }
        return values;
    }
}
