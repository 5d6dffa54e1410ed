package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Shopify's product export: a row for each variant and each further photo, of which the first of a handle tells what is
 * the same for all. The rows of one product are in memory, and what the last products told.
 */
record ShopifyReader(Website website) implements ProductFeedReader {
    private static final Set<String> USED = Set.of("handle", "title", "body_(html)", "vendor", "variant_sku",
            "variant_price", "variant_compare_at_price", "image_src", "status", "published");

    @Override
    public void read(FeedFile feed, ProductRows rows) throws IOException {
        DelimitedHeader.check(DelimitedTable.header(feed), List.of("title", "variant_price"), List.of("handle"),
                USED);
        GoogleAttributes attributes = new GoogleAttributes(website, rows);
        ShopifyRows products = new ShopifyRows(rows, new ShopifyVariant(website, attributes));
        DelimitedTable.read(feed, products::add);
        products.finish();
    }
}
