package dev.inlay.server.reasons;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as sentences tell them at {@code now}: how long ago and, from a day on, the date where the shop is. */
public record When(Instant now, ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** {@code 2 hours ago}, {@code 12 days ago, on 14 November}. */
    public String ago(Instant time) {
        Duration age = age(time);
        String words = age.toMinutes() < 1 ? "just now" : length(age) + " ago";
        return age.toDays() < 1 ? words : words + ", on " + date(time);
    }

    /** {@code for 2 hours}, {@code for 12 days, since 14 November}. */
    String lasting(Instant time) {
        Duration age = age(time);
        String words = age.toMinutes() < 1 ? "since just now" : "for " + length(age);
        return age.toDays() < 1 ? words : words + ", since " + date(time);
    }

    /** {@code 14 November}; of another year {@code 14 November 2025}. */
    String date(Instant time) {
        boolean isThisYear = time.atZone(zone).getYear() == now.atZone(zone).getYear();
        return (isThisYear ? DAY : DAY_OF_YEAR).format(time.atZone(zone));
    }

    private Duration age(Instant time) {
        return Duration.between(time, now);
    }

    private static String length(Duration age) {
        return age.toDays() > 0 ? Words.counted(age.toDays(), "day")
                : age.toHours() > 0 ? Words.counted(age.toHours(), "hour") : Words.counted(age.toMinutes(), "minute");
    }
}
