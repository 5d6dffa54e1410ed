package dev.inlay.server.statistics;

import dev.inlay.db.SeenClock;
import dev.inlay.db.StoreException;
import dev.inlay.db.activity.CountedOrder;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.statistics.AttributedOrder;
import dev.inlay.db.statistics.AttributedOrder.Reason;
import dev.inlay.db.statistics.AttributionStore;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.newsletter.LockKeys;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Puts orders down to campaigns (see {@link AttributionRule}) on a thread of its own, half a minute after they came,
 * when their people's clicks are stored and judged.
 *
 * <p>An order stays with its campaign: looked at again, only its revenue follows what was reported, and a click that
 * was not known at first outweighs a picture. Several nodes may do it at once, and any goes on where another stopped.
 * An order that cannot be put down to anything, whatever is wrong with it, is passed over.
 */
public final class OrderAttribution implements AutoCloseable {
    private static final Logger LOG = System.getLogger(OrderAttribution.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final Duration LAG = Duration.ofSeconds(30);
    /** How far it may be behind what is remembered of it. */
    private static final long PROGRESS = SeenClock.of(Duration.ofMinutes(10).toMillis());
    /** Every how many rounds late orders are looked for. */
    private static final int LOOK_BACK_EVERY = 60;

    /** What attribution needs of the store. */
    public record Stores(WebsiteStore websites, CatalogueStore catalogues, IdentityStore identities,
            ConsentStore consents, CountedOrders orders, LockHistory locks, AttributionStore attributions) { }

    private final Stores stores;
    private final AttributionRule rule;
    private final InstantSource time;
    private final Map<Integer, OrderFollower> followers = new HashMap<>();
    /** Which failures were told of. */
    private final Set<String> told = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private int round;
    private boolean failing;

    public OrderAttribution(Stores stores, LockKeys keys, InstantSource time) {
        this.stores = stores;
        this.time = time;
        rule = new AttributionRule(stores.attributions(), stores.locks(), stores.identities(), stores.consents(),
                stores.catalogues(), keys);
    }

    /** Begins to follow the orders. */
    public void start() {
        Thread.ofPlatform().daemon().name("order-attribution").start(this::follow);
    }

    /**
     * Takes up all orders that came until half a minute ago, also those of past days that came late.
     *
     * @throws StoreException if the store is away: the rest is for the next time
     */
    public synchronized void catchUp() {
        forEachWebsite(website -> {
            takeUp(website);
            lookBack(website);
        });
    }

    /** Ends the thread once it has done what it is at. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void follow() {
        try {
            while (!closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                tryToTakeUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToTakeUp() {
        try {
            if (round++ % LOOK_BACK_EVERY == 0) {
                catchUp();
            } else {
                takeUpAll();
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && closed.getCount() > 0) {
                LOG.log(Level.WARNING, "orders cannot be put down to campaigns for the moment", e);
            }
            failing = true;
        }
    }

    private synchronized void takeUpAll() {
        forEachWebsite(this::takeUp);
    }

    private void forEachWebsite(Consumer<Website> work) {
        stores.websites().list().forEach(website -> passOver(() -> work.accept(website)));
    }

    /** Does {@code work}; a failure that it would meet again and again does not hold up what comes after it. */
    private void passOver(Runnable work) {
        try {
            work.run();
        } catch (StoreException.Busy | StoreException.Unknown e) {
            throw e;
        } catch (RuntimeException e) {
            if (told.add(e.getClass().getName())) {
                LOG.log(Level.WARNING, "some orders are put down to no campaign: {0}", e.getClass().getName());
            }
        }
    }

    private void takeUp(Website website) {
        long until = until();
        long from = stores.attributions().progress(website.id())
                .orElse(until - SeenClock.of(OrderFollower.LATEST.toMillis()));
        boolean isAny = from < until
                && follower(website).follow(from, until, number -> tryToAttribute(website, number));
        if (isAny || until - from > PROGRESS) {
            stores.attributions().advance(website.id(), until);
        }
    }

    private void lookBack(Website website) {
        follower(website).lookBack(until(), number -> tryToAttribute(website, number));
    }

    private long until() {
        return SeenClock.of(time.instant().minus(LAG).toEpochMilli());
    }

    private OrderFollower follower(Website website) {
        return followers.computeIfAbsent(website.id(), id -> new OrderFollower(id, stores.orders()));
    }

    private void tryToAttribute(Website website, String orderNumber) {
        passOver(() -> attribute(website, orderNumber));
    }

    private void attribute(Website website, String orderNumber) {
        stores.orders().find(website.id(), orderNumber).ifPresent(order -> {
            Optional<AttributedOrder> before = stores.attributions().find(website.id(), orderNumber);
            Optional<AttributedOrder> after = before.filter(known -> known.reason() == Reason.CLICK)
                    .map(known -> updated(website, known, order)).or(() -> rule.decide(website, order))
                    .or(() -> before.map(known -> updated(website, known, order)));
            after.filter(known -> !before.equals(Optional.of(known)))
                    .ifPresent(known -> stores.attributions().put(website.id(), known));
        });
    }

    private AttributedOrder updated(Website website, AttributedOrder known, CountedOrder order) {
        return new AttributedOrder(known.orderNumber(), known.campaignId(), known.recipient(), known.reason(),
                order.revenue(), order.at(), rule.products(website, order));
    }
}
