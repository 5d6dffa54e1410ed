package dev.inlay.db.activity;

import dev.inlay.db.Database;
import dev.inlay.db.Revisions;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.activity.ActivityRows.EventRow;
import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PastAssociations;
import dev.inlay.db.identity.PastAssociations.Said;
import dev.inlay.db.identity.TrackingUserId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Brings past events into the store, in batches that live writes overtake. An event that is there already stays one: an
 * import that was cut off is simply done again.
 *
 * <p>Each batch raises the revision {@value OrderStore#TOPIC} of its website, so that indexes notice what lies behind them.
 */
public final class ActivityImport {
    /** How far ahead of now the time of an event may be. */
    public static final Duration MOST_AHEAD = Duration.ofDays(1);

    private static final int FIRST_BATCH = 200;
    private static final int MIN_BATCH = 25;
    private static final int MAX_BATCH = 1_000;
    private static final long WANTED_NANOS = Duration.ofMillis(40).toNanos();
    private static final Comparator<EventRow> EVENTS_BY_KEY = Comparator.comparing(EventRow::ownerKind)
            .thenComparing(EventRow::ownerId).thenComparingLong(EventRow::seen).thenComparingLong(EventRow::id);

    private final Database database;
    private final PastAssociations associations = new PastAssociations();
    private final AtomicInteger batchSize = new AtomicInteger(FIRST_BATCH);

    /** How many events of a batch were new, and how many were known. */
    public record Outcome(int imported, int known) { }

    /** What an entry did, and how long the writer was busy with it. */
    private record Written(int imported, long nanos) { }

    public ActivityImport(Database database) {
        this.database = database;
        database.prepare(List.of(ImportDao.class));
        associations.prepare(database);
    }

    /** How many events the next batch should have, so that it keeps nobody waiting for long. */
    public int batchSize() {
        return batchSize.get();
    }

    /**
     * Stores {@code events}, whole or not at all, and returns once they would survive {@code kill -9}. After a failure
     * they may be given again.
     *
     * @throws dev.inlay.db.StoreException as {@link dev.inlay.db.WriteQueue#write(Entry)} does
     */
    public Outcome add(int websiteId, List<PastEvent> events) {
        String key = String.valueOf(websiteId);
        Written written = database.writes().write(new Entry<>(Lane.BULK, "event", key, writing -> {
            long begin = System.nanoTime();
            return new Written(write(writing, websiteId, events), System.nanoTime() - begin);
        }));
        adapt(events.size(), written.nanos());
        return new Outcome(written.imported(), events.size() - written.imported());
    }

    private int write(Writing writing, int websiteId, List<PastEvent> events) {
        ImportDao dao = writing.dao(ImportDao.class);
        associate(writing, websiteId, events);
        EarlyLines early = EarlyLines.of(writing, dao, websiteId, events);
        List<EventRow> touches = events.stream().filter(event -> event.type() != EventType.PURCHASE)
                .map(event -> PastRows.event(websiteId, event, writing.now())).sorted(EVENTS_BY_KEY).toList();
        List<PurchaseRow> lines = events.stream().filter(event -> event.type() == EventType.PURCHASE)
                .map(event -> PastRows.purchase(websiteId, event, writing.now())).toList();
        int imported = Chunks.write(early.newEvents(touches), dao::insertEvents)
                + new PastOrders(dao).write(early.newPurchases(lines));
        if (imported > 0) {
            new Revisions(OrderStore.TOPIC).raise(writing.handle(), websiteId);
        }
        return imported;
    }

    private void associate(Writing writing, int websiteId, List<PastEvent> events) {
        associations.associate(writing, websiteId, events.stream().filter(event -> event.customer().isPresent())
                .map(event -> new Said(trackingUser(event), event.customer().orElseThrow(), seen(writing, event)))
                .toList());
        associations.markSeen(writing, websiteId, events.stream()
                .filter(event -> event.type() == EventType.PURCHASE)
                .filter(event -> event.owner().kind() == Owner.Kind.TRACKING_USER)
                .map(event -> new PastAssociations.Seen(trackingUser(event), seen(writing, event))).toList());
    }

    private static TrackingUserId trackingUser(PastEvent event) {
        return new TrackingUserId(event.owner().id());
    }

    private static long seen(Writing writing, PastEvent event) {
        return PastRows.seen(event.time().toEpochMilli(), writing.now());
    }

    private void adapt(int events, long nanos) {
        long wanted = events * WANTED_NANOS / Math.max(1, nanos);
        int last = batchSize.get();
        batchSize.set((int) Math.clamp(wanted, Math.max(MIN_BATCH, last / 2), Math.min(MAX_BATCH, last * 2L)));
    }
}
