package dev.inlay.templates.design;

import java.util.Optional;

/**
 * How a photo fills its box.
 *
 * @param focus what stays in view, as near to the middle as it can be, where parts are cut off
 * @param trim whether white or transparent margins are cut off beforehand
 * @param opacity 1 is opaque
 */
public record PhotoLook(Fit fit, Optional<Focus> focus, boolean trim, double opacity) {
    /** Whether all of the photo is seen. */
    public enum Fit {
        /** A product before a plain ground is seen whole; a scene fills the box if that costs little of it. */
        AUTO,
        /** The whole photo is seen. */
        CONTAIN,
        /** The whole box is filled; what stands out of it is cut off. */
        COVER
    }

    /** A place in a photo, in shares of its width and height, 0 to 1 from the upper left corner. */
    public record Focus(double x, double y) { }
}
