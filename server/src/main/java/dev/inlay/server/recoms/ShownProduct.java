package dev.inlay.server.recoms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.server.feeds.ProductJson;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A product as a page is told of it: as the shop described it (contract 5.1), with the prices of this moment. */
final class ShownProduct {
    /** Of the shop's plans, and no business of its pages. */
    private static final List<String> WITHHELD = List.of("saleStart", "saleEnd");

    private ShownProduct() {
    }

    /** Those of {@code fields} that the product has; all if none is named. */
    static ObjectNode write(Website website, Product product, Set<String> fields, Instant now) {
        ObjectNode node = ProductJson.write(product).remove(WITHHELD);
        product.priceAt(now).ifPresent(price -> {
            node.put("price", price.present());
            node.remove("oldPrice");
            price.old().ifPresent(old -> node.put("oldPrice", old));
        });
        if (product.currency() == null) {
            node.put("currency", website.currency().getCurrencyCode());
        }
        return fields.isEmpty() ? node : node.retain(fields);
    }
}
