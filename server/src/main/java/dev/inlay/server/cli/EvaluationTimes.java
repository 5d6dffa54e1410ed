package dev.inlay.server.cli;

import dev.inlay.server.feeds.FeedTimes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Moments and spans as they are given on the command line. */
final class EvaluationTimes {
    private EvaluationTimes() {
    }

    /** ISO 8601, without a zone in UTC, a day means its begin; or seconds since 1970. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            if (text.matches("\\d{9,12}(\\.\\d{1,9})?")) {
                return Instant.ofEpochMilli(new BigDecimal(text).movePointRight(3).longValue());
            }
            return FeedTimes.parse(text, ZoneOffset.UTC).orElseThrow(() -> new TypeConversionException("'" + text
                    + "' is neither ISO 8601 such as 2026-05-01T12:00:00Z nor seconds since 1970"));
        }
    }

    /** Days, hours or minutes such as {@code 3d}, {@code 36h} or {@code 90m}, or ISO 8601 such as {@code P1DT12H}. */
    static final class Span implements ITypeConverter<Duration> {
        private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([dhm])");

        @Override
        public Duration convert(String text) {
            Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
            if (!matcher.matches()) {
                return iso(text);
            }
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "d" -> Duration.ofDays(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofMinutes(number);
            };
        }

        private static Duration iso(String text) {
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is no span such as 3d, 36h or 90m");
            }
        }
    }
}
