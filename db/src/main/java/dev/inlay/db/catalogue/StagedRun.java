package dev.inlay.db.catalogue;

import java.util.List;

/**
 * A new catalogue in the making. Nothing of it shows before {@link #swap()}; closed without it, it leaves no trace.
 */
public interface StagedRun extends AutoCloseable {
    /** Adds {@code products}; a product number that was added before is replaced. */
    void stage(List<Product> products);

    /** How many distinct products were staged. */
    int staged();

    /** How many products of this source stand before the run. */
    int standing();

    /** Makes the staged products the ones that stand; those of this source that were not staged leave. */
    Outcome swap();

    @Override
    void close();

    /** What a swap did. */
    record Outcome(int imported, int removed) { }
}
