package dev.inlay.templates.raster;

/** Continues the ground of a photo beyond its edges: the edge's own colours, softened along the edge. */
final class Surround {
    private static final int NEARLY_WHITE = 251;
    private static final int WHITE = 0xFFFFFF;

    private final int[] photo;
    private final int width;
    private final int height;
    private final int ground;
    private final EdgeColours top;
    private final EdgeColours right;
    private final EdgeColours bottom;
    private final EdgeColours left;

    Surround(int[] photo, int width, int height, Edges edges) {
        this.photo = photo;
        this.width = width;
        this.height = height;
        this.ground = edges.ground();
        int fromTop = Math.min(3, height / 16);
        int fromSide = Math.min(3, width / 16);
        this.top = colours(edges.top(), fromTop * width, 1, width);
        this.bottom = colours(edges.bottom(), (height - 1 - fromTop) * width, 1, width);
        this.left = colours(edges.left(), fromSide, width, height);
        this.right = colours(edges.right(), width - 1 - fromSide, width, height);
    }

    /** The colour at a place outside the photo, seen from the photo's upper left corner. */
    int at(int x, int y) {
        if (x < 0) {
            return left.at(y, -x);
        }
        if (x >= width) {
            return right.at(y, x - width + 1);
        }
        return y < 0 ? top.at(x, -y) : bottom.at(x, y - height + 1);
    }

    private EdgeColours colours(Edge edge, int start, int step, int length) {
        if (!edge.plain() || edge.transparent()) {
            return EdgeColours.plain(ground);
        }
        return white(edge.mean()) ? EdgeColours.plain(WHITE) : EdgeColours.of(photo, start, step, length);
    }

    /** White but for the noise of JPEG. */
    private static boolean white(int pixel) {
        return Math.min(pixel >> 16 & 0xFF, Math.min(pixel >> 8 & 0xFF, pixel & 0xFF)) >= NEARLY_WHITE;
    }
}
