package dev.inlay.templates.layout;

/** A rectangle or a line. */
record ShapeItem(Hints hints, Surface surface, double thickness) implements Item {
    @Override
    public Extent measure(double width) {
        return hints.fixed(Extent.of(thickness, thickness));
    }

    @Override
    public void place(Box box, Scene.Builder scene) {
        surface.place(box, scene);
    }
}
