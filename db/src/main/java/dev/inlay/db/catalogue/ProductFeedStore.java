package dev.inlay.db.catalogue;

import dev.inlay.db.Database;
import java.util.List;
import java.util.Optional;

/** Product feeds and the reports of their runs. */
public final class ProductFeedStore {
    public ProductFeedStore(Database database) {
    }

    public ProductFeed create(int websiteId, String name, Optional<String> url, Optional<String> format) {
        throw new UnsupportedOperationException("next");
    }

    public Optional<ProductFeed> find(int websiteId, String feedId) {
        throw new UnsupportedOperationException("next");
    }

    public List<ProductFeed> list(int websiteId) {
        throw new UnsupportedOperationException("next");
    }

    /** Keeps the report of a run (JSON) and returns the run's number: 1, 2, 3, ... for each feed. */
    public int recordRun(int websiteId, String feedId, String report) {
        throw new UnsupportedOperationException("next");
    }

    public Optional<String> findRun(int websiteId, String feedId, int run) {
        throw new UnsupportedOperationException("next");
    }
}
