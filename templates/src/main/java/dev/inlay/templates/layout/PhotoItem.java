package dev.inlay.templates.layout;

import dev.inlay.templates.design.Colour;
import dev.inlay.templates.design.Padding;
import dev.inlay.templates.design.PhotoLook;

/** The product's photo, or the sign that stands for a missing one. */
record PhotoItem(Hints hints, Surface surface, Padding padding, PhotoLook look, Colour placeholder, double density)
        implements Item {
    private static final double LEAST_SIGN = 48;

    @Override
    public Extent measure(double width) {
        double side = hints.width().orElse(width);
        return Extent.of(side, hints.height().orElse(side));
    }

    @Override
    public void place(Box box, Scene.Builder scene) {
        Box outer = box.snapped();
        Box room = outer.inside(padding).snapped();
        if (scene.hasPhoto()) {
            scene.add(new Placed.Picture(outer, room, surface.background(scene), surface.radius(),
                    look));
            new Surface(Colour.NONE, surface.border(), surface.borderWidth(), surface.radius()).place(outer, scene);
        } else {
            surface.place(outer, scene);
            scene.add(new Placed.Missing(room, placeholder, LEAST_SIGN * density));
        }
    }
}
