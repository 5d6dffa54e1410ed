package dev.inlay.server.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;

/** JSON merge patch (RFC 7396): members replace, objects merge, {@code null} removes. */
final class MergePatch {
    private MergePatch() {
    }

    /** {@code target} with {@code patch} applied; both stay as they are. */
    static ObjectNode apply(JsonNode target, ObjectNode patch) {
        ObjectNode merged = target instanceof ObjectNode object ? object.deepCopy() : Json.object();
        patch.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                merged.remove(member.getKey());
            } else if (value instanceof ObjectNode object) {
                merged.set(member.getKey(), apply(merged.get(member.getKey()), object));
            } else {
                merged.set(member.getKey(), value);
            }
        });
        return merged;
    }
}
