package dev.inlay.server.recommendation;

/**
 * How many products of a kind one recipient may be shown beside each other, as long as there are others.
 *
 * @param maxPerCategory of one category (the first path of a product, to its last level); 0 = any number
 * @param maxPerBrand of one brand; 0 = any number
 */
public record Diversity(int maxPerCategory, int maxPerBrand) {
    /** Any number of all. */
    public static final Diversity OFF = new Diversity(0, 0);
}
