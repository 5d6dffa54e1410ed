package dev.inlay.server.statistics;

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

/**
 * Puts orders down to campaigns (see {@link AttributionRule}) on a thread of its own, half a minute after they came,
 * when their people's clicks are stored and judged.
 *
 * <p>An order stays with its campaign. Looked at again, its revenue follows what was reported, and only a click that
 * was not known at first, of whichever of its buyers, outweighs an earlier one or a picture. Several nodes may do it at
 * once, and any goes on where another stopped. An order that cannot be put down to anything, whatever is wrong with it,
 * is passed over.
 */
public final class OrderAttribution implements AutoCloseable {
    private static final Logger LOG = System.getLogger(OrderAttribution.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(10);

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
     * Takes up all orders that came until half a minute ago, whenever they were placed.
     *
     * @throws StoreException if the store is away: the rest is for the next time
     */
    public synchronized void catchUp() {
        stores.websites().list().forEach(website -> passOver(() ->
                follower(website).follow(time.instant(), number -> tryToAttribute(website, number))));
    }

    /** Ends the thread once it has done what it is at. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void follow() {
        try {
            while (!closed.await(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                tryToCatchUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToCatchUp() {
        try {
            catchUp();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && closed.getCount() > 0) {
                LOG.log(Level.WARNING, "orders cannot be put down to campaigns for the moment", e);
            }
            failing = true;
        }
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

    private OrderFollower follower(Website website) {
        return followers.computeIfAbsent(website.id(),
                id -> new OrderFollower(id, stores.orders(), stores.attributions()));
    }

    private void tryToAttribute(Website website, String orderNumber) {
        passOver(() -> attribute(website, orderNumber));
    }

    private void attribute(Website website, String orderNumber) {
        stores.orders().find(website.id(), orderNumber).ifPresent(order -> {
            Optional<AttributedOrder> before = stores.attributions().find(website.id(), orderNumber);
            Optional<AttributedOrder> after = rule.decide(website, order, before.map(AttributedOrder::recipient))
                    .filter(decided -> before.isEmpty() || decided.reason() == Reason.CLICK)
                    .or(() -> before.map(known -> updated(website, known, order)));
            after.filter(known -> !before.equals(Optional.of(known)))
                    .ifPresent(known -> stores.attributions().put(website.id(), known));
        });
    }

    private AttributedOrder updated(Website website, AttributedOrder known, CountedOrder order) {
        return new AttributedOrder(known.orderNumber(), known.campaignId(), known.recipient(), known.reason(),
                order.revenue(), order.at(), rule.products(website, order), known.arm());
    }
}
