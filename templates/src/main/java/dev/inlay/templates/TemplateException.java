package dev.inlay.templates;

import java.util.List;

/** A template is not what it should be; the message names file, line, column, the rule and the value. */
public final class TemplateException extends RuntimeException {
    private final List<String> problems;

    public TemplateException(String message) {
        this(List.of(message));
    }

    /** {@code problems}: at least one; the first is the message. */
    public TemplateException(List<String> problems) {
        super(problems.getFirst());
        this.problems = List.copyOf(problems);
    }

    /** All that was found wrong, each with its place. */
    public List<String> problems() {
        return problems;
    }
}
