package dev.inlay.server.statistics;

import dev.inlay.db.activity.CountedOrder;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.campaign.LockHistory.Shown;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.statistics.AttributedOrder;
import dev.inlay.db.statistics.AttributedOrder.Reason;
import dev.inlay.db.statistics.AttributionStore;
import dev.inlay.db.statistics.AttributionStore.Clicked;
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
    /** A campaign that reached the buyer by one of their names. */
    private record Touch(String recipient, String campaignId, Instant at) { }

    private final AttributionStore attributions;
    private final LockHistory locks;
    private final IdentityStore identities;
    private final CatalogueStore catalogues;
    private final LockKeys keys;

    AttributionRule(AttributionStore attributions, LockHistory locks, IdentityStore identities,
            CatalogueStore catalogues, LockKeys keys) {
        this.attributions = attributions;
        this.locks = locks;
        this.identities = identities;
        this.catalogues = catalogues;
        this.keys = keys;
    }

    /** Empty if no mail had to do with it; {@code known} is the key of a recipient that was found to be a buyer. */
    Optional<AttributedOrder> decide(Website website, CountedOrder order, Optional<String> known) {
        Instant from = order.at().minus(Duration.ofDays(website.settings().attributionDays()));
        Map<String, BigDecimal> products = products(website, order);
        List<String> recipients = Stream.concat(known.stream(), recipients(website, order)).distinct().toList();
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

    private Stream<String> recipients(Website website, CountedOrder order) {
        return order.buyers().stream().map(buyer -> identities.aliases(website.id(), buyer.owner(), buyer.email()))
                .flatMap(aliases -> Stream.concat(aliases.customers().stream().map(keys::of),
                        aliases.emails().stream().map(keys::of))).map(HexFormat.of()::formatHex);
    }

    private Stream<Touch> clicked(Website website, String recipient, Instant from, CountedOrder order) {
        return attributions.lastClick(website.id(), bytes(recipient), from, order.at()).stream()
                .map((Clicked click) -> new Touch(recipient, click.campaignId(), click.at()));
    }

    private Stream<Touch> shown(Website website, String recipient, Instant from, CountedOrder order,
            Map<String, BigDecimal> products) {
        return locks.shown(website.id(), bytes(recipient), from, order.at()).stream()
                .filter((Shown lock) -> lock.productNumbers().stream().anyMatch(products::containsKey)).limit(1)
                .map(lock -> new Touch(recipient, lock.campaignId(), lock.at()));
    }

    private static Optional<Touch> last(Stream<Touch> touches) {
        return touches.max(Comparator.comparing(Touch::at).thenComparing(Touch::campaignId));
    }

    private static AttributedOrder attributed(CountedOrder order, Map<String, BigDecimal> products, Touch touch,
            Reason reason) {
        return new AttributedOrder(order.orderNumber(), touch.campaignId(), touch.recipient(), reason,
                order.revenue(), order.at(), products);
    }

    private static byte[] bytes(String recipient) {
        return HexFormat.of().parseHex(recipient);
    }
}
