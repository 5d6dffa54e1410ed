package dev.inlay.templates.layout;

import dev.inlay.templates.text.TextBlock;

/** Lines of text. */
record TextItem(Hints hints, Words words) implements Item {
    @Override
    public Extent measure(double width) {
        TextBlock block = words.set(hints.width().orElse(width), hints.height().orElse(Double.MAX_VALUE));
        return hints.fixed(new Extent(Math.ceil(block.width()), block.height(), block.ascent()));
    }

    @Override
    public void place(Box box, Scene.Builder scene) {
        words.place(box, scene);
    }

    @Override
    public boolean yields() {
        return true;
    }
}
