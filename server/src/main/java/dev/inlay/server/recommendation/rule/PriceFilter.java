package dev.inlay.server.recommendation.rule;

import dev.inlay.db.catalogue.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Only products whose price at {@code now} lies within both bounds, as far as these are given. */
public record PriceFilter(Optional<BigDecimal> least, Optional<BigDecimal> most, Instant now) implements Rule {
    @Override
    public Optional<Broken> brokenBy(Product product) {
        Optional<BigDecimal> price = product.priceAt(now).map(shown -> shown.present());
        return price.filter(this::isWithin).isPresent() ? Optional.empty()
                : Optional.of(new Broken("filter.price", price.map(BigDecimal::toPlainString).orElse("")));
    }

    private boolean isWithin(BigDecimal price) {
        return least.filter(bound -> price.compareTo(bound) < 0).isEmpty()
                && most.filter(bound -> price.compareTo(bound) > 0).isEmpty();
    }
}
