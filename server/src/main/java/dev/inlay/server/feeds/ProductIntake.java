package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.StagedRun;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedState.GoodRun;
import dev.inlay.db.website.Website;
import dev.inlay.server.photos.PhotoFetcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Reads product feeds into the catalogue, each in place of what it brought before. The new catalogue stands as a whole
 * or not at all: a feed that holds no product, or fewer than half of those that stand, is refused.
 */
public final class ProductIntake implements FeedIntake {
    private final CatalogueStore catalogues;
    private final PhotoFetcher photos;
    private final InstantSource time;

    /** {@code photos} learns of every new catalogue. */
    public ProductIntake(CatalogueStore catalogues, PhotoFetcher photos, InstantSource time) {
        this.catalogues = catalogues;
        this.photos = photos;
        this.time = time;
    }

    @Override
    public FeedReport read(Website website, Feed feed, Path file, boolean force) {
        ProductImport rows = new ProductImport(time.instant());
        try (FeedFile taken = FeedFile.take(file)) {
            taken.warning().ifPresent(warning -> rows.warning(0, null, warning));
            return replace(website, feed, taken, force, rows);
        } catch (FeedRefusedException e) {
            return ProductReport.refused(rows, e.getMessage());
        } catch (IOException e) {
            throw FeedFolder.notKept(e);
        }
    }

    @Override
    public FeedReport refused(String why) {
        return ProductReport.refused(new ProductImport(time.instant()), why);
    }

    /** Not if products were taken out since, by whomever. */
    @Override
    public boolean isStanding(Feed feed, GoodRun good) {
        return good.count() == catalogues.count(feed.websiteId(), feed.id());
    }

    @Override
    public void upToDate(Website website) {
        photos.retry(website.id());
    }

    @Override
    public ObjectNode presentState(Website website) {
        return PhotoCounts.of(catalogues, website.id()).json();
    }

    /** The products of {@code feed} leave the catalogue. */
    @Override
    public void withdraw(Website website, Feed feed) {
        try (StagedRun run = catalogues.begin(website.id(), feed.id())) {
            if (run.standing() > 0) {
                run.swap();
            }
        }
    }

    private FeedReport replace(Website website, Feed feed, FeedFile file, boolean force, ProductImport rows)
            throws IOException {
        ProductFeedReader reader = ProductFeedReaders.of(feed, file, website);
        try (StagedRun run = catalogues.begin(website.id(), feed.id())) {
            rows.handTo(run::stage);
            reader.read(file, rows);
            rows.finish();
            refuseCollapse(run, rows, force);
            int showable = rows.showable();
            StagedRun.Outcome outcome = run.swap();
            return new ProductReport(rows.rows(), outcome.imported(), outcome.removed(), showable, rows.findings(),
                    Optional.empty());
        }
    }

    private static void refuseCollapse(StagedRun run, ProductImport rows, boolean force) {
        if (rows.products() == 0) {
            throw new FeedRefusedException("the feed holds no product");
        }
        if (!force && rows.products() * 2L < run.standing()) {
            throw new FeedRefusedException("the feed holds " + rows.products() + " products, fewer than half of the "
                    + run.standing() + " that stand: run it with force=true if that is right");
        }
    }
}
