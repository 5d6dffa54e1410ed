package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The formats that a product feed can be said to have. */
public enum ProductFeedFormat {
    GOOGLE_RSS("google-rss", GoogleXmlReader::new),
    GOOGLE_ATOM("google-atom", GoogleXmlReader::new),
    GOOGLE_TSV("google-tsv", DelimitedReader::new),
    HELLORETAIL_JSON("helloretail-json", HelloRetailJsonReader::new),
    HELLORETAIL_XML("helloretail-xml", HelloRetailXmlReader::new),
    SHOPIFY_CSV("shopify-csv", ShopifyReader::new),
    WOOCOMMERCE_CSV("woocommerce-csv", WooCommerceReader::new);

    private final String wire;
    private final Function<Website, ProductFeedReader> reader;

    ProductFeedFormat(String wire, Function<Website, ProductFeedReader> reader) {
        this.wire = wire;
        this.reader = reader;
    }

    /** Its name in settings. */
    public String wire() {
        return wire;
    }

    public static Optional<ProductFeedFormat> find(String wire) {
        return Arrays.stream(values()).filter(format -> format.wire.equals(wire)).findFirst();
    }

    ProductFeedReader reader(Website website) {
        return reader.apply(website);
    }
}
