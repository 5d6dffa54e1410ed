package dev.inlay.templates.layout;

import dev.inlay.templates.design.Colour;

/** A {@link dev.inlay.templates.design.Fill} with its colours. */
public sealed interface Ground {
    boolean visible();

    record Plain(Colour colour) implements Ground {
        @Override
        public boolean visible() {
            return colour.visible();
        }
    }

    /** {@code angle} in degrees clockwise: 0 goes to the right, 90 downwards. */
    record Gradient(Colour from, Colour to, double angle) implements Ground {
        @Override
        public boolean visible() {
            return from.visible() || to.visible();
        }
    }

    /** The same in a picture that is read from right to left. */
    default Ground mirrored() {
        return switch (this) {
            case Plain plain -> plain;
            case Gradient gradient -> new Gradient(gradient.from, gradient.to, 180 - gradient.angle);
        };
    }
}
