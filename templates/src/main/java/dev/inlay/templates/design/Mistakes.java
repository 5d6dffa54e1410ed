package dev.inlay.templates.design;

import dev.inlay.templates.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with a template, up to {@value #MOST} things, so that a designer sees them at once. */
final class Mistakes {
    private static final int MOST = 20;
    private final List<String> problems = new ArrayList<>();

    /** What {@code reading} returns; empty if it failed, which is noted. */
    <T> Optional<T> attempt(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (TemplateException e) {
            e.problems().forEach(this::add);
            return Optional.empty();
        }
    }

    /** A mistake in a style is one, however many nodes take the style. */
    private void add(String problem) {
        if (problems.size() < MOST && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** @throws TemplateException if there are any */
    void refuse() {
        if (!problems.isEmpty()) {
            throw new TemplateException(problems);
        }
    }
}
