package dev.inlay.templates.design;

/** Free room inside a box, in css pixels. */
public record Padding(double top, double right, double bottom, double left) {
    public static final Padding NONE = new Padding(0, 0, 0, 0);

    public Padding times(double factor) {
        return new Padding(top * factor, right * factor, bottom * factor, left * factor);
    }

    /** The same as seen in a mirror. */
    public Padding mirrored() {
        return new Padding(top, left, bottom, right);
    }

    public double horizontal() {
        return left + right;
    }

    public double vertical() {
        return top + bottom;
    }
}
