package dev.inlay.db.statistics;

import java.time.Duration;
import java.time.LocalDate;

/** Days (UTC) of a campaign, {@code from} and {@code to} included. */
public record CampaignDays(int websiteId, String campaignId, LocalDate from, LocalDate to) {
    static final long DAY = Duration.ofDays(1).toMillis();

    int fromDay() {
        return (int) from.toEpochDay();
    }

    int toDay() {
        return (int) to.toEpochDay();
    }

    long fromMs() {
        return from.toEpochDay() * DAY;
    }

    /** The first millisecond that is not meant any more. */
    long untilMs() {
        return (to.toEpochDay() + 1) * DAY;
    }
}
