package dev.inlay.server.feeds;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** When orders were placed, as shops write it: ISO 8601, RFC 822, or seconds or milliseconds since 1970. */
final class OrderDates {
    private static final Pattern EPOCH = Pattern.compile("\\d{9,10}|\\d{12,13}");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    /** Before that no shop took orders, but a date that is not known is often written as 0. */
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private OrderDates() {
    }

    /** {@code text} as a time; without a zone it is one of {@code zone}. Empty if it is none, or one of no order. */
    static Optional<Instant> parse(String text, ZoneId zone) {
        String plain = text.strip();
        return epoch(plain).or(() -> FeedTimes.parse(plain, zone)).or(() -> rfc822(plain))
                .filter(time -> !time.isBefore(FIRST) && time.isBefore(LAST));
    }

    private static Optional<Instant> epoch(String text) {
        if (!EPOCH.matcher(text).matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        return Optional.of(SECONDS.matcher(text).matches() ? Instant.ofEpochSecond(number)
                : Instant.ofEpochMilli(number));
    }

    private static Optional<Instant> rfc822(String text) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
