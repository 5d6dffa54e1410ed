package dev.inlay.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch (RFC 7396). */
public final class MergePatch {
    private MergePatch() {
    }

    /** {@code target} as {@code patch} changes it: {@code null} removes, objects merge, anything else replaces. */
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        for (var member : patch.properties()) {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                merged.remove(member.getKey());
            } else if (value instanceof ObjectNode inner) {
                ObjectNode old = merged.get(member.getKey()) instanceof ObjectNode object ? object : Json.object();
                merged.set(member.getKey(), apply(old, inner));
            } else {
                merged.set(member.getKey(), value);
            }
        }
        return merged;
    }
}
