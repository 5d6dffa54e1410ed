package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.identity.Identity;
import dev.inlay.server.http.Json;
import dev.inlay.server.newsletter.Explanation.Left;
import dev.inlay.server.newsletter.Explanation.Slot;
import dev.inlay.server.recommendation.history.Shopper.Touch;
import java.util.List;
import java.util.Locale;

/** An explanation as the management API tells it (contract 5.9). */
final class ExplanationJson {
    private ExplanationJson() {
    }

    static ObjectNode of(Explanation explanation) {
        ObjectNode json = Json.object();
        json.set("identity", identity(explanation.identity()).put("sentence", explanation.standing()));
        json.set("history", history(explanation.scene().shopper().touches()));
        ArrayNode slots = json.putArray("slots");
        explanation.slots().forEach(slot -> slots.add(slot(slot)));
        json.put("holdOut", explanation.holdOut());
        ArrayNode dropped = json.putArray("dropped");
        explanation.left().forEach(left -> dropped.add(dropped(left)));
        return json;
    }

    private static ObjectNode identity(Identity identity) {
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

    private static ArrayNode history(List<Touch> touches) {
        ArrayNode json = Json.mapper().createArrayNode();
        touches.forEach(touch -> json.addObject().put("productNumber", touch.product())
                .put("type", touch.type().name().toLowerCase(Locale.ROOT)).put("time", touch.time().toString()));
        return json;
    }

    private static ObjectNode slot(Slot slot) {
        ObjectNode json = PickJson.into(Json.object().put("slot", slot.number()), slot.pick(), slot.reason())
                .put("locked", slot.locked());
        slot.notes().forEach(json.putArray("notes")::add);
        return json;
    }

    private static ObjectNode dropped(Left left) {
        return Json.object().put("productNumber", left.productNumber()).put("rule", left.rule())
                .put("reason", left.reason());
    }
}
