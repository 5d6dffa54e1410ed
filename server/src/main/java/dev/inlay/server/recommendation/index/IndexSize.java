package dev.inlay.server.recommendation.index;

/**
 * What an index holds.
 *
 * @param sessions how many sessions were counted
 * @param products how many products somebody touched
 * @param unmatched how many events wait for a product that the catalogue does not hold
 */
public record IndexSize(long sessions, long products, long unmatched) {
    static final IndexSize EMPTY = new IndexSize(0, 0, 0);

    IndexSize plus(IndexSize other) {
        return new IndexSize(sessions + other.sessions, products + other.products, unmatched + other.unmatched);
    }
}
