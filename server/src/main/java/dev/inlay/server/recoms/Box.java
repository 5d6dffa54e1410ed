package dev.inlay.server.recoms;

import dev.inlay.server.recommendation.PickRules;
import java.util.List;
import java.util.Set;

/**
 * One request of a call: a row of products on a page.
 *
 * @param count how many products at most
 * @param fields the members of a product that are wanted; empty = all
 * @param about the products that the page is about: they are not shown, and related ones relate to them
 * @param sources where the products come from, in order
 */
record Box(int count, Set<String> fields, List<String> about, List<Source> sources) {
    /** Up to {@code limit} products by {@code rules}. */
    record Source(PickRules rules, int limit) { }

    Box {
        fields = Set.copyOf(fields);
        about = List.copyOf(about);
        sources = List.copyOf(sources);
    }
}
