package dev.inlay.db.catalogue;

import dev.inlay.db.Database;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.catalogue.ProductFeedDao.FeedRunRow;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Product feeds and the reports of their runs. */
public final class ProductFeedStore {
    private final Database database;

    public ProductFeedStore(Database database) {
        this.database = database;
        database.prepare(List.of(ProductFeedDao.class));
    }

    public ProductFeed create(int websiteId, String name, Optional<String> url, Optional<String> format) {
        ProductFeed feed = new ProductFeed(UUID.randomUUID().toString(), websiteId, name, url, format);
        return database.writes().write(new Entry<>(Lane.LIVE, "product_feed", feed.id(), writing -> {
            dao(writing.handle()).insert(websiteId, feed.id(), name, url, format, writing.now());
            return feed;
        }));
    }

    public Optional<ProductFeed> find(int websiteId, String feedId) {
        return database.read(handle -> dao(handle).find(websiteId, feedId));
    }

    public List<ProductFeed> list(int websiteId) {
        return database.read(handle -> dao(handle).findAll(websiteId));
    }

    /** Keeps the report of a run (JSON) and returns the run's number: 1, 2, 3, ... for each feed. */
    public int recordRun(int websiteId, String feedId, String report) {
        return database.writes().write(new Entry<>(Lane.LIVE, "product_feed_run", feedId, writing -> {
            ProductFeedDao dao = dao(writing.handle());
            int run;
            do {
                run = dao.findLastRun(websiteId, feedId).orElse(0) + 1;
            } while (dao.insertRun(websiteId, feedId, run, report, writing.now()) == 0);
            return run;
        }));
    }

    public Optional<String> findRun(int websiteId, String feedId, int run) {
        return database.read(handle -> dao(handle).findRun(websiteId, feedId, run));
    }

    /** The last runs of a feed, newest first. */
    public List<FeedRun> lastRuns(int websiteId, String feedId, int limit) {
        return database.read(handle -> dao(handle).findLastRuns(websiteId, feedId, limit)).stream()
                .map(FeedRunRow::feedRun).toList();
    }

    private static ProductFeedDao dao(Handle handle) {
        return handle.attach(ProductFeedDao.class);
    }
}
