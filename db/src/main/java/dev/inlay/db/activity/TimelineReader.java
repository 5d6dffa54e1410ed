package dev.inlay.db.activity;

import dev.inlay.db.activity.ActivityRows.EventRow;
import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Owner;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads what happened, page by page, newest first. */
final class TimelineReader {
    private static final Comparator<TimelineEntry> NEWEST_FIRST =
            Comparator.comparing(TimelineEntry::event, HistoryReader.NEWEST_FIRST);

    private final ActivityDao dao;
    private final int websiteId;

    TimelineReader(ActivityDao dao, int websiteId) {
        this.dao = dao;
        this.websiteId = websiteId;
    }

    List<TimelineEntry> ofAll(Position before, int limit) {
        long seen = before.seen();
        return page(limit, Stream.concat(
                dao.findEventsBefore(websiteId, seen, before.id(), limit).stream().map(EventRow::entry),
                dao.findPurchasesBefore(websiteId, seen, before.id(), limit).stream().map(PurchaseRow::entry)));
    }

    List<TimelineEntry> of(Identity.Known known, Position before, int limit) {
        return page(limit, HistoryReader.owners(known).stream().flatMap(owner -> of(owner, before, limit)));
    }

    private Stream<TimelineEntry> of(Owner owner, Position before, int limit) {
        String kind = owner.kind().letter();
        return Stream.concat(
                dao.findEventsOfOwnerBefore(websiteId, kind, owner.id(), before.seen(), before.id(), limit).stream()
                        .map(EventRow::entry),
                dao.findPurchasesOfOwnerBefore(websiteId, kind, owner.id(), before.seen(), before.id(), limit).stream()
                        .map(PurchaseRow::entry));
    }

    private static List<TimelineEntry> page(int limit, Stream<TimelineEntry> entries) {
        return entries.sorted(NEWEST_FIRST).limit(limit).toList();
    }
}
