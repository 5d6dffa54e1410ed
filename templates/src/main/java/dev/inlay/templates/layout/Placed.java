package dev.inlay.templates.layout;

import dev.inlay.templates.design.Colour;
import dev.inlay.templates.design.PhotoLook;
import dev.inlay.templates.text.TextLine;

/** Something to draw, where it is to be drawn. */
public sealed interface Placed {
    /** A filled or bordered box. */
    record Surface(Box box, Ground fill, Colour border, double borderWidth, double radius) implements Placed { }

    /** The photo within {@code room}, on the surface {@code box}. */
    record Picture(Box box, Box room, Ground background, double radius, PhotoLook look) implements Placed {
        /** The same of another size, on whole pixels. */
        public Picture times(double factor) {
            return new Picture(box.times(factor).snapped(), room.times(factor).snapped(), background, radius * factor,
                    look);
        }
    }

    /** A picture of the template's own in {@code box}, which it fills if it is {@code covering}. */
    record Image(Box box, dev.inlay.templates.picture.Picture picture, boolean covering, double opacity)
            implements Placed { }

    /** The quiet sign where a photo is missing, at least {@code least} high if {@code room} is. */
    record Missing(Box room, Colour colour, double least) implements Placed { }

    /** One line of text, {@code x} its left end; {@code strike} is the thickness of a line through it, or 0. */
    record Line(TextLine line, double x, double baseline, double size, Colour colour, double strike)
            implements Placed { }
}
