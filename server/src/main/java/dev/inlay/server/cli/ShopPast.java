package dev.inlay.server.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.evaluation.PastTouch;
import dev.inlay.server.evaluation.TouchReader;
import dev.inlay.server.feeds.ProductJson;
import dev.inlay.server.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a running node knows of a website: its products and all that its shoppers did.
 *
 * @param touches oldest first, by their own times
 * @param numbers those of picking that its operator set
 */
record ShopPast(Catalogue catalogue, List<PastTouch> touches, Map<String, Double> numbers) {
    private static final int PAGE = 1_000;

    /** Reads all up to {@code until}, that included, or all. */
    static ShopPast read(NodeClient node, String website, Optional<Instant> until) {
        Catalogue catalogue = Catalogue.of(products(node, website), Map.of());
        TouchReader reader = new TouchReader(catalogue);
        List<PastTouch> touches = new ArrayList<>();
        node.lines("/api/websites/" + website + "/activity"
                        + until.map(last -> "?to=" + last.plusMillis(1)).orElse(""),
                line -> touches.add(reader.read(tree(line))));
        touches.sort(Comparator.comparingLong(PastTouch::millis));
        return new ShopPast(catalogue, touches, numbers(node.get("/api/websites/" + website).path("picking")));
    }

    private static Map<String, Double> numbers(JsonNode picking) {
        return picking.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, number -> number.getValue().doubleValue()));
    }

    private static List<Product> products(NodeClient node, String website) {
        List<Product> products = new ArrayList<>();
        JsonNode page;
        for (int number = 1; ; number++) {
            page = node.get("/api/websites/" + website + "/products?pageSize=" + PAGE + "&page=" + number);
            page.path("data").forEach(product ->
                    products.add(ProductJson.parse((ObjectNode) product.path("attributes"))));
            if (page.path("data").size() < PAGE) {
                return products;
            }
        }
    }

    private static JsonNode tree(String line) {
        try {
            return Json.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the server sent activity that is no JSON", e);
        }
    }
}
