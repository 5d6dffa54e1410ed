package dev.inlay.templates.layout;

import dev.inlay.templates.design.Colour;
import java.util.ArrayList;
import java.util.List;

/** A whole picture before it is drawn: what to draw, in this order, on an opaque {@code background}. */
public record Scene(int width, int height, Colour background, List<Placed> placed) {
    public Scene {
        placed = List.copyOf(placed);
    }

    /** Collects what is placed. */
    static final class Builder {
        private final List<Placed> placed = new ArrayList<>();
        private final boolean rightToLeft;
        private final boolean photo;

        Builder(boolean rightToLeft, boolean photo) {
            this.rightToLeft = rightToLeft;
            this.photo = photo;
        }

        /** Whether the picture is read from right to left. */
        boolean rightToLeft() {
            return rightToLeft;
        }

        boolean hasPhoto() {
            return photo;
        }

        void add(Placed piece) {
            placed.add(piece);
        }

        List<Placed> placed() {
            return placed;
        }
    }
}
