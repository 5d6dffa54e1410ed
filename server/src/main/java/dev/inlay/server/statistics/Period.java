package dev.inlay.server.statistics;

import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.RawQuery;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Days (UTC) that results are asked for, both included: by default the last 30, at most 1,100.
 */
public record Period(LocalDate from, LocalDate to) {
    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 1_100;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    /** Reads {@code from} and {@code to}; 400 names parameter, rule and value. */
    public static Period parse(RawQuery query, LocalDate today) {
        LocalDate to = date(query, "to").orElse(today);
        LocalDate from = date(query, "from").orElse(to.minusDays(DEFAULT_DAYS - 1L));
        if (from.isAfter(to)) {
            throw new InvalidParameterException("from", "must not be after to (" + to + ")", from);
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new InvalidParameterException("from", "must be less than " + MOST_DAYS + " days before to (" + to + ")",
                    from);
        }
        return new Period(from, to);
    }

    private static Optional<LocalDate> date(RawQuery query, String name) {
        return query.first(name).map(text -> date(name, text.strip()));
    }

    private static LocalDate date(String name, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                return date;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new InvalidParameterException(name, "must be a date such as 2026-11-20", text);
    }
}
