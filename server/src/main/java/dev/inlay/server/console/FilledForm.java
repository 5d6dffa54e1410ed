package dev.inlay.server.console;

import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.RawQuery;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A form as somebody filled it in, shown again with what is wrong beside the field.
 *
 * @param values what the fields hold
 * @param field the name of the field that is wrong; empty if it is none in particular
 * @param problem what is wrong; empty if nothing is
 */
public record FilledForm(Map<String, String> values, String field, String problem) {
    public FilledForm {
        values = Map.copyOf(values);
    }

    public static FilledForm of(Map<String, String> values) {
        return new FilledForm(values, "", "");
    }

    /** The same values, with what {@code problem} says of them. */
    public FilledForm with(HttpProblem problem) {
        String wrong = problem instanceof InvalidParameterException invalid ? invalid.parameter().orElse("") : "";
        return new FilledForm(values, wrong, problem.getMessage());
    }

    /** What was sent, the first value of each of {@code names}. */
    public static FilledForm sent(RawQuery form, Iterable<String> names) {
        Map<String, String> values = new HashMap<>();
        names.forEach(name -> form.first(name).ifPresent(value -> values.put(name, value)));
        return of(values);
    }

    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** What is wrong with field {@code name}, or below it ({@code filter.priceMin} is below {@code filter}). */
    public Optional<String> problem(String name) {
        boolean isHere = field.equals(name) || field.startsWith(name + ".") || field.startsWith(name + "[");
        return isHere && !problem.isEmpty() ? Optional.of(problem) : Optional.empty();
    }

    /** What is wrong with the form as a whole. */
    public Optional<String> general() {
        return field.isEmpty() && !problem.isEmpty() ? Optional.of(problem) : Optional.empty();
    }
}
