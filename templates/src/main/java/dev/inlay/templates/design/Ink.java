package dev.inlay.templates.design;

/** A colour as a template gives it: itself, or the name of a variable in {@code {{ }}}. */
public sealed interface Ink {
    Ink NONE = new Fixed(Colour.NONE);

    record Fixed(Colour colour) implements Ink { }

    record Named(String variable) implements Ink { }
}
