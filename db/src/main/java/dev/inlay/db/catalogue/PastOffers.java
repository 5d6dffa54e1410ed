package dev.inlay.db.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What some products were offered for earlier, by product number, oldest first; one that never changed has nothing. */
public record PastOffers(Map<String, List<PastOffer>> byProduct) {
    public static final PastOffers NONE = new PastOffers(Map.of());

    public PastOffers {
        byProduct = Map.copyOf(byProduct);
    }

    /** What {@code product} was offered for at {@code time}; as it is now if nothing changed since. */
    public Offer offerAt(Product product, Instant time) {
        return since(product, time).findFirst().map(PastOffer::offer).orElseGet(() -> Offer.of(product));
    }

    /** When {@code product} was sold out last, if that was at {@code time} or later. */
    public Optional<Instant> soldOutUntil(Product product, Instant time) {
        return since(product, time).filter(past -> !past.offer().inStock()).map(PastOffer::until)
                .reduce((earlier, later) -> later);
    }

    private Stream<PastOffer> since(Product product, Instant time) {
        return byProduct.getOrDefault(product.productNumber(), List.of()).stream()
                .filter(past -> past.until().isAfter(time));
    }
}
