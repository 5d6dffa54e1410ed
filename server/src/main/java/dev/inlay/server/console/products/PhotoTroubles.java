package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Products whose photo is not there.
 *
 * @param pending how many wait for theirs to be fetched
 * @param failed for each reason how many, most first
 */
record PhotoTroubles(long pending, List<Reason> failed) {
    static final PhotoTroubles NONE = new PhotoTroubles(0, List.of());

    record Reason(String words, long products) { }

    static PhotoTroubles of(Catalogue catalogue, Instant now) {
        Map<ProductState, Long> states = catalogue.products().stream().collect(Collectors.groupingBy(
                product -> ProductState.of(catalogue, product, now), Collectors.counting()));
        Map<String, Long> reasons = catalogue.products().stream()
                .filter(product -> ProductState.of(catalogue, product, now) == ProductState.PHOTO_FAILED)
                .flatMap(product -> catalogue.photoInAnyState(product).stream()).map(Photo::failure)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new PhotoTroubles(states.getOrDefault(ProductState.PHOTO_PENDING, 0L), reasons.entrySet().stream()
                .map(reason -> new Reason(reason.getKey(), reason.getValue()))
                .sorted(Comparator.comparingLong(Reason::products).reversed().thenComparing(Reason::words)).toList());
    }

    boolean isNone() {
        return pending == 0 && failed.isEmpty();
    }
}
