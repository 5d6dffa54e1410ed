package dev.inlay.templates.design;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The families that a template may name; what a product or a campaign says in place of one is not looked at. */
public final class KnownFonts {
    /** Whatever a template names: fonts that are missing when it is drawn are drawn with others. */
    public static final KnownFonts ANY = new KnownFonts(Optional.empty());

    private final Optional<List<String>> families;

    private KnownFonts(Optional<List<String>> families) {
        this.families = families;
    }

    public static KnownFonts of(List<String> families) {
        return new KnownFonts(Optional.of(List.copyOf(families)));
    }

    /** Refuses {@code font}, which stands at {@code spot}, if it names no family until a campaign says otherwise. */
    void check(Phrase font, Map<String, Variable> variables, Spot spot) {
        families.ifPresent(known -> named(font, variables)
                .filter(name -> known.stream().noneMatch(name::equalsIgnoreCase))
                .ifPresent(name -> {
                    throw spot.unknown("font", name, known);
                }));
    }

    /** Empty if only a product tells, or nobody wants one. */
    private static Optional<String> named(Phrase font, Map<String, Variable> variables) {
        List<Optional<String>> parts = font.parts().stream().map(part -> switch (part) {
            case Phrase.Part.Literal(String text) -> Optional.of(text);
            case Phrase.Part.Value value -> standard(variables, value);
        }).toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(parts.stream().map(Optional::get).collect(Collectors.joining()).strip())
                        .filter(name -> !name.isEmpty())
                : Optional.empty();
    }

    private static Optional<String> standard(Map<String, Variable> variables, Phrase.Part.Value value) {
        return variables.get(value.name()) instanceof Variable.OfText text && value.filters().isEmpty()
                ? Optional.of(text.in(Locale.ENGLISH)) : Optional.empty();
    }
}
