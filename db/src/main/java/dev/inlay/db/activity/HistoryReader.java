package dev.inlay.db.activity;

import dev.inlay.db.activity.ActivityRows.CartRow;
import dev.inlay.db.activity.ActivityRows.EventRow;
import dev.inlay.db.activity.ActivityRows.PurchaseRow;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Merges the activity of all owners that count for an identity. */
final class HistoryReader {
    /**
     * The most tracking users that are read, last seen first. Each costs three queries for every picture, and who has
     * more devices than this is no shopper but an account that many share: the latest tell as much as all.
     */
    static final int TRACKING_USERS = 100;

    private static final int PRODUCTS = 50;
    /** Whoever came back to fewer products more often than this tells as much by the latest of it. */
    private static final int EVENT_ROWS = 200;
    private static final int PURCHASES = 500;
    static final Comparator<Event> NEWEST_FIRST =
            Comparator.comparingLong(Event::seen).thenComparingLong(Event::id).reversed();

    private final ActivityDao dao;
    private final int websiteId;

    HistoryReader(ActivityDao dao, int websiteId) {
        this.dao = dao;
        this.websiteId = websiteId;
    }

    History read(Identity.Known known) {
        List<Owner> owners = owners(known);
        return new History(
                owners.stream().flatMap(this::events).sorted(NEWEST_FIRST).toList(),
                purchases(owners),
                owners.stream().flatMap(owner -> cart(owner).stream()).max(Comparator.comparingLong(Cart::seen)));
    }

    /** Whose activity counts for {@code known}. */
    static List<Owner> owners(Identity.Known known) {
        List<Owner> owners = new ArrayList<>(
                known.trackingUsers().stream().limit(TRACKING_USERS).map(Owner::of).toList());
        known.customer().map(Owner::of).ifPresent(owners::add);
        known.email().map(Owner::of).ifPresent(owners::add);
        return owners;
    }

    private Stream<Event> events(Owner owner) {
        Set<ProductReference> products = new HashSet<>();
        return dao.findLatestEvents(websiteId, owner.kind().letter(), owner.id(), EVENT_ROWS).stream()
                .filter(row -> !row.isEmpty()).map(EventRow::event)
                .takeWhile(event -> products.contains(event.product())
                        || products.size() < PRODUCTS && products.add(event.product()));
    }

    private Optional<Cart> cart(Owner owner) {
        return dao.findCart(websiteId, owner.kind().letter(), owner.id()).map(CartRow::cart);
    }

    private List<Event> purchases(List<Owner> owners) {
        Map<String, List<PurchaseRow>> byOrder = owners.stream()
                .map(owner -> dao.findLatestPurchases(websiteId, owner.kind().letter(), owner.id(), PURCHASES))
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(PurchaseRow::orderNumber));
        return byOrder.values().stream().map(HistoryReader::oneReport).flatMap(Collection::stream)
                .map(PurchaseRow::event).filter(event -> !event.product().isEmpty()).sorted(NEWEST_FIRST).toList();
    }

    /** The lines of one owner's report of an order: the one that counts or, if it is not among these, the first. */
    private static List<PurchaseRow> oneReport(List<PurchaseRow> lines) {
        PurchaseRow report = lines.stream().min(Comparator.comparing((PurchaseRow line) -> !line.counted())
                .thenComparingLong(PurchaseRow::seen)).orElseThrow();
        return lines.stream().filter(line -> line.ownerKind().equals(report.ownerKind())
                && line.ownerId().equals(report.ownerId())).toList();
    }
}
