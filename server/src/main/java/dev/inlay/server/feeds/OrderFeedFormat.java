package dev.inlay.server.feeds;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The formats that an order feed can be said to have. */
public enum OrderFeedFormat {
    HELLORETAIL_JSON("helloretail-json", "JSON", OrderJsonReader::new),
    HELLORETAIL_XML("helloretail-xml", "XML", OrderXmlReader::new),
    SHOPWARE_XML("shopware-xml", "XML", OrderXmlReader::new),
    MAGENTO_XML("magento-xml", "XML", OrderXmlReader::new),
    CSV("csv", "delimited text", OrderTableReader::new);

    private final String wire;
    private final String language;
    private final Supplier<OrderReader> reader;

    OrderFeedFormat(String wire, String language, Supplier<OrderReader> reader) {
        this.wire = wire;
        this.language = language;
        this.reader = reader;
    }

    /** Its name in settings. */
    public String wire() {
        return wire;
    }

    public static Optional<OrderFeedFormat> find(String wire) {
        return Arrays.stream(values()).filter(format -> format.wire.equals(wire)).findFirst();
    }

    /** What it is written in, in words; formats of one language are read by one reader. */
    String language() {
        return language;
    }

    OrderReader reader() {
        return reader.get();
    }
}
