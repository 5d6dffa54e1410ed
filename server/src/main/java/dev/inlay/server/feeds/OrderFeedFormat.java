package dev.inlay.server.feeds;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** The formats that an order feed can be said to have. */
public enum OrderFeedFormat {
    HELLORETAIL_JSON("helloretail-json", OrderJsonReader::new),
    HELLORETAIL_XML("helloretail-xml", OrderXmlReader::new),
    SHOPWARE_XML("shopware-xml", OrderXmlReader::new),
    MAGENTO_XML("magento-xml", OrderXmlReader::new),
    CSV("csv", OrderTableReader::new);

    private final String wire;
    private final Supplier<OrderReader> reader;

    OrderFeedFormat(String wire, Supplier<OrderReader> reader) {
        this.wire = wire;
        this.reader = reader;
    }

    /** Its name in settings. */
    public String wire() {
        return wire;
    }

    public static Optional<OrderFeedFormat> find(String wire) {
        return Arrays.stream(values()).filter(format -> format.wire.equals(wire)).findFirst();
    }

    OrderReader reader() {
        return reader.get();
    }
}
