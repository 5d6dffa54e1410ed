package dev.inlay.db.activity;

import dev.inlay.db.Database;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.activity.ActivityRows.CartRow;
import dev.inlay.db.activity.ActivityRows.EventRow;
import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What shoppers did. Every write returns once it would survive {@code kill -9}, whole or not at all.
 */
public final class ActivityStore {
    private final Database database;
    private final IdentityStore identities;
    private final ProductNames products;

    public ActivityStore(Database database, IdentityStore identities) {
        this(database, identities, ProductNames.AS_TOLD);
    }

    /** {@code products} tells when a report of an order and the order feed name the same product. */
    public ActivityStore(Database database, IdentityStore identities, ProductNames products) {
        this.database = database;
        this.identities = identities;
        this.products = products;
        database.prepare(List.of(ActivityDao.class, OrderDao.class));
    }

    /** Stores a page view; an empty {@code product} still counts as having been seen. */
    public void recordView(int websiteId, Owner owner, ProductReference product) {
        database.writes().write(new Entry<>(Lane.LIVE, "event", owner.id(), writing -> {
            ActivityDao dao = dao(writing);
            EventRow view =
                    EventRow.of(websiteId, owner, EventType.VIEW, product, writing.seen(), RowId.next(), writing.now());
            if (view.isEmpty()) {
                dao.findLatestEvents(websiteId, view.ownerKind(), view.ownerId(), 1).stream()
                        .filter(EventRow::isEmpty).forEach(dao::deleteEvent);
            }
            dao.insertEvents(List.of(view));
            return null;
        }));
    }

    /** Stores the whole cart in place of the last one; products that were not in the last one become events. */
    public void recordCart(int websiteId, Owner owner, List<ProductReference> products, Association association) {
        database.writes().write(new Entry<>(Lane.LIVE, "cart", owner.id(), writing -> {
            associate(writing, websiteId, owner, association);
            Set<ProductReference> added = new LinkedHashSet<>(products);
            added.removeIf(ProductReference::isEmpty);
            replaceCart(writing, websiteId, owner, List.copyOf(added))
                    .ifPresent(last -> added.removeAll(last.products()));
            insertCartEvents(writing, websiteId, owner, added);
            return null;
        }));
    }

    /**
     * Stores an order. A second call of the same (website, order number, owner) stores nothing but its association; an
     * order number that another owner reported before is stored for this owner, too, and counted once. Where the order
     * feed told of the order and it is known for this tracking user, the feed's word counts (contract 3.1, rule 2).
     */
    public void recordConversion(int websiteId, Owner owner, Conversion conversion, Association association) {
        database.writes().write(new Entry<>(Lane.LIVE, "conversion", conversion.orderNumber(), writing -> {
            associate(writing, websiteId, owner, association);
            Optional<EmailKey> email = owner.kind() == Owner.Kind.CUSTOMER
                    ? identities.keepEmail(writing, websiteId, association.email())
                    : Optional.empty();
            new OrderWriter(writing, websiteId, identities, products).report(new OrderReport(owner,
                    conversion.orderNumber(), conversion.total(), email, writing.seen(), writing.now(),
                    Optional.empty(), conversion.lines()));
            return null;
        }));
    }

    /**
     * The activity that counts for {@code identity}, of its tracking users that of the 100 last seen;
     * {@link History#EMPTY} for nobody.
     */
    public History historyOf(int websiteId, Identity identity) {
        return switch (identity) {
            case Identity.Known known -> database.read(handle ->
                    new HistoryReader(handle.attach(ActivityDao.class), websiteId).read(known));
            case Identity.Unknown() -> History.EMPTY;
        };
    }

    /**
     * What happened before {@code before}, newest first, at most {@code limit} entries: of the 100 tracking users of
     * {@code identity} that were seen last, of its customer and of its email; nothing for nobody.
     */
    public List<TimelineEntry> timeline(int websiteId, Identity identity, Position before, int limit) {
        return switch (identity) {
            case Identity.Known known -> database.read(handle -> timeline(handle, websiteId).of(known, before, limit));
            case Identity.Unknown() -> List.of();
        };
    }

    /** What happened on the website before {@code before}, newest first, at most {@code limit} entries. */
    public List<TimelineEntry> latest(int websiteId, Position before, int limit) {
        return database.read(handle -> timeline(handle, websiteId).ofAll(before, limit));
    }

    /**
     * Up to {@code limit} events of the website after ({@code seen}, {@code id}), in this order: what an index follows.
     * Orders that were reported twice are told once; views without product are told, too.
     */
    public List<Event> eventsAfter(int websiteId, long seen, long id, int limit) {
        List<Event> events = database.read(handle -> {
            ActivityDao dao = handle.attach(ActivityDao.class);
            List<EventRow> touches = dao.findEventsAfter(websiteId, seen, id, limit);
            long until = touches.size() < limit ? Long.MAX_VALUE : touches.getLast().seen();
            return Stream.concat(touches.stream().map(EventRow::event),
                    dao.findPurchasesAfter(websiteId, seen, id, until, limit).stream().map(PurchaseRow::event))
                    .sorted(Comparator.comparingLong(Event::seen).thenComparingLong(Event::id)).limit(limit).toList();
        });
        if (!events.isEmpty()) {
            database.raiseSeen(events.getLast().seen());
        }
        return events;
    }

    /**
     * For each website the greatest order of arrival of what {@link #eventsAfter} may tell, 0 if there is nothing: one
     * question for all, cheap enough to be asked all the time.
     */
    public Map<Integer, Long> newest() {
        return database.read(handle -> handle.attach(ActivityDao.class).findNewest());
    }

    /**
     * A number for each website whose past was ever changed, another one after every change: by imports, order feeds,
     * erasures and retention.
     */
    public Map<Integer, Long> pastRevisions() {
        return database.read(handle -> handle.attach(ActivityDao.class).findRevisions(OrderStore.TOPIC));
    }

    private void associate(Writing writing, int websiteId, Owner owner, Association association) {
        if (owner.kind() == Owner.Kind.TRACKING_USER) {
            identities.associate(writing, websiteId, new TrackingUserId(owner.id()), association);
        }
    }

    private static Optional<Cart> replaceCart(Writing writing, int websiteId, Owner owner,
            List<ProductReference> products) {
        ActivityDao dao = dao(writing);
        String kind = owner.kind().letter();
        Optional<Cart> last = dao.findCart(websiteId, kind, owner.id()).map(CartRow::cart);
        CartRow cart = CartRow.of(products, writing.seen(), writing.now());
        if (dao.insertCart(websiteId, kind, owner.id(), cart) == 0) {
            dao.updateCart(websiteId, kind, owner.id(), cart);
        }
        return last;
    }

    private static void insertCartEvents(Writing writing, int websiteId, Owner owner, Set<ProductReference> added) {
        long id = RowId.next();
        List<EventRow> rows = new ArrayList<>();
        for (ProductReference product : added) {
            rows.add(EventRow.of(websiteId, owner, EventType.CART, product, writing.seen(), id++, writing.now()));
        }
        dao(writing).insertEvents(rows);
    }

    private static TimelineReader timeline(Handle handle, int websiteId) {
        return new TimelineReader(handle.attach(ActivityDao.class), websiteId);
    }

    private static ActivityDao dao(Writing writing) {
        return writing.dao(ActivityDao.class);
    }
}
