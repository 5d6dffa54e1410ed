package dev.inlay.server.statistics;

import dev.inlay.db.activity.CountedOrder;
import dev.inlay.db.activity.CountedOrder.Buyer;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.LockHistory.Shown;
import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Named;
import dev.inlay.db.statistics.AttributedOrder.Reason;
import dev.inlay.db.statistics.AttributedOrder;
import dev.inlay.db.statistics.AttributionStore.Clicked;
import dev.inlay.db.statistics.AttributionStore;
import dev.inlay.db.website.Website;
import dev.inlay.server.newsletter.LockKeys;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which campaign an order is put down to: the one in which any of its buyers, by whatever name mails call them,
 * clicked last within the website's window before the order was placed; failing any click, the one that last locked for
 * them, within the window, something they bought. Reads, never writes.
 */
final class AttributionRule {
    /** A campaign that reached the buyer by one of their names, and in which arm. */
    private record Touch(String recipient, String campaignId, Instant at, Arm arm) { }

    private final AttributionStore attributions;
    private final LockHistory locks;
    private final IdentityStore identities;
    private final ConsentStore consents;
    private final CatalogueStore catalogues;
    private final LockKeys keys;

    AttributionRule(AttributionStore attributions, LockHistory locks, IdentityStore identities,
            ConsentStore consents, CatalogueStore catalogues, LockKeys keys) {
        this.attributions = attributions;
        this.locks = locks;
        this.identities = identities;
        this.consents = consents;
        this.catalogues = catalogues;
        this.keys = keys;
    }

    /**
     * Empty if no mail had to do with it, or the buyers did not agree to that being known; {@code known} is the key of
     * a recipient that was found to be a buyer.
     */
    Optional<AttributedOrder> decide(Website website, CountedOrder order, Optional<String> known) {
        Instant from = order.at().minus(Duration.ofDays(website.settings().attributionDays()));
        Map<String, BigDecimal> products = products(website, order);
        List<Buyer> buyers = order.buyers().stream().filter(buyer -> mayBeFollowed(website, buyer)).toList();
        boolean allAgree = buyers.size() == order.buyers().size();
        List<String> recipients = Stream.concat(known.filter(key -> allAgree).stream(), recipients(website, buyers))
                .distinct().toList();
        Optional<AttributedOrder> clicked = last(recipients.stream()
                .flatMap(recipient -> clicked(website, recipient, from, order)))
                .map(touch -> attributed(order, products, touch, Reason.CLICK));
        return clicked.or(() -> last(recipients.stream()
                .flatMap(recipient -> shown(website, recipient, from, order, products)))
                .map(touch -> attributed(order, products, touch, Reason.SHOWN)));
    }

    /** What each product of the order brought; products that the catalogue knows by their number there. */
    Map<String, BigDecimal> products(Website website, CountedOrder order) {
        Catalogue catalogue = catalogues.catalogue(website.id());
        Map<String, BigDecimal> products = new HashMap<>();
        for (OrderLine line : order.lines()) {
            catalogue.match(line.product()).map(Product::productNumber).or(() -> line.product().productNumber())
                    .ifPresent(number -> products.merge(number, line.lineTotal().orElse(BigDecimal.ZERO),
                            BigDecimal::add));
        }
        return products;
    }

    private boolean mayBeFollowed(Website website, Buyer buyer) {
        Stream<Named> names = Stream.concat(Stream.of(Named.of(buyer.owner())),
                buyer.email().map(List::of).map(Named::byEmail).stream());
        return names.allMatch(named ->
                consents.allows(website, named, identities.resolve(website.id(), named)));
    }

    private Stream<String> recipients(Website website, List<Buyer> buyers) {
        return buyers.stream().map(buyer -> identities.aliases(website.id(), buyer.owner(), buyer.email()))
                .flatMap(aliases -> keys.of(aliases).stream()).map(HexFormat.of()::formatHex);
    }

    private Stream<Touch> clicked(Website website, String recipient, Instant from, CountedOrder order) {
        return attributions.lastClick(website.id(), bytes(recipient), from, order.at()).stream()
                .map((Clicked click) -> new Touch(recipient, click.campaignId(), click.at(), click.arm()));
    }

    private Stream<Touch> shown(Website website, String recipient, Instant from, CountedOrder order,
            Map<String, BigDecimal> products) {
        return locks.shown(website.id(), bytes(recipient), from, order.at()).stream()
                .filter((Shown lock) -> lock.productNumbers().stream().anyMatch(products::containsKey)).limit(1)
                .map(lock -> new Touch(recipient, lock.campaignId(), lock.at(), lock.arm()));
    }

    private static Optional<Touch> last(Stream<Touch> touches) {
        return touches.max(Comparator.comparing(Touch::at).thenComparing(Touch::campaignId));
    }

    private static AttributedOrder attributed(CountedOrder order, Map<String, BigDecimal> products, Touch touch,
            Reason reason) {
        return new AttributedOrder(order.orderNumber(), touch.campaignId(), touch.recipient(), reason,
                order.revenue(), order.at(), products, touch.arm());
    }

    private static byte[] bytes(String recipient) {
        return HexFormat.of().parseHex(recipient);
    }
}
