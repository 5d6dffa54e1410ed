package dev.inlay.server.recommendation.index;

import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Products of the sessions that are most like a history, of the latest 500 that share a product with it; how near one
 * is tells {@link Nearness}. Any number of threads ask, and none waits: each works on arrays that no other uses
 * meanwhile.
 */
final class Neighbours {
    /** How many products of a history are compared. */
    static final int COMPARED = 10;

    private final ProductNumbers products;
    private final Sessions sessions;
    private final Queue<Search> idle = new ConcurrentLinkedQueue<>();

    Neighbours(ProductNumbers products, Sessions sessions) {
        this.products = products;
        this.sessions = sessions;
    }

    /** Tells up to {@code limit} products that {@code history} (distinct, newest first) lacks. */
    Neighbourhood of(List<String> history, Nearness near, Instant now, int limit) {
        Search known = idle.poll();
        Search search = known == null ? new Search(products, sessions) : known;
        try {
            return search.find(history, near, now, limit);
        } finally {
            search.clear();
            idle.add(search);
        }
    }
}
