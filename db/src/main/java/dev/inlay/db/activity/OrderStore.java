package dev.inlay.db.activity;

import dev.inlay.db.Database;
import dev.inlay.db.Revisions;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.activity.OrderDao.HashRow;
import dev.inlay.db.activity.OrderWriter.Effect;
import dev.inlay.db.identity.IdentityStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jdbi.v3.core.Handle;

/**
 * Takes over what order feeds tell. A row that was taken would survive {@code kill -9}; one that tells nothing new
 * writes nothing.
 *
 * <p>Each batch that changed something raises the revision {@value #TOPIC} of its website, so that indexes notice what
 * lies behind them.
 */
public final class OrderStore {
    /** The topic under which changes of the past are told. */
    public static final String TOPIC = "history";

    /** How many orders one entry of the writer takes: some 50 ms of work at most. */
    private static final int BATCH = 20;

    private final Database database;
    private final IdentityStore identities;
    private final ProductNames products;
    private final Forgotten forgotten;

    /** Tells which rows are passed over, asked within the transaction that would store them. */
    @FunctionalInterface
    public interface Forgotten {
        /** No row is. */
        Forgotten NOTHING = (handle, websiteId, order) -> false;

        boolean isForgotten(Handle handle, int websiteId, FeedOrder order);
    }

    /** How many rows told of a new order, of a known one something new, and nothing that was stored. */
    public record Taken(int added, int changed, int unchanged) {
        public static final Taken NOTHING = new Taken(0, 0, 0);

        public Taken plus(Taken other) {
            return new Taken(added + other.added, changed + other.changed, unchanged + other.unchanged);
        }

        private static Taken of(Effect effect) {
            return switch (effect) {
                case ADDED -> new Taken(1, 0, 0);
                case CHANGED -> new Taken(0, 1, 0);
                case NONE -> new Taken(0, 0, 1);
            };
        }
    }

    public OrderStore(Database database, IdentityStore identities) {
        this(database, identities, ProductNames.AS_TOLD, Forgotten.NOTHING);
    }

    /** {@code products} tells when calls and rows name the same product, {@code forgotten} which rows are passed over. */
    public OrderStore(Database database, IdentityStore identities, ProductNames products, Forgotten forgotten) {
        this.database = database;
        this.identities = identities;
        this.products = products;
        this.forgotten = forgotten;
        database.prepare(List.of(OrderDao.class));
    }

    /**
     * Takes over {@code orders}, some hundred at a time; of several rows with one order number the last alone. After a
     * failure they may be given again.
     *
     * @throws dev.inlay.db.StoreException as {@link dev.inlay.db.WriteQueue#write(Entry)} does: the rows before were
     *         taken over
     */
    public Taken take(int websiteId, List<FeedOrder> orders) {
        Map<String, FeedOrder> byNumber = new LinkedHashMap<>();
        orders.forEach(order -> byNumber.put(order.orderNumber(), order));
        List<FeedOrder> news = news(websiteId, byNumber.values());
        Taken known = new Taken(0, 0, byNumber.size() - news.size());
        return news.stream().sorted(Comparator.comparing(FeedOrder::orderNumber))
                .gather(Gatherers.windowFixed(BATCH)).map(batch -> write(websiteId, batch)).reduce(known, Taken::plus);
    }

    /** Those of {@code orders} that do not tell just what the feed told last. */
    private List<FeedOrder> news(int websiteId, Collection<FeedOrder> orders) {
        if (orders.isEmpty()) {
            return List.of();
        }
        List<String> numbers = orders.stream().map(FeedOrder::orderNumber).toList();
        Map<String, String> known = database.read(handle -> handle.attach(OrderDao.class)
                .findFeedHashes(websiteId, numbers)).stream()
                .collect(Collectors.toMap(HashRow::orderNumber, HashRow::feedHash));
        return orders.stream().filter(order -> !OrderHash.of(order).equals(known.get(order.orderNumber()))).toList();
    }

    private Taken write(int websiteId, List<FeedOrder> batch) {
        return database.writes().write(new Entry<>(Lane.BULK, "conversion", batch.getFirst().orderNumber(),
                writing -> write(writing, websiteId, batch)));
    }

    private Taken write(Writing writing, int websiteId, List<FeedOrder> batch) {
        List<FeedOrder> wanted = batch.stream()
                .filter(order -> !forgotten.isForgotten(writing.handle(), websiteId, order)).toList();
        identities.keepEmails(writing, websiteId,
                wanted.stream().map(FeedOrder::email).filter(email -> !email.isEmpty()).toList());
        OrderWriter writer = new OrderWriter(writing, websiteId, identities, products);
        Taken taken = wanted.stream().map(writer::take).map(Taken::of)
                .reduce(new Taken(0, 0, batch.size() - wanted.size()), Taken::plus);
        if (taken.added() + taken.changed() > 0) {
            new Revisions(TOPIC).raise(writing.handle(), websiteId);
        }
        return taken;
    }
}
