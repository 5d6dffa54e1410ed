package dev.inlay.db.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The picks of all slots as the store holds them: JSON, named by the SHA-256 of its bytes, so that equal picks are
 * stored once. A slot without product is {@code null}.
 */
record PickSet(byte[] id, String content) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static PickSet of(List<Pick> slots) {
        ArrayNode array = JSON.createArrayNode();
        for (Pick pick : slots) {
            array.add(pick == null ? JSON.nullNode() : json(pick));
        }
        return of(array.toString());
    }

    static PickSet of(String content) {
        try {
            byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
            return new PickSet(MessageDigest.getInstance("SHA-256").digest(bytes), content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }

    List<Pick> slots() {
        try {
            List<Pick> slots = new ArrayList<>();
            JSON.readTree(content).forEach(slot -> slots.add(slot.isNull() ? null : pick(slot)));
            return slots;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@code locked}, followed by what {@code proposed} has beyond it; a product that is locked already is not shown
     * twice.
     */
    static List<Pick> extended(List<Pick> locked, List<Pick> proposed) {
        Set<String> shown =
                locked.stream().filter(Objects::nonNull).map(Pick::productNumber).collect(Collectors.toSet());
        List<Pick> extended = new ArrayList<>(locked);
        for (Pick pick : proposed.subList(locked.size(), proposed.size())) {
            extended.add(pick != null && shown.add(pick.productNumber()) ? pick : null);
        }
        return extended;
    }

    /** Whether the first slots of {@code proposed} show the products of {@code locked}. */
    static boolean begins(List<Pick> proposed, List<Pick> locked) {
        return products(proposed.subList(0, locked.size())).equals(products(locked));
    }

    private static List<Optional<String>> products(List<Pick> picks) {
        return picks.stream().map(pick -> Optional.ofNullable(pick).map(Pick::productNumber)).toList();
    }

    private static ObjectNode json(Pick pick) {
        ObjectNode object = JSON.createObjectNode()
                .put("product", pick.productNumber()).put("strategy", pick.strategy()).put("score", pick.score());
        if (!pick.parts().isEmpty()) {
            new TreeMap<>(pick.parts()).forEach(object.putObject("parts")::put);
        }
        pick.becauseOf().forEach(object.putArray("becauseOf")::add);
        return object;
    }

    private static Pick pick(JsonNode slot) {
        return new Pick(slot.get("product").asText(), slot.get("strategy").asText(), slot.get("score").asDouble(),
                parts(slot.path("parts")),
                StreamSupport.stream(slot.get("becauseOf").spliterator(), false).map(JsonNode::asText).toList());
    }

    /** Picks that were locked before scores had parts have none. */
    private static Map<String, Double> parts(JsonNode parts) {
        return parts.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue().asDouble()));
    }
}
