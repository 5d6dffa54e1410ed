package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Pick;
import dev.inlay.server.http.Json;

/** A pick as the management API tells it. */
final class PickJson {
    private PickJson() {
    }

    static ObjectNode of(Pick pick) {
        return into(Json.object(), pick);
    }

    /** {@code pick} (may be {@code null}: nothing to show) as members of {@code node}. */
    static ObjectNode into(ObjectNode node, Pick pick) {
        node.put("productNumber", pick == null ? null : pick.productNumber());
        node.put("strategy", pick == null ? null : pick.strategy());
        node.put("score", pick == null ? null : (Double) pick.score());
        ArrayNode becauseOf = node.putArray("becauseOf");
        if (pick != null) {
            pick.becauseOf().forEach(becauseOf::add);
        }
        return node;
    }
}
