package dev.inlay.templates.layout;

import dev.inlay.templates.design.Align;
import java.util.List;

/** Divides the length of a row or column among its children. */
final class Shares {
    private Shares() {
    }

    /** Makes children that grow longer until {@code room} is used; returns what is left of it. */
    static double grow(double[] lengths, List<Item> children, double room) {
        double free = room;
        double weights = 0;
        for (int i = 0; i < lengths.length; i++) {
            free -= lengths[i];
            weights += children.get(i).hints().grow();
        }
        if (free <= 0 || weights == 0) {
            return Math.max(0, free);
        }
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] += free * children.get(i).hints().grow() / weights;
        }
        return 0;
    }

    /** Makes children that yield shorter, all by the same factor, until {@code room} suffices. */
    static void shrink(double[] lengths, List<Item> children, double room) {
        double stiff = 0;
        double yielding = 0;
        for (int i = 0; i < lengths.length; i++) {
            if (children.get(i).yields()) {
                yielding += lengths[i];
            } else {
                stiff += lengths[i];
            }
        }
        if (stiff + yielding <= room || yielding == 0) {
            return;
        }
        double factor = Math.max(0, room - stiff) / yielding;
        for (int i = 0; i < lengths.length; i++) {
            if (children.get(i).yields()) {
                lengths[i] = Math.floor(lengths[i] * factor);
            }
        }
    }

    /** How much of the free length lies before the first child. */
    static double before(Align align, double free) {
        return switch (align) {
            case CENTER -> free / 2;
            case END -> free;
            case AUTO, START, STRETCH, BASELINE -> 0;
        };
    }
}
