package dev.inlay.server.feeds;

import dev.inlay.db.website.Website;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * WooCommerce's product export. Variations inherit from their parents, and parents have the lowest price of their
 * variations, wherever in the file they stand: it is read twice, and what {@link WooCommerceFamilies} remembers between
 * the passes is bounded.
 */
record WooCommerceReader(Website website) implements ProductFeedReader {
    private static final Set<String> USED = Set.of("id", "type", "sku", "name", "published", "regular_price",
            "sale_price", "images", "categories", "parent", "visibility_in_catalog", "in_stock?", "stock");

    @Override
    public void read(FeedFile feed, ProductRows rows) throws IOException {
        DelimitedHeader.check(DelimitedTable.header(feed), List.of("type", "name", "regular_price"),
                List.of("sku", "id"), USED);
        WooCommerceFamilies families = new WooCommerceFamilies(website);
        DelimitedTable.read(feed, families::add);
        WooCommerceProduct products = new WooCommerceProduct(families, rows);
        GoogleAttributes attributes = new GoogleAttributes(website, rows);
        DelimitedTable.read(feed, row -> {
            row.warnAboutWidth(rows);
            attributes.row(row.number(), products.values(row));
        });
    }
}
