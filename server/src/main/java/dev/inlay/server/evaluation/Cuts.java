package dev.inlay.server.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The moments at which mails are taken to be opened: the first, then one every so often up to the last.
 *
 * @param horizon how long after a cut it is looked what people do
 * @throws IllegalArgumentException if there is no such moment, or more than 1,000
 */
public record Cuts(Instant from, Instant to, Duration every, Duration horizon) {
    private static final int MOST = 1_000;

    public Cuts {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("--from must not be after --to");
        }
        if (!every.isPositive() || !horizon.isPositive()) {
            throw new IllegalArgumentException("--every and --horizon must be longer than nothing");
        }
        if (Duration.between(from, to).dividedBy(every) >= MOST) {
            throw new IllegalArgumentException("--every must leave at most " + MOST + " cuts");
        }
    }

    /** All cuts, the earliest first. */
    public List<Instant> moments() {
        return Stream.iterate(from, moment -> !moment.isAfter(to), moment -> moment.plus(every)).toList();
    }

    /** The last moment that is looked at. */
    public Instant end() {
        return moments().getLast().plus(horizon);
    }

    /** As many cuts as these, as far apart, the last of which has seen its horizon before the first of these. */
    public Cuts before() {
        List<Instant> own = moments();
        Instant last = from.minus(horizon);
        return new Cuts(last.minus(every.multipliedBy(own.size() - 1L)), last, every, horizon);
    }
}
