package dev.inlay.templates.design;

import java.math.BigDecimal;
import java.util.List;

/** When a node is shown: all terms hold. No terms: always. */
public record Condition(List<Term> terms) {
    public static final Condition ALWAYS = new Condition(List.of());

    public Condition {
        terms = List.copyOf(terms);
    }

    /** What is asked of the value that {@code name} stands for. */
    public sealed interface Term {
        String name();

        /** The value is there; or, if {@code negated}, is not. */
        record There(String name, boolean negated) implements Term { }

        /** The value is this text, letter by letter; or, if {@code negated}, is not. */
        record OfText(String name, boolean negated, String text) implements Term { }

        /** The value is a number that stands so to {@code number}; what is no number stands so to none. */
        record OfNumber(String name, Comparison comparison, BigDecimal number) implements Term { }
    }

    /** How a number stands to another. */
    public enum Comparison {
        LESS("<"), AT_MOST("<="), EQUAL("="), UNEQUAL("!="), AT_LEAST(">="), MORE(">");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        /** {@code order}: less than 0, 0 or more than 0, as {@link Comparable#compareTo} says. */
        public boolean holds(int order) {
            return switch (this) {
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case AT_LEAST -> order >= 0;
                case MORE -> order > 0;
            };
        }
    }
}
