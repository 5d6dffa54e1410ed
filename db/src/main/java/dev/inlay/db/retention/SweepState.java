package dev.inlay.db.retention;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all nodes remember of the wall clock, so that a clock that is wrong deletes nothing.
 *
 * @param checked when a node looked last
 * @param steadySince since when looks have followed each other without a jump of more than a day; a node that was off
 *        for longer looks like a jump, too
 * @param swept the last look after which all old rows were deleted
 */
record SweepState(Instant checked, Instant steadySince, Instant swept) {
    static final Duration JUMP = Duration.ofDays(1);
    private static final Duration STEADY = Duration.ofDays(1);
    private static final Duration PERIOD = Duration.ofDays(1);

    /** Of a store that nobody has looked at before. */
    static SweepState first(Instant now) {
        return new SweepState(now, now, Instant.EPOCH);
    }

    SweepState checkedAt(Instant now) {
        return new SweepState(now, hasJumped(now) ? now : steadySince, swept);
    }

    SweepState sweptAt(Instant now) {
        return new SweepState(checked, steadySince, now);
    }

    boolean hasJumped(Instant now) {
        return Duration.between(checked, now).abs().compareTo(JUMP) > 0;
    }

    /** Whether the clock has been steady for a day, and the last deletion was a day ago. */
    boolean isDue(Instant now) {
        return Duration.between(steadySince, now).compareTo(STEADY) >= 0
                && Duration.between(swept, now).abs().compareTo(PERIOD) >= 0;
    }

    String stored() {
        return String.join(" ", Stream.of(checked, steadySince, swept).map(Instant::toString).toList());
    }

    static SweepState fromStored(String stored) {
        List<Instant> times = Stream.of(stored.split(" ")).map(Instant::parse).toList();
        return new SweepState(times.get(0), times.get(1), times.get(2));
    }
}
