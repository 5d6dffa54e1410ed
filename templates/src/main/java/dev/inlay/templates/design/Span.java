package dev.inlay.templates.design;

/** From where to where something reaches downwards, in picture pixels. */
record Span(double from, double length) {
    /** Where a node of layers stands whose place says so by itself. */
    Span of(Place place, double density) {
        double top = place.top().orElse(0) * density;
        double bottom = place.bottom().orElse(0) * density;
        double own = place.height().isPresent() ? place.height().getAsDouble() * density
                : Math.max(0, length - top - bottom);
        return new Span(from + (place.top().isPresent() ? top : length - bottom - own), own);
    }

    Span inside(Padding padding) {
        return new Span(from + padding.top(), Math.max(0, length - padding.vertical()));
    }

    /** Whether {@code place} says by itself which rows it takes. */
    static boolean isKnown(Place place) {
        int given = (place.top().isPresent() ? 1 : 0) + (place.bottom().isPresent() ? 1 : 0)
                + (place.height().isPresent() ? 1 : 0);
        return given >= 2;
    }
}
