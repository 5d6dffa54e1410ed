package dev.inlay.templates.photo;

import java.time.Duration;
import java.util.List;

/**
 * How a child is started and what it may use.
 *
 * @param main the main class and its arguments
 * @param start what a start may take until the child is ready
 * @param photo what one photo may take
 * @param idle a child without work ends after this time
 */
record ChildSettings(List<String> main, Limits start, Limits photo, Duration idle) {
    static final ChildSettings USUAL = new ChildSettings(
            List.of("dev.inlay.templates.photo.child.DecoderMain"),
            new Limits(Duration.ofSeconds(30), Duration.ofSeconds(20)),
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(3)), Duration.ofMinutes(5));

    ChildSettings {
        main = List.copyOf(main);
    }

    /** By the clock on the wall, and by the processor time of all threads of the child. */
    record Limits(Duration wall, Duration processor) { }
}
