package dev.inlay.db.activity;

import dev.inlay.db.Revisions;
import dev.inlay.db.SeenClock;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.activity.ActivityRows.EventRow;
import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import java.util.List;

/**
 * Past events whose own time had not come yet when they were imported, by a clock that goes ahead. They stand at the
 * time of their import, so that, unlike for all others, the key of their row does not tell that they are known: once a
 * website has such rows, they are looked for.
 */
final class EarlyLines {
    private static final String TOPIC = "early-lines";

    private final ImportDao dao;
    private final boolean present;

    private EarlyLines(ImportDao dao, boolean present) {
        this.dao = dao;
        this.present = present;
    }

    /** Notes whether there are any among {@code events} or were before. */
    static EarlyLines of(Writing writing, ImportDao dao, int websiteId, List<PastEvent> events) {
        if (events.stream().anyMatch(event -> event.time().toEpochMilli() > writing.now())) {
            new Revisions(TOPIC).raise(writing.handle(), websiteId);
        }
        return new EarlyLines(dao, dao.hasTopic(websiteId, TOPIC));
    }

    List<EventRow> newEvents(List<EventRow> rows) {
        return present ? rows.stream().filter(row -> !dao.hasEarlierEvent(row, from(row.atMs()))).toList() : rows;
    }

    List<PurchaseRow> newPurchases(List<PurchaseRow> rows) {
        return present ? rows.stream().filter(row -> !dao.hasEarlierPurchase(row, from(row.atMs()))).toList() : rows;
    }

    private static long from(long atMs) {
        return SeenClock.of(atMs - ActivityImport.MOST_AHEAD.toMillis());
    }
}
