package dev.inlay.db.catalogue;

import dev.inlay.db.catalogue.ProductRows.ProductRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When the shop took up products that do not say so themselves: whoever joins a catalogue that stands came now. The
 * first products of a catalogue came at no time that is known, and who comes back keeps his date.
 *
 * @param newcomers product numbers of those that come for the first time
 * @param dates of those that were here before
 */
record Arrivals(Set<String> newcomers, Map<String, Instant> dates) {
    private static final Arrivals NONE = new Arrivals(Set.of(), Map.of());

    Arrivals {
        newcomers = Set.copyOf(newcomers);
        dates = Map.copyOf(dates);
    }

    /** Of {@code rows}, which take the place of what {@code shelf} holds at run {@code current}. */
    static Arrivals of(List<ProductRow> rows, Shelf shelf, long current, CatalogueDao dao) {
        if (shelf.standing().isEmpty()) {
            return NONE;
        }
        Set<String> newcomers = new HashSet<>();
        Map<String, Instant> dates = new HashMap<>();
        for (ProductRow row : rows) {
            Optional<Product> before = shelf.catalogue().find(row.productNumber()).or(() -> dao.findLatest(
                    row.websiteId(), row.productNumber(), current).map(StoredProduct::read));
            before.map(Product::created).ifPresent(created -> dates.put(row.productNumber(), created));
            if (before.isEmpty()) {
                newcomers.add(row.productNumber());
            }
        }
        return new Arrivals(newcomers, dates);
    }

    /** {@code rows} with the dates that they lack. */
    List<ProductRow> dated(List<ProductRow> rows, Instant now) {
        return rows.stream().map(row -> date(row.productNumber(), now).map(row::createdAt).orElse(row)).toList();
    }

    private Optional<Instant> date(String number, Instant now) {
        return newcomers.contains(number) ? Optional.of(now) : Optional.ofNullable(dates.get(number));
    }
}
