package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.Identity;
import dev.inlay.server.http.Json;
import dev.inlay.server.recommendation.Dropped;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Why somebody sees what (contract 5.9).
 *
 * @param slots slot 1 first, {@code null} where there is nothing to show
 * @param locked how many of them are locked
 * @param dropped candidates that a rule took out, those nearest to being picked first; at most 200, so that a large
 *        catalogue with nothing to show stays a small answer
 */
record Explanation(Identity identity, History history, Catalogue catalogue, List<Pick> slots, int locked,
        List<Dropped> dropped) {
    ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("identity", identityJson());
        json.set("history", historyJson());
        ArrayNode slotList = json.putArray("slots");
        for (int i = 0; i < slots.size(); i++) {
            PickJson.into(slotList.addObject().put("slot", i + 1), slots.get(i)).put("locked", i < locked);
        }
        ArrayNode droppedList = json.putArray("dropped");
        dropped.forEach(one ->
                droppedList.addObject().put("productNumber", one.productNumber()).put("rule", one.rule()));
        return json;
    }

    private ObjectNode identityJson() {
        ObjectNode json = Json.object();
        ArrayNode trackingUsers = json.putArray("trackingUsers");
        switch (identity) {
            case Identity.Known known -> {
                known.trackingUsers().forEach(trackingUser -> trackingUsers.add(trackingUser.value()));
                json.put("customerId", known.customer().map(customer -> customer.value()).orElse(null));
            }
            case Identity.Unknown() -> json.putNull("customerId");
        }
        return json;
    }

    private ArrayNode historyJson() {
        ArrayNode json = Json.mapper().createArrayNode();
        Stream.concat(history.events().stream(), history.purchases().stream())
                .sorted(Comparator.comparingLong(Event::seen).thenComparingLong(Event::id).reversed())
                .forEach(event -> json.addObject()
                        .put("productNumber", catalogue.match(event.product()).map(Product::productNumber)
                                .or(event.product()::productNumber).orElse(null))
                        .put("type", event.type().name().toLowerCase(Locale.ROOT))
                        .put("time", event.time().toString()));
        return json;
    }
}
