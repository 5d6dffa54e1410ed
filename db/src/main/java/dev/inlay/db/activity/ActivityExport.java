package dev.inlay.db.activity;

import dev.inlay.db.Database;
import dev.inlay.db.SeenClock;
import dev.inlay.db.activity.ExportDao.ToldRow;
import dev.inlay.db.identity.CustomerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that shoppers of a website did with products, page by page in order of arrival: what an export reads. An order
 * that was told twice comes once. Reads only, and no page keeps anything open in the store.
 */
public final class ActivityExport {
    private static final Comparator<Line> OLDEST_FIRST = Comparator.<Line>comparingLong(line -> line.event().seen())
            .thenComparingLong(line -> line.event().id());

    private final Database database;

    /**
     * One thing that happened.
     *
     * @param orderNumber of which order it is a line
     * @param customer whom its owner, a tracking user, belongs to now
     */
    public record Line(Event event, Optional<String> orderNumber, Optional<CustomerId> customer) {
        public Position position() {
            return new Position(event.seen(), event.id());
        }
    }

    public ActivityExport(Database database) {
        this.database = database;
        database.prepare(List.of(ExportDao.class));
    }

    /** Where reading begins for whoever wants what happened at {@code time} or later. */
    public static Position before(Instant time) {
        return new Position(SeenClock.of(time.minus(ActivityImport.MOST_AHEAD).toEpochMilli()), 0);
    }

    /** Up to {@code limit} lines that arrived after {@code position}, oldest first; none at the end. */
    public List<Line> after(int websiteId, Position position, int limit) {
        return database.read(handle -> {
            ExportDao dao = handle.attach(ExportDao.class);
            return Stream.concat(dao.findEventsAfter(websiteId, position.seen(), position.id(), limit).stream(),
                            dao.findPurchasesAfter(websiteId, position.seen(), position.id(), limit).stream())
                    .map(ToldRow::line).sorted(OLDEST_FIRST).limit(limit).toList();
        });
    }
}
