package dev.inlay.templates.design;

import dev.inlay.templates.picture.Picture;
import java.util.List;

/** A part of a picture. Later nodes are drawn over earlier ones. */
public sealed interface Node {
    Place place();

    /** The product's photo; without one, a quiet sign in the colour {@code placeholder}. */
    record Photo(Place place, Frame frame, Padding padding, PhotoLook look, Ink placeholder) implements Node { }

    /** A picture of the template's own; {@code covering}: it fills its box, and what stands out is cut off. */
    record Image(Place place, Picture picture, boolean covering, double opacity) implements Node { }

    record Text(Place place, Phrase value, TextLook look) implements Node { }

    /** A text on a surface: a badge or a button. */
    record Label(Place place, Phrase value, TextLook look, Frame frame, Padding padding) implements Node { }

    record Rect(Place place, Frame frame) implements Node { }

    record Line(Place place, Ink colour, double thickness) implements Node { }

    record Group(Place place, Direction direction, double gap, Padding padding, Align justify, Align align,
            Frame frame, List<Node> children) implements Node {
        public Group {
            children = List.copyOf(children);
        }

        /** The same group with other nodes in it. */
        Group with(List<Node> others) {
            return new Group(place, direction, gap, padding, justify, align, frame, others);
        }
    }

    /** How a group orders its children. */
    enum Direction { ROW, COLUMN, LAYERS }
}
