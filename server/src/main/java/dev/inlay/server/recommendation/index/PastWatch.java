package dev.inlay.server.recommendation.index;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells for which websites the past changed, as imports, order feeds, erasures and retention change it, once that has
 * been quiet for two seconds, or goes on for five minutes. Building an index anew takes a fifth of the time at most:
 * then it rests four times as long as it took. Times are those of {@link System#nanoTime()}.
 */
final class PastWatch {
    static final Duration QUIET = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(5);
    /** How many times as long as it took to build an index nothing is built again. */
    static final int REST = 4;

    private record Change(long revision, long first, long last) {
        Change then(long newer, long now) {
            return newer == revision ? this : new Change(newer, first, now);
        }

        boolean isDue(long now) {
            return now - last >= QUIET.toNanos() || now - first >= LONGEST.toNanos();
        }
    }

    private final Map<Integer, Long> shown = new HashMap<>();
    private final Map<Integer, Change> changes = new HashMap<>();
    private final Map<Integer, Long> restingUntil = new HashMap<>();

    /** The indexes show {@code revisions}, which were read before their events. */
    synchronized void shows(Map<Integer, Long> revisions) {
        shown.putAll(revisions);
        changes.keySet().removeAll(revisions.keySet());
    }

    /** The index of a website shows {@code revision} now; building it took from {@code begin} to {@code end}. */
    synchronized void shown(int websiteId, long revision, long begin, long end) {
        shows(Map.of(websiteId, revision));
        restingUntil.put(websiteId, end + REST * (end - begin));
    }

    /** Of {@code revisions}, which hold now, those that are to be shown now. */
    synchronized Map<Integer, Long> due(Map<Integer, Long> revisions, long now) {
        Map<Integer, Long> due = new HashMap<>();
        revisions.forEach((websiteId, revision) -> {
            if (!revision.equals(shown.get(websiteId))) {
                Change change = changes.getOrDefault(websiteId, new Change(revision, now, now)).then(revision, now);
                changes.put(websiteId, change);
                if (change.isDue(now) && now - restingUntil.getOrDefault(websiteId, now) >= 0) {
                    due.put(websiteId, revision);
                }
            }
        });
        return due;
    }
}
