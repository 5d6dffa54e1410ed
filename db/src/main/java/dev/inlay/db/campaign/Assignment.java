package dev.inlay.db.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The products of all slots of one recipient in one edition.
 *
 * @param slots slot 1 first; {@code null} where there was nothing to show
 * @param templateVersion SHA-256 (hex) of the template's content when locked
 * @param locked whether this is what the store holds; else it is a proposal
 * @param current whether it is of the edition asked for, not of an earlier one
 * @param arm what it is compared as, or would be once locked
 */
public record Assignment(List<Pick> slots, String templateVersion, boolean locked, boolean current, Arm arm) {
    public Assignment {
        slots = Collections.unmodifiableList(new ArrayList<>(slots));
    }

    /** A proposal: what would be locked. */
    public static Assignment proposed(List<Pick> slots, String templateVersion, Arm arm) {
        return new Assignment(slots, templateVersion, false, true, arm);
    }

    /** A proposal that takes part in no comparison. */
    public static Assignment proposed(List<Pick> slots, String templateVersion) {
        return proposed(slots, templateVersion, Arm.NONE);
    }

    /** What follows from it counts for this arm: only locks are compared. */
    public Arm countedArm() {
        return locked ? arm : Arm.NONE;
    }

    /** The pick of {@code slot} (from 1); empty beyond the slots and where there was nothing to show. */
    public Optional<Pick> pick(int slot) {
        return slot >= 1 && slot <= slots.size() ? Optional.ofNullable(slots.get(slot - 1)) : Optional.empty();
    }
}
