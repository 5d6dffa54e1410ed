package dev.inlay.templates.design;

import java.util.List;

/** When a node is shown: all terms hold. No terms: always. */
public record Condition(List<Term> terms) {
    public static final Condition ALWAYS = new Condition(List.of());

    public Condition {
        terms = List.copyOf(terms);
    }

    /** A value is there; or, if {@code negated}, is not. */
    public record Term(String name, boolean negated) { }
}
