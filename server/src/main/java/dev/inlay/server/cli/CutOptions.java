package dev.inlay.server.cli;

import dev.inlay.server.evaluation.Cuts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** When mails are taken to be opened. */
final class CutOptions {
    @Option(names = "--from", paramLabel = "TIME", converter = EvaluationTimes.Moment.class,
            description = "The first cut: ISO 8601, in UTC, or seconds since 1970.")
    private Optional<Instant> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", converter = EvaluationTimes.Moment.class,
            description = "No cut is later.")
    private Optional<Instant> to = Optional.empty();

    @Option(names = "--every", paramLabel = "SPAN", converter = EvaluationTimes.Span.class, defaultValue = "1d",
            description = "From one cut to the next, such as 12h; a day by default.")
    private Duration every;

    @Option(names = "--horizon", paramLabel = "SPAN", converter = EvaluationTimes.Span.class, defaultValue = "3d",
            description = "How long after a cut it is looked what people do, such as 36h; three days by default.")
    private Duration horizon;

    boolean isGiven() {
        return from.isPresent() && to.isPresent();
    }

    /**
     * The cuts.
     *
     * @throws IllegalArgumentException if these are none
     */
    Cuts cuts() {
        return new Cuts(from.orElseThrow(), to.orElseThrow(), every, horizon);
    }
}
