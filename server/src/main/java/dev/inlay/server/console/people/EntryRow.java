package dev.inlay.server.console.people;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.TimelineEntry;

/**
 * One thing that happened, as a line of a page.
 *
 * @param personPath where the page about whom did it lies, of the website
 */
public record EntryRow(TimelineEntry entry, ShownProduct product, String personPath, ShopTime clock) {
    public String what() {
        Event event = entry.event();
        return switch (event.type()) {
            case VIEW -> event.product().isEmpty() ? "Saw a page without product" : "Viewed";
            case CART -> "Put into the cart";
            case PURCHASE -> "Bought, order " + entry.orderNumber().orElse("")
                    + (entry.counted() ? "" : " (told before, counts once)");
        };
    }

    public String person() {
        return PersonName.of(entry.event().owner());
    }

    public String time() {
        return clock.text(entry.event().time());
    }

    public String isoTime() {
        return entry.event().time().toString();
    }

    /** Tells this line from all others of the page. */
    public String id() {
        return "e" + Long.toHexString(entry.event().seen()) + "-" + Long.toHexString(entry.event().id());
    }
}
