package dev.inlay.server.recommendation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.server.recommendation.rule.ProductFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The {@link Stock} of each catalogue and filter, found once for as long as it is good: all of them together
 * take at most {@value #MOST} references to products. A catalogue that changes is another one.
 */
final class Stocks {
    private static final int MOST = 8_000_000;

    private record Key(UUID snapshot, ProductFilter filter) { }

    /** Names for snapshots, so that no key keeps one in memory. */
    private final Cache<Catalogue, UUID> snapshots = Caffeine.newBuilder().weakKeys().build();
    private final Cache<Key, Stock> stocks = Caffeine.newBuilder().maximumWeight(MOST)
            .weigher((Key key, Stock stock) -> stock.weight()).expireAfterAccess(Duration.ofMinutes(10)).build();

    Stock of(Catalogue catalogue, ProductFilter filter, Instant now) {
        Key key = new Key(snapshots.get(catalogue, known -> UUID.randomUUID()), filter);
        Stock stock = stocks.get(key, missing -> Stock.of(catalogue, filter, now));
        return stock.isGoodAt(now) ? stock : stocks.asMap().compute(key, (known, old) ->
                old != null && old.isGoodAt(now) ? old : Stock.of(catalogue, filter, now));
    }

    /** What passes both filters. */
    Stock of(Catalogue catalogue, ProductFilter one, ProductFilter other, Instant now) {
        return of(catalogue, other.equals(ProductFilter.NONE) ? one
                : one.equals(ProductFilter.NONE) ? other : ProductFilter.all(List.of(one, other)), now);
    }
}
