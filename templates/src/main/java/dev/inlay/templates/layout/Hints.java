package dev.inlay.templates.layout;

import dev.inlay.templates.design.Align;
import dev.inlay.templates.design.Place;
import java.util.OptionalDouble;

/** A {@link Place} in picture pixels. */
record Hints(OptionalDouble left, OptionalDouble top, OptionalDouble right, OptionalDouble bottom,
        OptionalDouble width, OptionalDouble height, double grow, Align align) {
    static Hints of(Place place, double density) {
        return new Hints(times(place.left(), density), times(place.top(), density), times(place.right(), density),
                times(place.bottom(), density), times(place.width(), density), times(place.height(), density),
                place.grow(), place.align());
    }

    /** What was measured, but for what the template fixes. */
    Extent fixed(Extent measured) {
        return new Extent(width.orElse(measured.width()), height.orElse(measured.height()), measured.baseline());
    }

    Align alignOr(Align groups) {
        return align == Align.AUTO ? groups : align;
    }

    private static OptionalDouble times(OptionalDouble length, double density) {
        return length.isPresent() ? OptionalDouble.of(length.getAsDouble() * density) : length;
    }
}
