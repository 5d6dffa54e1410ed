package dev.inlay.server.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as shops write them: ISO 8601 with {@code T} or a blank, with or without seconds, zone and time of day. */
public final class FeedTimes {
    private static final Pattern TIME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})"
            + "(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?))?\\s*(Z|[+-]\\d{1,2}(?::?\\d{2})?)?",
            Pattern.CASE_INSENSITIVE);

    private FeedTimes() {
    }

    /** {@code text} as a time; without a zone it is one of {@code zone}, without a time of day the day's begin. */
    public static Optional<Instant> parse(String text, ZoneId zone) {
        return parse(text, zone, 0);
    }

    /** As {@link #parse(String, ZoneId)}, but a day without time of day means its end. */
    static Optional<Instant> parseEnd(String text, ZoneId zone) {
        return parse(text, zone, 1);
    }

    private static Optional<Instant> parse(String text, ZoneId zone, int daysIfNoTime) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(matcher.group(1));
            LocalDateTime local = matcher.group(2) == null ? date.plusDays(daysIfNoTime).atStartOfDay()
                    : date.atTime(LocalTime.parse(matcher.group(2)));
            return Optional.of(local.atZone(matcher.group(3) == null ? zone : offset(matcher.group(3))).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Also {@code -5}, which real feeds hold. */
    private static ZoneOffset offset(String text) {
        return ZoneOffset.of(text.toUpperCase(Locale.ROOT));
    }
}
