package dev.inlay.templates.design;

import java.util.List;
import java.util.Map;

/** A piece of YAML that knows where it stands. */
sealed interface Yaml {
    Spot spot();

    record Scalar(String text, Spot spot) implements Yaml { }

    record Sequence(List<Yaml> items, Spot spot) implements Yaml { }

    /** {@code keys} tells where each key stands; both maps keep the order of the file. */
    record Mapping(Map<String, Yaml> entries, Map<String, Spot> keys, Spot spot) implements Yaml { }

    /** This piece as a mapping; {@code what} names it in the message. */
    default Mapping mapping(String what) {
        return switch (this) {
            case Mapping mapping -> mapping;
            case Scalar scalar -> throw spot().error(what + " must be a mapping", scalar.text());
            case Sequence _ -> throw spot().error(what + " must be a mapping, not a list");
        };
    }

    default List<Yaml> sequence(String what) {
        return switch (this) {
            case Sequence sequence -> sequence.items();
            case Scalar scalar -> throw spot().error(what + " must be a list", scalar.text());
            case Mapping _ -> throw spot().error(what + " must be a list, not a mapping");
        };
    }

    default String text(String what) {
        return switch (this) {
            case Scalar scalar -> scalar.text();
            case Sequence _ -> throw spot().error(what + " must be one value, not a list");
            case Mapping _ -> throw spot().error(what + " must be one value, not a mapping");
        };
    }
}
