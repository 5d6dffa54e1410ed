package dev.inlay.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the demo's shop sells, from the resource {@code products.json}. */
record Assortment(List<Article> articles) {
    static Assortment bundled() {
        try (InputStream in = Assortment.class.getResourceAsStream("products.json")) {
            JsonNode list = Json.mapper().readTree(in);
            return new Assortment(StreamSupport.stream(list.spliterator(), false).map(Assortment::article).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("products.json cannot be read", e);
        }
    }

    /** By the name of its page. */
    Optional<Article> find(String name) {
        return articles.stream().filter(article -> article.name().equals(name)).findFirst();
    }

    Optional<Article> numbered(String productNumber) {
        return articles.stream().filter(article -> article.productNumber().equals(productNumber)).findFirst();
    }

    /** Narrow categories in the order of the shop, with what stands on each. */
    Map<String, List<Article>> shelves() {
        return articles.stream()
                .collect(Collectors.groupingBy(Article::shelf, LinkedHashMap::new, Collectors.toList()));
    }

    /** The other articles of the same shelf, at most {@code count}. */
    List<Article> besides(Article article, int count) {
        return shelves().get(article.shelf()).stream().filter(other -> !other.equals(article)).limit(count).toList();
    }

    /** The product feed, as the shop of {@code pages} would export it. */
    ObjectNode feed(String pages, String photos, Instant now) {
        ObjectNode feed = Json.object();
        ArrayNode items = feed.putArray("items");
        articles.forEach(article -> items.add(article.feedRow(pages, photos, now)));
        return feed;
    }

    private static Article article(JsonNode node) {
        return new Article(node.get("productNumber").textValue(), node.get("name").textValue(),
                node.get("title").textValue(), node.get("brand").textValue(),
                List.of(node.at("/category/0").textValue(), node.at("/category/1").textValue()),
                new BigDecimal(node.get("price").textValue()), text(node, "oldPrice").map(BigDecimal::new),
                node.path("inStock").asBoolean(true), text(node, "itemGroupId"), node.get("daysOld").intValue(),
                node.get("description").textValue());
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue());
    }
}
