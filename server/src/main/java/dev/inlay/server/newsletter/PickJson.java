package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Pick;
import dev.inlay.server.http.Json;
import dev.inlay.server.reasons.RoundedScore;
import java.util.Optional;

/** A pick as the management API tells it. */
final class PickJson {
    private PickJson() {
    }

    static ObjectNode of(Pick pick, String reason) {
        return into(Json.object(), Optional.of(pick), reason);
    }

    /** {@code pick} (empty: nothing to show) as members of {@code node}. */
    static ObjectNode into(ObjectNode node, Optional<Pick> pick, String reason) {
        Optional<RoundedScore> score = pick.map(RoundedScore::of);
        node.put("productNumber", pick.map(Pick::productNumber).orElse(null));
        node.put("strategy", pick.map(Pick::strategy).orElse(null));
        node.put("score", score.map(RoundedScore::whole).orElse(null));
        ObjectNode parts = node.putObject("parts");
        score.ifPresent(known -> known.parts().forEach(parts::put));
        ArrayNode becauseOf = node.putArray("becauseOf");
        pick.ifPresent(known -> known.becauseOf().forEach(becauseOf::add));
        return node.put("reason", reason);
    }
}
