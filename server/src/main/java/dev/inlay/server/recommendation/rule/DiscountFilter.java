package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import java.time.Instant;
import java.util.Optional;

/** Only products that are reduced by so much, or more, at {@code now}. */
public record DiscountFilter(int leastPercent, Instant now) implements Rule {
    @Override
    public Optional<Broken> brokenBy(Product product) {
        int percent = product.priceAt(now).map(Price::discountPercent).orElse(0);
        return Broken.when(percent < leastPercent, "filter.discount", String.valueOf(percent));
    }
}
