package dev.inlay.templates.raster;

/** Continues the ground of a photo beyond its edges: the edge's own colours, softened along the edge. */
final class Surround {
    private static final int SOFTNESS = 20;
    private static final int NEARLY_WHITE = 251;
    private static final int WHITE = 0xFFFFFF;

    private final int[] photo;
    private final int width;
    private final int height;
    private final int ground;
    private final int[] top;
    private final int[] right;
    private final int[] bottom;
    private final int[] left;

    Surround(int[] photo, int width, int height, Edges edges) {
        this.photo = photo;
        this.width = width;
        this.height = height;
        this.ground = edges.ground();
        int fromTop = Math.min(3, height / 16);
        int fromSide = Math.min(3, width / 16);
        this.top = line(edges.top(), fromTop * width, 1, width);
        this.bottom = line(edges.bottom(), (height - 1 - fromTop) * width, 1, width);
        this.left = line(edges.left(), fromSide, width, height);
        this.right = line(edges.right(), width - 1 - fromSide, width, height);
    }

    /** The colour at a place outside the photo, seen from the photo's upper left corner. */
    int at(int x, int y) {
        if (x < 0) {
            return left[Math.clamp(y, 0, height - 1)];
        }
        if (x >= width) {
            return right[Math.clamp(y, 0, height - 1)];
        }
        return y < 0 ? top[x] : bottom[x];
    }

    private int[] line(Edge edge, int start, int step, int length) {
        int[] line = new int[length];
        for (int i = 0; i < length; i++) {
            line[i] = !edge.plain() || edge.transparent() ? ground
                    : white(edge.mean()) ? WHITE : mean(start, step, i, length);
        }
        return line;
    }

    private int mean(int start, int step, int index, int length) {
        int from = Math.max(0, index - SOFTNESS);
        int to = Math.min(length - 1, index + SOFTNESS);
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int i = from; i <= to; i++) {
            int pixel = photo[start + i * step];
            red += pixel >> 16 & 0xFF;
            green += pixel >> 8 & 0xFF;
            blue += pixel & 0xFF;
        }
        int count = to - from + 1;
        return rounded(red, count) << 16 | rounded(green, count) << 8 | rounded(blue, count);
    }

    private static int rounded(int sum, int count) {
        return (sum + count / 2) / count;
    }

    /** White but for the noise of JPEG. */
    private static boolean white(int pixel) {
        return Math.min(pixel >> 16 & 0xFF, Math.min(pixel >> 8 & 0xFF, pixel & 0xFF)) >= NEARLY_WHITE;
    }
}
