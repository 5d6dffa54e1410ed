package dev.inlay.db.catalogue;

import dev.inlay.db.Database;
import dev.inlay.db.catalogue.OfferRows.LeftRow;
import dev.inlay.db.catalogue.OfferRows.OfferRow;
import dev.inlay.db.catalogue.OfferRows.PastOfferRow;
import dev.inlay.db.catalogue.ProductRows.ProductRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What products were offered for before their price, sale or stock changed. A product that left the catalogue and comes
 * back was sold out until then; one that comes for the first time has no past.
 */
final class OfferLog {
    private final Database database;

    OfferLog(Database database) {
        this.database = database;
    }

    /** What is to be noted when {@code rows}, of a run after {@code current}, take the place of what stands. */
    List<OfferRow> replacedBy(List<ProductRow> rows, Shelf shelf, long current) {
        List<OfferRow> replaced = new ArrayList<>();
        List<ProductRow> coming = new ArrayList<>();
        for (ProductRow row : rows) {
            shelf.catalogue().find(row.productNumber()).map(Offer::of).ifPresentOrElse(
                    before -> {
                        if (!before.isSame(Offer.of(row.product()))) {
                            replaced.add(note(row, before));
                        }
                    },
                    () -> coming.add(row));
        }
        Map<String, Offer> left = left(shelf.websiteId(), coming, current);
        coming.stream().filter(row -> left.containsKey(row.productNumber()))
                .forEach(row -> replaced.add(note(row, left.get(row.productNumber()))));
        return replaced;
    }

    /** What {@code productNumbers} were offered for, as far as it ended after {@code since}. */
    PastOffers find(int websiteId, Collection<String> productNumbers, Instant since) {
        if (productNumbers.isEmpty()) {
            return PastOffers.NONE;
        }
        return new PastOffers(database.read(handle -> handle.attach(OfferDao.class)
                        .findSince(websiteId, List.copyOf(productNumbers), since.toEpochMilli())).stream()
                .collect(Collectors.groupingBy(PastOfferRow::productNumber,
                        Collectors.mapping(PastOfferRow::pastOffer, Collectors.toList()))));
    }

    private Map<String, Offer> left(int websiteId, List<ProductRow> coming, long current) {
        Map<String, Offer> left = new HashMap<>();
        if (current > 0 && !coming.isEmpty()) {
            List<String> numbers = coming.stream().map(ProductRow::productNumber).toList();
            List<LeftRow> rows = database.read(handle ->
                    handle.attach(OfferDao.class).findLeft(websiteId, numbers, current));
            rows.forEach(row -> left.put(row.productNumber(),
                    Offer.of(StoredProduct.read(row.attributes())).soldOut()));
        }
        return left;
    }

    private static OfferRow note(ProductRow row, Offer before) {
        return OfferRow.of(row.websiteId(), row.productNumber(), row.sinceRun(), before);
    }
}
