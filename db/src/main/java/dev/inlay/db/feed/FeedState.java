package dev.inlay.db.feed;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a feed has come.
 *
 * @param nextRun when it is due; empty if it runs by hand only
 * @param lastChecked when what stands was last found to be what the feed holds: by a good run, or unchanged
 * @param failures how often in a row its server could not be asked or its feed was refused
 * @param heldUntil how long the run that has it in hand may stay silent
 */
public record FeedState(Optional<Instant> nextRun, Optional<Instant> lastChecked, int failures, Instant heldUntil,
        Optional<GoodRun> lastGood) {
    /** The run that stands: its number, how many products or orders it brought, what the server calls that version. */
    public record GoodRun(int run, int count, SourceVersion version) { }

    /** Whether a run has the feed in hand at {@code now}, on any node. */
    public boolean isRunning(Instant now) {
        return heldUntil.isAfter(now);
    }
}
