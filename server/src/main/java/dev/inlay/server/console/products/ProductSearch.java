package dev.inlay.server.console.products;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.http.RawQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operator looks for.
 *
 * @param words what number, title or brand must hold, in any case
 * @param state empty = any
 * @param page from 1
 */
public record ProductSearch(String words, Optional<ProductState> state, int page) {
    static final int PAGE = 50;

    /** One page of what was found, of {@code total} products. */
    record Found(List<Product> products, int total) { }

    static ProductSearch from(RawQuery query) {
        String state = query.first("state").orElse("");
        String page = query.first("page").orElse("1");
        return new ProductSearch(query.first("q").orElse("").strip(),
                Arrays.stream(ProductState.values()).filter(known -> known.name().equalsIgnoreCase(state)).findFirst(),
                page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1);
    }

    Found in(Catalogue catalogue, Instant now) {
        String wanted = words.toLowerCase(Locale.ROOT);
        List<Product> found = catalogue.products().stream().filter(product -> holds(product, wanted))
                .filter(product -> state.isEmpty() || ProductState.of(catalogue, product, now) == state.get()).toList();
        return new Found(found.stream().skip((page - 1L) * PAGE).limit(PAGE).toList(), found.size());
    }

    private static boolean holds(Product product, String wanted) {
        return wanted.isEmpty() || Stream.of(product.productNumber(), product.title(), product.brand())
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
