package dev.inlay.templates.layout;

import dev.inlay.templates.design.Padding;
import dev.inlay.templates.text.TextBlock;

/** A badge or button: words in the middle of a surface. */
record LabelItem(Hints hints, Words words, Surface surface, Padding padding) implements Item {
    @Override
    public Extent measure(double width) {
        TextBlock block = words.set(hints.width().orElse(width) - padding.horizontal(),
                hints.height().orElse(Double.MAX_VALUE) - padding.vertical());
        double height = block.height() + padding.vertical();
        double lower = (hints.height().orElse(height) - height) / 2;
        return hints.fixed(new Extent(Math.ceil(block.width()) + padding.horizontal(), height,
                lower + padding.top() + block.ascent()));
    }

    @Override
    public void place(Box box, Scene.Builder scene) {
        surface.place(box, scene);
        Box inner = box.inside(padding);
        double free = inner.height() - words.set(inner.width(), inner.height()).height();
        words.place(new Box(inner.x(), inner.y() + free / 2, inner.width(), inner.height() - free), scene);
    }

    @Override
    public boolean yields() {
        return true;
    }
}
