package dev.inlay.db.catalogue;

import dev.inlay.db.Database;
import dev.inlay.db.catalogue.OfferRows.OfferRow;
import dev.inlay.db.catalogue.OfferRows.PastOfferRow;
import dev.inlay.db.catalogue.ProductRows.ProductRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What products were offered for before their price, sale or stock changed. A product that left the catalogue and comes
 * back was sold out until then; one that comes for the first time has no past.
 */
final class OfferLog {
    /** How many changes of a product are read: more tell nothing that anybody remembers. */
    private static final int CHANGES = 100;

    private final Database database;

    OfferLog(Database database) {
        this.database = database;
    }

    /** What is to be noted when {@code rows}, of a run after {@code current}, take the place of what stands. */
    List<OfferRow> replacedBy(List<ProductRow> rows, Shelf shelf, long current) {
        List<OfferRow> replaced = new ArrayList<>();
        List<ProductRow> coming = new ArrayList<>();
        for (ProductRow row : rows) {
            Optional<Offer> before = shelf.catalogue().find(row.productNumber()).map(Offer::of);
            if (before.isEmpty()) {
                coming.add(row);
            } else if (!before.get().isSame(Offer.of(row.product()))) {
                replaced.add(note(row, before.get()));
            }
        }
        replaced.addAll(left(coming, current));
        return replaced;
    }

    /**
     * What {@code productNumbers} were offered for, as far as it ended after {@code since}. Asks product by product: of
     * a key's second column H2 finds one value at a time in the index, and reads the whole website for a list of them.
     */
    PastOffers find(int websiteId, Collection<String> productNumbers, Instant since) {
        return productNumbers.isEmpty() ? PastOffers.NONE : database.read(handle -> {
            OfferDao dao = handle.attach(OfferDao.class);
            Map<String, List<PastOffer>> byProduct = new HashMap<>();
            for (String number : productNumbers) {
                List<PastOfferRow> rows = dao.findLatestSince(websiteId, number, since.toEpochMilli(), CHANGES);
                if (!rows.isEmpty()) {
                    byProduct.put(number, rows.reversed().stream().map(PastOfferRow::pastOffer).toList());
                }
            }
            return new PastOffers(byProduct);
        });
    }

    /** Of {@code coming}, those that were here before. */
    private List<OfferRow> left(List<ProductRow> coming, long current) {
        return coming.isEmpty() || current == 0 ? List.of() : database.read(handle -> {
            CatalogueDao dao = handle.attach(CatalogueDao.class);
            return coming.stream().flatMap(row -> dao.findLatest(row.websiteId(), row.productNumber(), current)
                    .map(last -> note(row, Offer.of(StoredProduct.read(last)).soldOut())).stream()).toList();
        });
    }

    private static OfferRow note(ProductRow row, Offer before) {
        return OfferRow.of(row.websiteId(), row.productNumber(), row.sinceRun(), before);
    }
}
