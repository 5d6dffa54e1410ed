package dev.inlay.server.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.feeds.ProductJson;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;

/** The envelope of products: {@code {"data":{"id":"...","type":"products","attributes":{...}}}}. */
final class ProductDocument {
    private static final String TYPE = "products";

    private ProductDocument() {
    }

    /** The attributes in {@code document}; 400 else. */
    static ObjectNode attributes(ObjectNode document) {
        Members root = new Members(document);
        Members data = root.object("data").orElseThrow(() -> root.missing("data"));
        data.text("type").filter(type -> !type.equals(TYPE)).ifPresent(type -> {
            throw data.wrong("type", "must be products", type);
        });
        return data.object("attributes").orElseThrow(() -> data.missing("attributes")).node();
    }

    static ObjectNode one(Product product) {
        ObjectNode document = Json.object();
        document.set("data", data(product));
        return document;
    }

    static ObjectNode data(Product product) {
        ObjectNode data = Json.object().put("id", product.productNumber()).put("type", TYPE);
        data.set("attributes", ProductJson.write(product));
        return data;
    }

    /** {@code changed}, if it still is {@code old}; 400 else. */
    static Product sameNumber(Product old, Product changed) {
        if (!old.productNumber().equals(changed.productNumber())) {
            throw new InvalidParameterException("productNumber", "must stay as it is",
                    changed.productNumber());
        }
        return changed;
    }
}
