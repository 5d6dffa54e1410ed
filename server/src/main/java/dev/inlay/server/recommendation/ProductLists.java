package dev.inlay.server.recommendation;

import java.util.List;

/**
 * Products that the operator named.
 *
 * @param pinned come first, for everyone, whatever the filter says
 * @param pinnedEvenIfSoldOut whether those are shown without being in stock
 * @param defaults for recipients without history, and what fills a chain that runs dry
 * @param excluded never picked; exclude beats include
 */
public record ProductLists(List<String> pinned, boolean pinnedEvenIfSoldOut, List<String> defaults,
        List<String> excluded) {
    public static final ProductLists NONE = new ProductLists(List.of(), false, List.of(), List.of());

    public ProductLists {
        pinned = List.copyOf(pinned);
        defaults = List.copyOf(defaults);
        excluded = List.copyOf(excluded);
    }
}
