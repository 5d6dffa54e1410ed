package dev.inlay.templates.layout;

import dev.inlay.templates.design.Colour;

/** A {@link dev.inlay.templates.design.Frame} with its colours, in picture pixels. */
record Surface(Colour background, Colour border, double borderWidth, double radius) {
    static final Surface NONE = new Surface(Colour.NONE, Colour.NONE, 0, 0);

    void place(Box box, Scene.Builder scene) {
        if (background.visible() || border.visible()) {
            scene.add(new Placed.Surface(box.snapped(), background, border, borderWidth, radius));
        }
    }
}
