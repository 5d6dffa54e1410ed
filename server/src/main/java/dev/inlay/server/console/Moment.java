package dev.inlay.server.console;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A time as pages tell it: how long ago it was at {@code now}, or how soon it will be. */
public record Moment(Instant at, Instant now) {
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** {@code 4 minutes ago}, {@code in 2 hours}; the largest unit alone. */
    public String words() {
        Duration distance = Duration.between(at, now);
        if (distance.abs().compareTo(Duration.ofSeconds(2)) < 0) {
            return "just now";
        }
        return distance.isNegative() ? "in " + length(distance.negated()) : length(distance) + " ago";
    }

    /** To the second, in UTC. */
    public String exact() {
        return EXACT.format(at);
    }

    /** {@code 3 days}: {@code duration} in its largest whole unit. */
    public static String length(Duration duration) {
        if (duration.toDays() > 0) {
            return count(duration.toDays(), "day");
        }
        if (duration.toHours() > 0) {
            return count(duration.toHours(), "hour");
        }
        return duration.toMinutes() > 0 ? count(duration.toMinutes(), "minute") : count(duration.toSeconds(), "second");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
