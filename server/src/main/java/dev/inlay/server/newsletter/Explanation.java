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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why somebody sees what (contract 5.9).
 *
 * @param slots slot 1 first, each slot of the campaign
 * @param templateVersion SHA-256 (hex) of the template that draws them
 * @param holdOut whether bestsellers stand in place of the campaign's strategies, for comparison
 * @param dropped candidates that a rule took out, those nearest to being picked first; at most 200, so that a large
 *        catalogue with nothing to show stays a small answer
 */
public record Explanation(Identity identity, History history, Catalogue catalogue, List<Slot> slots,
        String templateVersion, boolean holdOut, List<Dropped> dropped) {
    /**
     * What one slot shows.
     *
     * @param pick empty where there is nothing to show
     * @param locked whether it is settled for this recipient and send; else it is what would be locked now
     */
    public record Slot(int number, Optional<Pick> pick, boolean locked) { }

    public Explanation {
        slots = List.copyOf(slots);
        dropped = List.copyOf(dropped);
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        json.set("identity", identityJson());
        json.set("history", historyJson());
        ArrayNode slotList = json.putArray("slots");
        slots.forEach(slot -> PickJson.into(slotList.addObject().put("slot", slot.number()), slot.pick())
                .put("locked", slot.locked()));
        json.put("holdOut", holdOut);
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
