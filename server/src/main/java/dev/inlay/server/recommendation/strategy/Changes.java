package dev.inlay.server.recommendation.strategy;

import dev.inlay.db.catalogue.Price;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.history.KnownProduct;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What changed in the shop since the shopper was there: products that he touched lately enough to be reminded of. */
final class Changes {
    /** A smaller fall is no news. */
    private static final double LEAST_FALL = 0.05;

    private Changes() {
    }

    /** What got cheaper since its last touch, also by a sale that began since; the greatest fall first. */
    static Stream<Candidate> priceDrop(Situation situation, List<String> listed) {
        return known(situation).flatMap(known -> fallen(situation, known).stream())
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()
                        .thenComparing(Candidate::productNumber));
    }

    /** What was sold out at its last touch or later and can be had again, the latest to come back first. */
    static Stream<Candidate> backInStock(Situation situation, List<String> listed) {
        return known(situation).flatMap(known -> back(situation, known).stream())
                .sorted(Comparator.comparingDouble(Candidate::score).reversed()
                        .thenComparing(Candidate::productNumber));
    }

    private static Stream<KnownProduct> known(Situation situation) {
        return situation.shopper().known().stream().filter(known -> known.last().isAfter(situation.remindedSince()));
    }

    private static Optional<Candidate> fallen(Situation situation, KnownProduct known) {
        return situation.catalogue().find(known.product()).flatMap(product -> {
            Optional<BigDecimal> before = situation.offers().offerAt(product, known.last()).priceAt(known.last())
                    .map(Price::present);
            Optional<BigDecimal> now = product.priceAt(situation.now()).map(Price::present);
            return before.flatMap(then -> now.map(present -> 1 - present.doubleValue() / then.doubleValue()));
        }).filter(fall -> fall >= LEAST_FALL).map(fall ->
                new Candidate(known.product(), fall, Map.of("fall", fall), List.of(known.product())));
    }

    private static Optional<Candidate> back(Situation situation, KnownProduct known) {
        Optional<Instant> since = situation.catalogue().find(known.product()).filter(Product::inStock)
                .flatMap(product -> situation.offers().soldOutUntil(product, known.last()));
        return since.map(time -> Candidate.itself(known.product(), Freshness.of(time, situation.now())));
    }
}
