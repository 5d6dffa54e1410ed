package dev.inlay.templates.layout;

import dev.inlay.templates.design.Align;
import dev.inlay.templates.design.Padding;
import java.util.List;

/** Children below each other; those that grow share what height is left. */
record ColumnItem(Hints hints, Surface surface, Padding padding, double gap, Align justify, Align items,
        List<Item> children) implements Item {
    @Override
    public Extent measure(double width) {
        double inner = hints.width().orElse(width) - padding.horizontal();
        double widest = 0;
        double height = gaps();
        for (Item child : children) {
            Extent extent = child.measure(inner);
            widest = Math.max(widest, extent.width());
            height += extent.height();
        }
        double baseline = children.isEmpty() ? 0 : children.getFirst().measure(inner).baseline();
        return hints.fixed(new Extent(widest + padding.horizontal(), height + padding.vertical(),
                padding.top() + baseline));
    }

    @Override
    public void place(Box box, Scene.Builder scene) {
        surface.place(box, scene);
        Box inner = box.inside(padding);
        double[] heights = children.stream().mapToDouble(child -> child.measure(inner.width()).height()).toArray();
        double free = Shares.grow(heights, children, inner.height() - gaps());
        double y = inner.y() + Shares.before(justify, free);
        for (int i = 0; i < heights.length; i++) {
            Item child = children.get(i);
            Box at = across(child, inner, y, heights[i]);
            child.place(scene.rightToLeft() ? inner.mirrored(at) : at, scene);
            y += heights[i] + gap;
        }
    }

    private Box across(Item child, Box inner, double y, double height) {
        Align align = child.hints().alignOr(items);
        boolean whole = align == Align.STRETCH && child.hints().width().isEmpty();
        double width = whole ? inner.width() : Math.min(inner.width(), child.measure(inner.width()).width());
        return new Box(inner.x() + Shares.before(align, inner.width() - width), y, width, height);
    }

    private double gaps() {
        return gap * Math.max(0, children.size() - 1);
    }
}
