package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.index.WaitingEvents.Waiting;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the shoppers of one website do, in memory: sessions, baskets and demand. One thread at a time adds or writes,
 * any number read, and no reader ever waits.
 *
 * <p>Events whose product the catalogue does not hold yet wait, the latest 100,000 of them, and count as soon as it
 * does. Owners are known by a hash only. An event takes about the same time however large the index is, and a few
 * times as long while memory is tidied up; readers do not notice.
 */
public final class SessionIndex {
    private static final int VERSION = 2;
    private static final int NEWEST = 2_000;

    private final ProductNumbers products;
    private final Sessions sessions;
    private final Sessions baskets;
    private final Habits habits;
    private final WaitingEvents waiting;
    private final Popularity popularity;
    private final Neighbours neighbours;
    private final Neighbours boughtWith;
    private Catalogue lastTried;

    public SessionIndex() {
        this(new ProductNumbers(), new Sessions(), new Sessions(), new Habits(), new WaitingEvents());
    }

    private SessionIndex(ProductNumbers products, Sessions sessions, Sessions baskets, Habits habits,
            WaitingEvents waiting) {
        this.products = products;
        this.sessions = sessions;
        this.baskets = baskets;
        this.habits = habits;
        this.waiting = waiting;
        popularity = new Popularity(products);
        neighbours = new Neighbours(products, sessions);
        boughtWith = new Neighbours(products, baskets);
    }

    /** Takes up {@code events}, oldest first; those of before that {@code catalogue} now knows count first. */
    public synchronized void add(List<Event> events, Catalogue catalogue) {
        retry(catalogue);
        for (Event event : events) {
            Waiting known = new Waiting(OwnerSlots.hash(event.owner()), event.type(), event.product(),
                    event.time().toEpochMilli());
            if (!count(known, catalogue)) {
                waiting.add(known);
            }
        }
        publish();
    }

    /**
     * What sessions like {@code history} (distinct products, newest first) lead to; up to {@code limit} other products.
     *
     * @param gap how long ago the newest of the history was touched
     */
    public Neighbourhood neighbours(List<String> history, Gap gap, PickingParameters parameters, Instant now,
            int limit) {
        return neighbours.of(history, Nearness.after(gap, parameters), now, limit);
    }

    /** Other products that were bought together with {@code products}, best first. */
    public List<RankedProduct> boughtWith(List<String> products, Instant now, int limit) {
        return boughtWith.of(products, Nearness.ofBaskets(), now, limit).others();
    }

    /** What shoppers touch next. */
    public Chances chances() {
        return habits.chances();
    }

    /** How many sessions lead on from {@code productNumber}, at most 500. */
    public int sessionsOf(String productNumber) {
        int product = products.find(productNumber);
        return product == ProductNumbers.NONE ? 0 : sessions.table().held(product);
    }

    /**
     * The 2,000 products most asked for, purchases weighing more than carts and carts more than views, and each event
     * half as much after three days; best first. Scores are relative to the best: they change with events, not with
     * {@code now}.
     */
    public List<RankedProduct> bestsellers(Instant now) {
        return popularity.bestsellers();
    }

    /** The 100 products of the category {@code path} (from the root) most asked for, as {@link #bestsellers}. */
    public List<RankedProduct> bestsellersOfCategory(List<String> path, Instant now) {
        return popularity.bestsellersOfCategory(path);
    }

    /** The 100 products of {@code brand} most asked for, as {@link #bestsellers}. */
    public List<RankedProduct> bestsellersOfBrand(String brand, Instant now) {
        return popularity.bestsellersOfBrand(brand);
    }

    /** The 2,000 products most viewed, each view counting half as much after a day; as {@link #bestsellers}. */
    public List<RankedProduct> trending(Instant now) {
        return popularity.trending();
    }

    /** The 2,000 products most bought, each purchase counting half as much after a week; as {@link #bestsellers}. */
    public List<RankedProduct> mostBought(Instant now) {
        return popularity.mostBought();
    }

    /**
     * How much {@code productNumber} is viewed beside what is usual for it; for a time before the newest event, what
     * held at that.
     */
    public Attention attention(String productNumber, Instant now) {
        int product = products.find(productNumber);
        return product == ProductNumbers.NONE ? new Attention(0, 0)
                : popularity.attention(product, Math.max(now.toEpochMilli(), sessions.newest()));
    }

    /**
     * How much {@code productNumber} is asked for, to order any products by: of two products the bestseller has the
     * higher level; one more is twice as much; negative infinity if nobody touched it.
     */
    public double level(String productNumber) {
        int product = products.find(productNumber);
        return product == ProductNumbers.NONE ? Double.NEGATIVE_INFINITY : popularity.level(product);
    }

    /** The 2,000 products that somebody touched for the first time last, the newest first. */
    public List<String> newestFirst() {
        return products.latest(NEWEST);
    }

    /** Writes all that this holds; {@code out} is not closed. */
    public synchronized void write(DataOutputStream out) throws IOException {
        SnapshotOutput snapshot = new SnapshotOutput(out);
        snapshot.putInt(VERSION);
        products.write(snapshot);
        sessions.write(snapshot, products.size());
        baskets.write(snapshot, products.size());
        habits.write(snapshot);
        waiting.write(snapshot);
        popularity.write(snapshot, products.size());
        snapshot.end();
    }

    /**
     * Reads what {@link #write} wrote, and nothing of what follows.
     *
     * @throws IOException if it cannot be read or cannot be what was written
     */
    public static SessionIndex read(DataInputStream in) throws IOException {
        SnapshotInput snapshot = new SnapshotInput(in);
        snapshot.takeInt(VERSION, VERSION);
        ProductNumbers products = ProductNumbers.read(snapshot);
        int count = products.size();
        SessionIndex index = new SessionIndex(products, Sessions.read(snapshot, count), Sessions.read(snapshot, count),
                Habits.read(snapshot, count), WaitingEvents.read(snapshot));
        index.popularity.read(snapshot, count);
        snapshot.end();
        return index;
    }

    IndexSize size() {
        return new IndexSize(sessions.count(), products.size(), waiting.size());
    }

    /** Counts an event of {@code product}; readers see what was asked for once that is published. */
    void add(long owner, Product product, EventType type, long time) {
        int number = products.of(product.productNumber());
        habits.see(owner, number, type.ordinal(), time, sessions.table(), sessions.open(owner, time));
        sessions.add(owner, number, time);
        if (type == EventType.PURCHASE) {
            baskets.add(owner, number, time);
        }
        popularity.add(number, product, type, time);
    }

    /** Shows readers what is asked for, and what was learnt. */
    void publish() {
        popularity.publish();
        habits.publish();
    }

    private void retry(Catalogue catalogue) {
        if (catalogue != lastTried) {
            lastTried = catalogue;
            waiting.retry(event -> count(event, catalogue));
        }
    }

    private boolean count(Waiting event, Catalogue catalogue) {
        ProductReference reference = event.product();
        Optional<Product> product = catalogue.match(reference);
        product.ifPresent(found -> add(event.owner(), found, event.type(), event.time()));
        return product.isPresent() || reference.isEmpty();
    }
}
