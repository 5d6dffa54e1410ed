package dev.inlay.templates.layout;

import dev.inlay.templates.design.Align;
import dev.inlay.templates.design.Padding;
import java.util.List;

/**
 * Children beside each other in reading direction; too little room makes texts narrower, children that grow take the
 * rest.
 */
record RowItem(Hints hints, Surface surface, Padding padding, double gap, Align justify, Align items,
        List<Item> children) implements Item {
    @Override
    public Extent measure(double width) {
        double inner = hints.width().orElse(width) - padding.horizontal();
        double[] widths = widths(inner);
        double total = gaps();
        double above = 0;
        double below = 0;
        double highest = 0;
        for (int i = 0; i < widths.length; i++) {
            Extent extent = children.get(i).measure(widths[i]);
            total += widths[i];
            highest = Math.max(highest, extent.height());
            above = Math.max(above, extent.baseline());
            below = Math.max(below, extent.height() - extent.baseline());
        }
        double height = items == Align.BASELINE ? above + below : highest;
        return hints.fixed(new Extent(total + padding.horizontal(), height + padding.vertical(),
                padding.top() + above));
    }

    @Override
    public void place(Box box, Scene.Builder scene) {
        surface.place(box, scene);
        Box inner = box.inside(padding);
        double[] widths = widths(inner.width());
        double free = Shares.grow(widths, children, inner.width() - gaps());
        double baseline = measure(box.width()).baseline() - padding.top();
        double x = inner.x() + Shares.before(justify, free);
        for (int i = 0; i < widths.length; i++) {
            Box at = across(children.get(i), inner, x, widths[i], baseline);
            children.get(i).place(scene.rightToLeft() ? inner.mirrored(at) : at, scene);
            x += widths[i] + gap;
        }
    }

    private double[] widths(double room) {
        double[] widths = children.stream().mapToDouble(child -> child.measure(room).width()).toArray();
        Shares.shrink(widths, children, room - gaps());
        return widths;
    }

    private Box across(Item child, Box inner, double x, double width, double baseline) {
        Extent extent = child.measure(width);
        Align align = child.hints().alignOr(items);
        boolean whole = align == Align.STRETCH && child.hints().height().isEmpty();
        double height = whole ? inner.height() : extent.height();
        double y = align == Align.BASELINE ? baseline - extent.baseline()
                : Shares.before(align, inner.height() - height);
        return new Box(x, inner.y() + y, width, height);
    }

    private double gaps() {
        return gap * Math.max(0, children.size() - 1);
    }
}
