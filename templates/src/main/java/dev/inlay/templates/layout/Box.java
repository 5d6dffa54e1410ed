package dev.inlay.templates.layout;

import dev.inlay.templates.design.Padding;

/** A rectangle in picture pixels. */
public record Box(double x, double y, double width, double height) {
    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public Box inside(Padding padding) {
        return new Box(x + padding.left(), y + padding.top(), Math.max(0, width - padding.horizontal()),
                Math.max(0, height - padding.vertical()));
    }

    /** The same with all edges on whole pixels. */
    public Box snapped() {
        double left = Math.rint(x);
        double top = Math.rint(y);
        return new Box(left, top, Math.rint(right()) - left, Math.rint(bottom()) - top);
    }

    Box times(double factor) {
        return new Box(x * factor, y * factor, width * factor, height * factor);
    }

    /** {@code child} where it stands when {@code this} is read from right to left. */
    Box mirrored(Box child) {
        return new Box(x + right() - child.right(), child.y, child.width, child.height);
    }
}
