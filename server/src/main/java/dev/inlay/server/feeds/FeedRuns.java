package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.db.catalogue.ProductFeedStore;
import dev.inlay.db.catalogue.StagedRun;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Json;
import dev.inlay.server.photos.FetchLimits;
import dev.inlay.server.photos.PhotoFetcher;
import dev.inlay.server.photos.SafeFetcher;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Runs product feeds: the new catalogue stands as a whole or not at all. A feed that cannot be fetched or read, holds
 * no product, or fewer than half of those that stand, is refused and everything stays as it was.
 */
public final class FeedRuns {
    private final CatalogueStore catalogues;
    private final ProductFeedStore feeds;
    private final SafeFetcher fetcher;
    private final PhotoFetcher photos;
    private final FeedFolder folder;
    private final InstantSource time;

    /** Feeds lie under {@code dataDir} while they are read; {@code photos} learns of every new catalogue. */
    public FeedRuns(CatalogueStore catalogues, ProductFeedStore feeds, SafeFetcher fetcher, PhotoFetcher photos,
            Path dataDir, InstantSource time) {
        this.catalogues = catalogues;
        this.feeds = feeds;
        this.fetcher = fetcher;
        this.photos = photos;
        this.folder = new FeedFolder(dataDir);
        this.time = time;
    }

    /** Where an upload can be written, before {@link #run} takes it over. */
    Path newFile() throws IOException {
        return folder.newFile();
    }

    /** Runs {@code feed} and returns the report (contract 5.2); {@code force} takes also a catalogue that shrinks. */
    ObjectNode run(Website website, ProductFeed feed, FeedSource source, boolean force) {
        FeedImport rows = new FeedImport(time.instant());
        FeedReport report = report(website, feed, source, force, rows);
        ObjectNode json = report.json();
        int run = feeds.recordRun(website.id(), feed.id(), json.toString());
        if (report.refused().isEmpty()) {
            photos.retry(website.id());
        }
        return numbered(run, json);
    }

    /** The report of an earlier run, with its photos as they are now. */
    Optional<ObjectNode> find(Website website, ProductFeed feed, int run) {
        return feeds.findRun(website.id(), feed.id(), run).map(report ->
                numbered(run, Json.parseObject(report.getBytes(StandardCharsets.UTF_8)))
                        .setAll(PhotoCounts.of(catalogues, website.id()).json()));
    }

    private FeedReport report(Website website, ProductFeed feed, FeedSource source, boolean force, FeedImport rows) {
        try (FeedFile file = FeedFile.take(file(source))) {
            file.warning().ifPresent(warning -> rows.warning(0, null, warning));
            return replace(website, feed, file, force, rows);
        } catch (FeedRefusedException e) {
            return FeedReport.refused(rows, e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("a feed could not be kept while it was read", e);
        }
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

    private Path file(FeedSource source) throws IOException {
        return switch (source) {
            case FeedSource.Upload(Path file) -> file;
            case FeedSource.Link(String url) -> fetch(url);
        };
    }

    private Path fetch(String url) throws IOException {
        Path file = folder.newFile();
        try (OutputStream out = Files.newOutputStream(file)) {
            if (fetcher.fetch(url, FetchLimits.FEED, out) instanceof SafeFetcher.Outcome.Failed(String reason)) {
                Files.deleteIfExists(file);
                throw new FeedRefusedException("the feed could not be fetched: " + reason);
            }
            return file;
        }
    }

    private static ObjectNode numbered(int run, ObjectNode report) {
        ObjectNode numbered = Json.object().put("run", run);
        return numbered.setAll(report);
    }
}
