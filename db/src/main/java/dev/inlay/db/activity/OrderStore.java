package dev.inlay.db.activity;

import dev.inlay.db.Database;
import dev.inlay.db.SeenClock;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Takes over what order feeds tell. A row that was taken would survive {@code kill -9}. */
public final class OrderStore {
    private static final int BATCH = 20;

    private final Database database;
    private final IdentityStore identities;

    /** How many rows told of a new order, of a known one something new, and nothing new. */
    public record Taken(int added, int changed, int unchanged) {
        public static final Taken NOTHING = new Taken(0, 0, 0);

        public Taken plus(Taken other) {
            return new Taken(added + other.added, changed + other.changed, unchanged + other.unchanged);
        }
    }

    public OrderStore(Database database, IdentityStore identities) {
        this.database = database;
        this.identities = identities;
        database.prepare(List.of(ActivityDao.class));
    }

    /** Takes {@code orders} over as they are told, some hundred at a time; of equal order numbers the last counts. */
    public Taken take(int websiteId, List<FeedOrder> orders) {
        Taken taken = Taken.NOTHING;
        for (int begin = 0; begin < orders.size(); begin += BATCH) {
            List<FeedOrder> batch = orders.subList(begin, Math.min(begin + BATCH, orders.size()));
            taken = taken.plus(database.writes().write(new Entry<>(Lane.BULK, "conversion",
                    batch.getFirst().orderNumber(), writing -> take(writing, websiteId, batch))));
        }
        return taken;
    }

    private Taken take(Writing writing, int websiteId, List<FeedOrder> orders) {
        return orders.stream().map(order -> take(writing, websiteId, order)).reduce(Taken.NOTHING, Taken::plus);
    }

    private Taken take(Writing writing, int websiteId, FeedOrder order) {
        ActivityDao dao = writing.handle().attach(ActivityDao.class);
        Optional<EmailKey> email = identities.keepEmail(writing, websiteId, order.email());
        Optional<Owner> owner = order.customer().map(Owner::of).or(() -> email.map(Owner::of));
        if (owner.isEmpty()) {
            return new Taken(0, 0, 1);
        }
        long atMs = Math.min(order.date().toEpochMilli(), writing.now());
        String kind = owner.get().kind().letter();
        if (dao.insertConversion(websiteId, kind, owner.get().id(), order.orderNumber(),
                Amount.storable(order.total()), order.customer().flatMap(customer -> email).map(EmailKey::bytes)
                        .orElse(null), SeenClock.of(atMs), atMs) == 0) {
            return new Taken(0, 0, 1);
        }
        boolean counted = dao.insertCountedOrder(websiteId, order.orderNumber(), kind, owner.get().id()) == 1;
        long id = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE / 2);
        List<PurchaseRow> rows = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            rows.add(PurchaseRow.of(websiteId, owner.get(), order.orderNumber(), line, counted, SeenClock.of(atMs),
                    id++, atMs));
        }
        dao.insertPurchases(rows);
        return new Taken(1, 0, 0);
    }
}
