package dev.inlay.server.feeds;

import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.db.catalogue.StagedRun;
import dev.inlay.db.website.Website;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Reads a feed from its file into the catalogue, in place of what the feed brought before. */
final class FeedReading {
    private final CatalogueStore catalogues;
    private final InstantSource time;

    FeedReading(CatalogueStore catalogues, InstantSource time) {
        this.catalogues = catalogues;
        this.time = time;
    }

    /** Takes {@code file} over. What is refused leaves no trace but the report. */
    FeedReport read(Website website, ProductFeed feed, Path file, boolean force) {
        FeedImport rows = new FeedImport(time.instant());
        try (FeedFile taken = FeedFile.take(file)) {
            taken.warning().ifPresent(warning -> rows.warning(0, null, warning));
            return replace(website, feed, taken, force, rows);
        } catch (FeedRefusedException e) {
            return FeedReport.refused(rows, e.getMessage());
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    static UncheckedIOException notKept(IOException cause) {
        return new UncheckedIOException("a feed could not be kept while it was read", cause);
    }

    private FeedReport replace(Website website, ProductFeed feed, FeedFile file, boolean force, FeedImport rows)
            throws IOException {
        ProductFeedReader reader = ProductFeedReaders.of(feed, file, website);
        try (StagedRun run = catalogues.begin(website.id(), feed.id())) {
            rows.handTo(run::stage);
            reader.read(file, rows);
            rows.finish();
            refuseCollapse(run, rows, force);
            int showable = rows.showable();
            StagedRun.Outcome outcome = run.swap();
            return new FeedReport(rows.rows(), outcome.imported(), outcome.removed(), showable, rows.findings(),
                    Optional.empty());
        }
    }

    private static void refuseCollapse(StagedRun run, FeedImport rows, boolean force) {
        if (rows.products() == 0) {
            throw new FeedRefusedException("the feed holds no product");
        }
        if (!force && rows.products() * 2L < run.standing()) {
            throw new FeedRefusedException("the feed holds " + rows.products() + " products, fewer than half of the "
                    + run.standing() + " that stand: run it with force=true if that is right");
        }
    }
}
