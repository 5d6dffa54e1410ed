package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.Owner;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * What the shoppers of one website do, in memory: sessions, baskets and demand. One thread adds, any number read.
 *
 * <p>Events whose product the catalogue does not hold yet wait, the latest 100,000 of them, and count as soon as it
 * does.
 */
public final class SessionIndex {
    private static final int MAX_WAITING = 100_000;
    private static final double VIEW = 1;
    private static final double CART = 3;
    private static final double PURCHASE = 5;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Sessions sessions = new Sessions();
    private final Sessions baskets = new Sessions();
    private final Popularity demand = new Popularity(Duration.ofDays(3));
    private final Ranking bestsellers = new Ranking(demand, lock.readLock());
    private final Ranking trending = new Ranking(new Popularity(Duration.ofDays(1)), lock.readLock());
    private final SequencedSet<String> firstTouched = new LinkedHashSet<>();
    private final ArrayDeque<Event> waiting = new ArrayDeque<>();
    private Catalogue lastTried;

    /** Takes up {@code events}, oldest first; those of before that {@code catalogue} now knows count first. */
    public void add(List<Event> events, Catalogue catalogue) {
        lock.writeLock().lock();
        try {
            retry(catalogue);
            for (Event event : events) {
                if (!count(event, catalogue)) {
                    keepWaiting(event);
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Products of sessions like {@code history} (distinct products, newest first), best first. */
    public List<RankedProduct> neighbours(List<String> history, Instant now, int limit) {
        return reading(() -> new Neighbours(sessions, now).of(history, limit));
    }

    /** Products that were bought together with {@code products}, best first. */
    public List<RankedProduct> boughtWith(List<String> products, Instant now, int limit) {
        return reading(() -> new Neighbours(baskets, now).of(products, limit));
    }

    /** All products somebody touched, purchases weighing more than carts and carts more than views; best first. */
    public List<RankedProduct> bestsellers(Instant now) {
        return bestsellers.at(now);
    }

    /** All products that are viewed, those of the last day first. */
    public List<RankedProduct> trending(Instant now) {
        return trending.at(now);
    }

    /**
     * How much {@code productNumber} is asked for, to order any products by: of two products the bestseller has the
     * higher level; one more is twice as much; negative infinity if nobody touched it.
     */
    public double level(String productNumber) {
        return reading(() -> demand.level(productNumber));
    }

    /** All products somebody touched, the one touched first last. */
    public List<String> newestFirst() {
        return reading(() -> List.copyOf(firstTouched.reversed()));
    }

    IndexSize size() {
        return reading(() -> new IndexSize(sessions.count(), sessions.products(), waiting.size()));
    }

    private void retry(Catalogue catalogue) {
        if (catalogue == lastTried) {
            return;
        }
        lastTried = catalogue;
        waiting.removeIf(event -> count(event, catalogue));
    }

    private void keepWaiting(Event event) {
        if (waiting.size() == MAX_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(event);
    }

    private boolean count(Event event, Catalogue catalogue) {
        Optional<String> product = catalogue.match(event.product()).map(Product::productNumber);
        product.ifPresent(number -> count(event.owner(), event.type(), number, event.time()));
        return product.isPresent() || event.product().isEmpty();
    }

    private void count(Owner owner, EventType type, String product, Instant time) {
        firstTouched.add(product);
        sessions.add(owner, product, time);
        switch (type) {
            case VIEW -> {
                bestsellers.add(product, VIEW, time);
                trending.add(product, 1, time);
            }
            case CART -> bestsellers.add(product, CART, time);
            case PURCHASE -> {
                bestsellers.add(product, PURCHASE, time);
                baskets.add(owner, product, time);
            }
        }
    }

    private <T> T reading(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
