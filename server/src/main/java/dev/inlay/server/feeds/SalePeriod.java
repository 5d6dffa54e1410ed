package dev.inlay.server.feeds;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When a sale price holds, such as {@code 2026-02-24T13:00-0800/2026-02-29T15:30-0800}; either end may be open. */
record SalePeriod(Optional<Instant> start, Optional<Instant> end) {
    /** Empty if {@code text} is no period; one whose begin or end is blank is open there. */
    static Optional<SalePeriod> parse(String text, ZoneId zone) {
        String[] times = text.strip().split("/", -1);
        if (times.length != 2) {
            return Optional.empty();
        }
        Optional<Instant> start = FeedTimes.parse(times[0], zone);
        Optional<Instant> end = FeedTimes.parseEnd(times[1], zone);
        boolean isRead = start.isPresent() != times[0].isBlank() && end.isPresent() != times[1].isBlank();
        boolean isOrdered = start.isEmpty() || end.isEmpty() || start.get().isBefore(end.get());
        boolean isBounded = start.isPresent() || end.isPresent();
        return isRead && isOrdered && isBounded ? Optional.of(new SalePeriod(start, end)) : Optional.empty();
    }
}
