package dev.inlay.server.console.people;

import dev.inlay.db.website.Website;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Writes times as the clock of a shop shows them. */
public record ShopTime(ZoneId zone) {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    public static ShopTime of(Website website) {
        return new ShopTime(website.settings().timeZone());
    }

    /** Such as {@code 2026-03-04 10:15:00}. */
    public String text(Instant time) {
        return FORMAT.format(time.atZone(zone));
    }
}
