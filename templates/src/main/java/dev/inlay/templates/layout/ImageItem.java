package dev.inlay.templates.layout;

import dev.inlay.templates.picture.Picture;

/** A picture of the template's own. What the template does not fix of its size follows from the picture. */
record ImageItem(Hints hints, Picture picture, double density, boolean covering, double opacity) implements Item {
    @Override
    public Extent measure(double width) {
        double aspect = picture.width() / picture.height();
        if (hints.width().isPresent() || hints.height().isEmpty()) {
            double wide = hints.width().orElse(Math.min(width, picture.width() * density));
            return Extent.of(wide, hints.height().orElse(wide / aspect));
        }
        return Extent.of(hints.height().getAsDouble() * aspect, hints.height().getAsDouble());
    }

    @Override
    public void place(Box box, Scene.Builder scene) {
        scene.add(new Placed.Image(box.snapped(), picture, covering, opacity));
    }
}
