package dev.inlay.db.catalogue;

import dev.inlay.db.Database;
import java.util.List;
import java.util.Optional;

/**
 * The products of all websites, as revisions: a run writes only what changed, and one update of the website's current run
 * swaps the catalogue. Products that left stay as their last revision, for mails already sent.
 *
 * <p>Kept in memory; own changes show at once, those of other nodes within a second.
 */
public final class CatalogueStore implements AutoCloseable {
    public CatalogueStore(Database database) {
    }

    /** The catalogue as it stands; answers from memory, also while the store is away. */
    public Catalogue catalogue(int websiteId) {
        throw new UnsupportedOperationException("next");
    }

    /** The product as it stands or, if it left, as it was last: reads the store only for one that left. */
    public Optional<Product> findEver(int websiteId, String productNumber) {
        throw new UnsupportedOperationException("next");
    }

    /** Takes up or replaces one product. Returns whether it is new. */
    public boolean put(int websiteId, Product product) {
        throw new UnsupportedOperationException("next");
    }

    /** Takes one product out; returns whether it stood. */
    public boolean remove(int websiteId, String productNumber) {
        throw new UnsupportedOperationException("next");
    }

    /**
     * Begins a run that will replace all products of {@code source} (a feed's id). Only one run or change of a website is
     * under way at a time: waits for the other.
     */
    public StagedRun begin(int websiteId, String source) {
        throw new UnsupportedOperationException("next");
    }

    /** Photos that have to be fetched: known by an {@code imgUrl} of the catalogue and not yet ready or failed. */
    public List<Photo> pendingPhotos(int websiteId, int limit) {
        throw new UnsupportedOperationException("next");
    }

    /** Remembers how fetching {@code photo} ended. */
    public void update(int websiteId, Photo photo) {
        throw new UnsupportedOperationException("next");
    }

    @Override
    public void close() {
    }
}
