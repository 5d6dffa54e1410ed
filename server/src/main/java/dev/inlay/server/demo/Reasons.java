package dev.inlay.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.demo.InboxView.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Asks the node why a recipient sees what, and puts the answer into words. */
record Reasons(Doors doors, Assortment assortment) {
    private static final Map<String, String> WORDS = Map.of(
            "for_you", "picked for this person",
            "related_to_history", "goes with",
            "abandoned_cart", "waits in the cart",
            "last_viewed", "was looked at",
            "new_in", "has just come in",
            "bestsellers", "is a bestseller",
            "default", "is shown to everybody");

    /** So many reasons are named, the strongest first. */
    private static final int NAMED = 2;

    List<Reason> of(OpenShop shop, InboxChoice choice, Recipient recipient) {
        ObjectNode question = recipient.json().put("send", choice.send());
        JsonNode slots = doors.post(shop.api(choice.mailing(), "explain"), question).get("slots");
        return StreamSupport.stream(slots.spliterator(), false).map(this::reason).flatMap(Optional::stream).toList();
    }

    private Optional<Reason> reason(JsonNode slot) {
        String strategy = slot.path("strategy").asText();
        return assortment.numbered(slot.path("productNumber").asText())
                .map(article -> new Reason(article, words(slot, strategy),
                        becauseOf(slot, article), slot.path("locked").booleanValue()));
    }

    private static String words(JsonNode slot, String strategy) {
        boolean own = strategy.equals("for_you") && slot.path("becauseOf").path(0).equals(slot.get("productNumber"));
        return WORDS.getOrDefault(own ? "last_viewed" : strategy, strategy);
    }

    private List<String> becauseOf(JsonNode slot, Article shown) {
        return StreamSupport.stream(slot.path("becauseOf").spliterator(), false).map(JsonNode::asText)
                .map(assortment::numbered).flatMap(Optional::stream)
                .filter(article -> !article.equals(shown)).map(Article::title).limit(NAMED).toList();
    }
}
