package dev.inlay.templates.design;

import java.util.OptionalDouble;

/**
 * When and where a node stands, in css pixels. In a row or column {@code width}, {@code height}, {@code grow} and
 * {@code align} count; in layers the distances from the four sides do, and what is not given follows from the content.
 */
public record Place(Condition when, OptionalDouble left, OptionalDouble top, OptionalDouble right,
        OptionalDouble bottom, OptionalDouble width, OptionalDouble height, double grow, Align align) {
    public static final Place ANYWHERE = new Place(Condition.ALWAYS, OptionalDouble.empty(), OptionalDouble.empty(),
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0,
            Align.AUTO);
}
