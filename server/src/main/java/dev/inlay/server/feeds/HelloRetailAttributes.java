package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** From Hello Retail's attributes to our own: older names, texts where numbers belong, own names of the shop. */
final class HelloRetailAttributes {
    private static final Map<String, String> OLDER =
            Map.of("instock", "inStock", "previousPrice", "oldPrice", "priceNoTax", "priceExVat");
    private static final Map<String, UnaryOperator<String>> TEXTS = Map.of("title", Markup::strip,
            "brand", Markup::strip, "description", Markup::strip, "url", Markup::link, "imgUrl", Markup::link);
    private static final Set<String> TAKEN = Set.of("productNumber", "variantProductNumbers", "currency", "keywords",
            "created", "ean", "itemGroupId", "saleStart", "saleEnd");

    private final HelloRetailPrices prices;
    private final ProductRows rows;

    HelloRetailAttributes(Website website, ProductRows rows) {
        this.prices = new HelloRetailPrices(website);
        this.rows = rows;
    }

    /** Hands row {@code number} with {@code item} on. */
    void row(int number, ObjectNode item) {
        ObjectNode node = Json.object();
        ObjectNode named = present(item);
        String productNumber = named.path("productNumber").asText(named.path("url").asText(null));
        TEXTS.forEach((name, cleaned) -> take(named, name).ifPresent(value -> node.set(name,
                value.isTextual() ? node.textNode(cleaned.apply(value.textValue())) : value)));
        TAKEN.forEach(name -> take(named, name).ifPresent(value -> node.set(name, value)));
        take(named, "hierarchies").ifPresent(value -> node.set("hierarchies",
                value.isTextual() ? node.arrayNode().add(value) : value));
        take(named, "inStock").ifPresent(value -> node.put("inStock", inStock(value, number, productNumber)));
        prices.copy(take(named, "price"), take(named, "oldPrice"), node,
                message -> rows.warning(number, productNumber, message));
        variants(named, node);
        HelloRetailExtras.copy(named, node);
        rows.row(number, node);
    }

    /** The members that have a value, by their present names. */
    private static ObjectNode present(ObjectNode item) {
        ObjectNode present = item.objectNode();
        item.properties().forEach(entry -> {
            String name = OLDER.getOrDefault(entry.getKey(), entry.getKey());
            if (!isBlank(entry.getValue()) && (name.equals(entry.getKey()) || !item.has(name))) {
                present.set(name, entry.getValue());
            }
        });
        return present;
    }

    private static boolean isBlank(JsonNode value) {
        return value.isNull() || value.isTextual() && value.textValue().isBlank();
    }

    private boolean inStock(JsonNode value, int number, String productNumber) {
        return Availability.parse(value.asText()).orElseGet(() -> {
            rows.warning(number, productNumber, "inStock '" + ProductText.shown(value.asText())
                    + "' is not known: taken as in stock");
            return true;
        });
    }

    private static void variants(ObjectNode named, ObjectNode node) {
        take(named, "variants").filter(JsonNode::isArray).ifPresent(variants -> {
            if (!node.has("variantProductNumbers")) {
                ArrayNode numbers = node.putArray("variantProductNumbers");
                variants.forEach(variant -> {
                    if (variant.path("productNumber").isValueNode()) {
                        numbers.add(variant.path("productNumber"));
                    }
                });
            }
        });
    }

    private static Optional<JsonNode> take(ObjectNode named, String name) {
        return Optional.ofNullable(named.remove(name));
    }
}
