package dev.inlay.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7396). */
public final class MergePatch {
    private MergePatch() {
    }

    /**
     * {@code target} as {@code patch} changes it: {@code null} removes, objects merge, anything else replaces. Both stay as
     * they are.
     */
    public static ObjectNode apply(JsonNode target, ObjectNode patch) {
        ObjectNode merged = target instanceof ObjectNode object ? object.deepCopy() : Json.object();
        for (var member : patch.properties()) {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                merged.remove(member.getKey());
            } else if (value instanceof ObjectNode inner) {
                merged.set(member.getKey(), apply(merged.get(member.getKey()), inner));
            } else {
                merged.set(member.getKey(), value);
            }
        }
        return merged;
    }
}
