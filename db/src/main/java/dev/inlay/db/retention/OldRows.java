package dev.inlay.db.retention;

import dev.inlay.db.SeenClock;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.retention.ActivityRetentionDao.CartKey;
import dev.inlay.db.retention.ActivityRetentionDao.EventKey;
import dev.inlay.db.retention.ActivityRetentionDao.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What grows old, and how a few rows of it, those that may be longest here, are deleted. */
public enum OldRows {
    /** Page views and products put into carts. When their tracking user was last seen stays known. */
    EVENTS {
        @Override
        int delete(Handle handle, int websiteId, Instant before, int limit) {
            ActivityRetentionDao dao = handle.attach(ActivityRetentionDao.class);
            List<EventKey> old = dao.findEvents(websiteId, seen(before), limit);
            keepSights(dao, old.stream().filter(event -> isTrackingUser(event.ownerKind()))
                    .map(event -> new Sight(websiteId, event.ownerId(), event.seen())));
            dao.deleteEvents(old);
            return old.size();
        }
    },
    /** The last cart of everybody who has not changed it since. */
    CARTS {
        @Override
        int delete(Handle handle, int websiteId, Instant before, int limit) {
            ActivityRetentionDao dao = handle.attach(ActivityRetentionDao.class);
            List<CartKey> old = dao.findCarts(websiteId, seen(before), limit);
            keepSights(dao, old.stream().filter(cart -> isTrackingUser(cart.ownerKind()))
                    .map(cart -> new Sight(websiteId, cart.ownerId(), cart.seen())));
            dao.deleteCarts(old);
            return old.size();
        }
    },
    /** Orders with their lines. */
    ORDERS {
        @Override
        int delete(Handle handle, int websiteId, Instant before, int limit) {
            ActivityRetentionDao dao = handle.attach(ActivityRetentionDao.class);
            List<ActivityRetentionDao.OrderKey> old = dao.findOrders(websiteId, seen(before), limit);
            new OldOrders(dao).delete(old);
            return old.size();
        }
    },
    /** Which products an edition showed to a recipient: opened again, the mail picks anew. */
    LOCKS {
        @Override
        int delete(Handle handle, int websiteId, Instant before, int limit) {
            MailRetentionDao dao = handle.attach(MailRetentionDao.class);
            List<MailRetentionDao.LockKey> old = dao.findLocks(websiteId, before.toEpochMilli(), limit);
            dao.deleteLocks(old);
            return old.size();
        }
    },
    /** Clicks in mails. */
    CLICKS {
        @Override
        int delete(Handle handle, int websiteId, Instant before, int limit) {
            MailRetentionDao dao = handle.attach(MailRetentionDao.class);
            List<MailRetentionDao.ClickKey> old = dao.findClicks(websiteId, before.toEpochMilli(), limit);
            dao.deleteClicks(old);
            return old.size();
        }
    },
    /** Picture loads: of a day that a campaign counted, all go at once. */
    PICTURE_COUNTS {
        @Override
        int delete(Handle handle, int websiteId, Instant before, int limit) {
            MailRetentionDao dao = handle.attach(MailRetentionDao.class);
            int day = (int) Math.floorDiv(before.toEpochMilli(), Duration.ofDays(1).toMillis());
            Set<MailRetentionDao.CountKey> old = new LinkedHashSet<>(dao.findCounts(websiteId, day, limit));
            old.addAll(dao.findFindings(websiteId, day, limit));
            dao.deleteCounts(List.copyOf(old));
            dao.deleteFindings(List.copyOf(old));
            return old.size();
        }
    },
    /** What orders brought to campaigns. */
    ATTRIBUTED_ORDERS {
        @Override
        int delete(Handle handle, int websiteId, Instant before, int limit) {
            MailRetentionDao dao = handle.attach(MailRetentionDao.class);
            List<MailRetentionDao.OrderKey> old = dao.findOrders(websiteId, before.toEpochMilli(), limit);
            dao.deleteProducts(old);
            dao.deleteOrders(old);
            return old.size();
        }
    },
    /** What products were offered for before their price, sale or stock changed. */
    PRODUCT_CHANGES {
        @Override
        int delete(Handle handle, int websiteId, Instant before, int limit) {
            CatalogueRetentionDao dao = handle.attach(CatalogueRetentionDao.class);
            List<CatalogueRetentionDao.ChangeKey> old = dao.findChanges(websiteId, before.toEpochMilli(), limit);
            dao.deleteChanges(old);
            return old.size();
        }
    };

    /** Deletes about {@code limit} rows at most; returns how many, 0 once nothing older is left. */
    abstract int delete(Handle handle, int websiteId, Instant before, int limit);

    /** Whether indexes in memory are made of them: these are to be made anew then. */
    boolean areIndexed() {
        return this == EVENTS || this == ORDERS;
    }

    private static long seen(Instant before) {
        return SeenClock.of(before.toEpochMilli());
    }

    private static boolean isTrackingUser(String ownerKind) {
        return Owner.Kind.of(ownerKind) == Owner.Kind.TRACKING_USER;
    }

    /** The latest sight of each tracking user, in the order in which all writers lock their rows. */
    private static void keepSights(ActivityRetentionDao dao, Stream<Sight> sights) {
        Map<String, Sight> latest = new TreeMap<>();
        sights.forEach(sight -> latest.merge(sight.trackingUserId(), sight,
                (one, other) -> one.seen() > other.seen() ? one : other));
        dao.keepSights(List.copyOf(latest.values()));
    }
}
