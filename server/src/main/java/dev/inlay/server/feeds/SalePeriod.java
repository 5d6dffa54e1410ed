package dev.inlay.server.feeds;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When a sale price holds, such as {@code 2026-02-24T13:00-0800/2026-02-29T15:30-0800}. */
record SalePeriod(Instant start, Instant end) {
    /** Empty if {@code text} is no period. */
    static Optional<SalePeriod> parse(String text, ZoneId zone) {
        String[] times = text.strip().split("\\s*/\\s*", 3);
        if (times.length != 2) {
            return Optional.empty();
        }
        Optional<Instant> start = FeedTimes.parse(times[0], zone);
        Optional<Instant> end = FeedTimes.parseEnd(times[1], zone);
        return start.isEmpty() || end.isEmpty() || !start.get().isBefore(end.get()) ? Optional.empty()
                : Optional.of(new SalePeriod(start.get(), end.get()));
    }
}
