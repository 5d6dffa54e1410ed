package dev.inlay.templates.raster;

import dev.inlay.templates.layout.Box;
import java.awt.image.BufferedImage;

/** The four edges of a photo, and how the photo should stand by them. */
record Edges(Edge top, Edge right, Edge bottom, Edge left) {
    static Edges of(BufferedImage photo) {
        return new Edges(Edge.top(photo), Edge.right(photo), Edge.bottom(photo), Edge.left(photo));
    }

    /** A product before the plain ground of a studio, in contrast to a scene that fills the photo. */
    boolean studio() {
        return left.resembles(right) || top.resembles(bottom)
                || top.resembles(left) || top.resembles(right);
    }

    /** {@code room}, stretched to the sides of {@code box} where the product is cut off. */
    Box room(Box box, Box room) {
        double x = left.plain() ? room.x() : box.x();
        double y = top.plain() ? room.y() : box.y();
        double right = right().plain() ? room.right() : box.right();
        double bottom = bottom().plain() ? room.bottom() : box.bottom();
        return new Box(x, y, right - x, bottom - y);
    }
}
