package dev.inlay.templates.design;

/** What lies under a box. */
public sealed interface Fill {
    Fill NONE = new Plain(Ink.NONE);

    record Plain(Ink ink) implements Fill { }

    /**
     * One colour that becomes another.
     *
     * @param angle in degrees clockwise: 0 goes the way that is read, 90 downwards
     */
    record Gradient(Ink from, Ink to, double angle) implements Fill { }
}
