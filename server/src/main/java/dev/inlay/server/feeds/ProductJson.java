package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.http.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Products as the API speaks of them (contract 5.1). */
public final class ProductJson {
    private ProductJson() {
    }

    /**
     * The product that {@code attributes} describe: numbers also as strings, product numbers also as numbers, category
     * paths as lists or as {@code A > B}, keywords as a list or with commas. Without a number its {@code url} is the
     * number.
     *
     * @throws dev.inlay.server.http.InvalidParameterException naming member, rule and value
     */
    public static Product parse(ObjectNode attributes) {
        return ProductAttributes.read(attributes, finding -> {
            throw finding;
        }).orElseThrow();
    }

    /** The attributes of {@code product} as on the wire; absent ones are left out. */
    public static ObjectNode write(Product product) {
        ObjectNode node = Json.object().put("productNumber", product.productNumber());
        list(node, "variantProductNumbers", product.variantProductNumbers());
        text(node, "title", product.title());
        text(node, "url", product.url());
        text(node, "imgUrl", product.imgUrl());
        prices(node, product);
        text(node, "brand", product.brand());
        hierarchies(node, product);
        text(node, "description", product.description());
        list(node, "keywords", product.keywords());
        node.put("inStock", product.inStock());
        text(node, "ean", product.ean());
        text(node, "itemGroupId", product.itemGroupId());
        time(node, "saleStart", product.saleStart());
        time(node, "saleEnd", product.saleEnd());
        extra(node, product);
        time(node, "created", product.created());
        return node;
    }

    private static void prices(ObjectNode node, Product product) {
        if (product.price() != null) {
            node.put("price", product.price());
        }
        if (product.oldPrice() != null) {
            node.put("oldPrice", product.oldPrice());
        }
        text(node, "currency", product.currency());
    }

    private static void hierarchies(ObjectNode node, Product product) {
        if (!product.hierarchies().isEmpty()) {
            ArrayNode paths = node.putArray("hierarchies");
            product.hierarchies().forEach(path -> path.forEach(paths.addArray()::add));
        }
    }

    private static void extra(ObjectNode node, Product product) {
        if (!product.extraData().isEmpty()) {
            product.extraData().forEach(node.putObject("extraData")::put);
        }
        if (!product.extraDataList().isEmpty()) {
            ObjectNode lists = node.putObject("extraDataList");
            for (Map.Entry<String, ? extends Collection<String>> entry : product.extraDataList().entrySet()) {
                entry.getValue().forEach(lists.putArray(entry.getKey())::add);
            }
        }
    }

    private static void text(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private static void list(ObjectNode node, String name, Collection<String> values) {
        if (!values.isEmpty()) {
            values.forEach(node.putArray(name)::add);
        }
    }

    private static void time(ObjectNode node, String name, Instant value) {
        if (value != null) {
            node.put(name, value.toString());
        }
    }
}
