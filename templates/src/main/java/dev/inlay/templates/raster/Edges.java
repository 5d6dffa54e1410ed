package dev.inlay.templates.raster;

import dev.inlay.templates.layout.Box;
import java.awt.image.BufferedImage;
import java.util.List;

/** The four edges of a photo, and how the photo should stand by them. */
record Edges(Edge top, Edge right, Edge bottom, Edge left) {
    static Edges of(BufferedImage photo) {
        return new Edges(Edge.top(photo), Edge.right(photo), Edge.bottom(photo), Edge.left(photo));
    }

    /**
     * Whether the photo may leave a part of the box free that lies beside it ({@code wide}) or above and below it: a
     * product before the plain ground of a studio may, a scene may not.
     */
    boolean leavesFree(boolean wide) {
        Edge one = wide ? left : top;
        Edge other = wide ? right : bottom;
        boolean ground = left.resembles(right) || top.resembles(bottom) || top.resembles(left)
                || top.resembles(right);
        return ground && (one.plain() || other.plain());
    }

    /** The colour of the ground; white if there is none or it is transparent. */
    int ground() {
        for (Edge edge : List.of(top, left, right, bottom)) {
            if (edge.plain() && !edge.transparent()) {
                return edge.mean();
            }
        }
        return 0xFFFFFF;
    }

    /** What of {@code free} lies left of the photo: none at the side where the product is cut off. */
    double before(double free) {
        return share(left, right, free);
    }

    double above(double free) {
        return share(top, bottom, free);
    }

    private static double share(Edge near, Edge far, double free) {
        if (near.plain() == far.plain()) {
            return free / 2;
        }
        return near.plain() ? free : 0;
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
