package dev.inlay.templates.layout;

import dev.inlay.templates.design.Padding;
import java.util.List;
import java.util.OptionalDouble;

/** Children over each other, each held by its distances from the sides; without any it fills the room. */
record LayersItem(Hints hints, Surface surface, Padding padding, List<Item> children) implements Item {
    @Override
    public Extent measure(double width) {
        double height = 0;
        for (Item child : children) {
            double free = width - padding.horizontal();
            Hints at = child.hints();
            height = Math.max(height, at.top().orElse(0) + child.measure(free).height() + at.bottom().orElse(0));
        }
        return hints.fixed(Extent.of(width, height + padding.vertical()));
    }

    @Override
    public void place(Box box, Scene.Builder scene) {
        surface.place(box, scene);
        Box inner = box.inside(padding);
        for (Item child : children) {
            child.place(box(child, inner, scene), scene);
        }
    }

    /** Where {@code child} stands in {@code room}. */
    static Box box(Item child, Box room, Scene.Builder scene) {
        Box at = box(child, room);
        return scene.rightToLeft() ? room.mirrored(at) : at;
    }

    private static Box box(Item child, Box room) {
        Hints at = child.hints();
        double free = room.width() - at.left().orElse(0) - at.right().orElse(0);
        Extent natural = child.measure(Math.max(0, free));
        double width = length(at.left(), at.right(), at.width(), room.width(), natural.width());
        Extent extent = child.measure(width);
        double height = length(at.top(), at.bottom(), at.height(), room.height(), extent.height());
        return new Box(room.x() + start(at.left(), at.right(), room.width(), width),
                room.y() + start(at.top(), at.bottom(), room.height(), height), width, height);
    }

    private static double length(OptionalDouble near, OptionalDouble far, OptionalDouble fixed, double room,
            double natural) {
        if (fixed.isPresent()) {
            return fixed.getAsDouble();
        }
        if (near.isPresent() == far.isPresent()) {
            return Math.max(0, room - near.orElse(0) - far.orElse(0));
        }
        return natural;
    }

    private static double start(OptionalDouble near, OptionalDouble far, double room, double length) {
        return near.isPresent() || far.isEmpty() ? near.orElse(0) : room - far.getAsDouble() - length;
    }
}
