package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.StoreException;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.FeedRun;
import dev.inlay.db.catalogue.FeedState.GoodRun;
import dev.inlay.db.catalogue.FeedTurn;
import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.db.catalogue.ProductFeedStore;
import dev.inlay.db.catalogue.SourceVersion;
import dev.inlay.db.catalogue.StagedRun;
import dev.inlay.db.website.Website;
import dev.inlay.server.feeds.FeedFetch.Delivery;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Json;
import dev.inlay.server.photos.PhotoFetcher;
import dev.inlay.server.photos.SafeFetcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Runs product feeds, each one run after the other on all nodes. The new catalogue stands as a whole or not at all: a
 * feed that cannot be fetched or read, holds no product, or fewer than half of those that stand, is refused and
 * everything stays as it was.
 */
public final class FeedRuns {
    private static final System.Logger LOG = System.getLogger(FeedRuns.class.getName());

    private final CatalogueStore catalogues;
    private final ProductFeedStore feeds;
    private final PhotoFetcher photos;
    private final FeedFolder folder;
    private final FeedFetch fetch;
    private final FeedReading reading;
    private final InstantSource time;

    /** Feeds lie under {@code dataDir} while they are read; {@code photos} learns of every new catalogue. */
    public FeedRuns(CatalogueStore catalogues, ProductFeedStore feeds, SafeFetcher fetcher, PhotoFetcher photos,
            Path dataDir, InstantSource time) {
        this.catalogues = catalogues;
        this.feeds = feeds;
        this.photos = photos;
        this.folder = new FeedFolder(dataDir);
        this.fetch = new FeedFetch(fetcher, folder);
        this.reading = new FeedReading(catalogues, time);
        this.time = time;
    }

    /** Where an upload can be written, before {@link #run} takes it over. */
    Path newFile() throws IOException {
        return folder.newFile();
    }

    /**
     * Runs {@code feed} once no other run has it in hand, and returns the report (contract 5.2). {@code force} takes
     * also a catalogue that shrinks, and fetches also what did not change.
     */
    ObjectNode run(Website website, ProductFeed feed, FeedSource source, boolean force) {
        try (FeedTurn turn = turn(website, feed)) {
            return run(website, turn, source, force);
        } finally {
            folder.discard(source);
        }
    }

    /** As {@link #run}, while nobody waits for the report: whatever breaks is a run that was refused. */
    void runUnattended(Website website, ProductFeed feed, FeedSource source, boolean force) {
        try (FeedTurn turn = turn(website, feed)) {
            attempt(website, turn, source, force);
        } finally {
            folder.discard(source);
        }
    }

    /** Fetches and runs the feed of {@code turn}, which is due. Whatever breaks is a run that was refused. */
    void runDue(Website website, FeedTurn turn) {
        attempt(website, turn, new FeedSource.Link(), false);
    }

    /** Deletes what was uploaded for a run that does not begin. */
    void discard(FeedSource source) {
        folder.discard(source);
    }

    private void attempt(Website website, FeedTurn turn, FeedSource source, boolean force) {
        try {
            if (run(website, turn, source, force).path("refused").isTextual()) {
                LOG.log(Level.WARNING, "Product feed {0} was refused, see its last run", turn.feed().id());
            }
        } catch (StoreException | UncheckedIOException e) {
            refuse(turn, source, e.getMessage());
        } catch (RuntimeException | Error e) {
            refuse(turn, source, "the feed could not be read: an error of this program, see its log");
            throw e;
        }
    }

    private ObjectNode run(Website website, FeedTurn turn, FeedSource source, boolean force) {
        return switch (source) {
            case FeedSource.Upload(Path file) -> upload(website, turn, file, force);
            case FeedSource.Link() -> fetch(website, turn, force);
        };
    }

    /** Forgets {@code feed}; its products leave the catalogue. */
    public void delete(Website website, ProductFeed feed) {
        try (FeedTurn turn = turn(website, feed)) {
            try (StagedRun run = catalogues.begin(website.id(), feed.id())) {
                if (run.standing() > 0) {
                    run.swap();
                }
            }
            turn.delete();
        }
    }

    /** The report of an earlier run, with its photos as they are now. */
    Optional<ObjectNode> find(Website website, ProductFeed feed, int run) {
        return feeds.findRun(website.id(), feed.id(), run).map(found ->
                numbered(run, report(found)).setAll(PhotoCounts.of(catalogues, website.id()).json()));
    }

    /** The report of {@code run} as it was recorded. */
    public static ObjectNode report(FeedRun run) {
        return Json.parseObject(run.report().getBytes(StandardCharsets.UTF_8));
    }

    private FeedTurn turn(Website website, ProductFeed feed) {
        return feeds.take(website.id(), feed.id()).orElseThrow(() -> HttpProblem.notFound("no such product feed"));
    }

    private ObjectNode upload(Website website, FeedTurn turn, Path file, boolean force) {
        FeedReport report = reading.read(website, turn.feed(), file, force);
        return end(website, report, text -> report.refused().isPresent() ? turn.uploadRefused(text)
                : turn.uploaded(text, report.imported()));
    }

    private ObjectNode fetch(Website website, FeedTurn turn, boolean force) {
        try {
            return switch (fetch.fetch(turn.feed(), force ? SourceVersion.NONE : known(turn.feed()))) {
                case Delivery.Unchanged() -> unchanged(website, turn);
                case Delivery.Failed(String why) -> end(website, refused(why), turn::refused);
                case Delivery.Arrived(Path file, SourceVersion version) -> {
                    FeedReport report = reading.read(website, turn.feed(), file, force);
                    yield end(website, report, text -> report.refused().isPresent() ? turn.refused(text)
                            : turn.imported(text, report.imported(), version));
                }
            };
        } catch (IOException e) {
            throw FeedReading.notKept(e);
        }
    }

    /** What stands, in the server's words; nothing if products were taken out since, by whomever. */
    private SourceVersion known(ProductFeed feed) {
        return feed.state().lastGood()
                .filter(good -> good.products() == catalogues.count(feed.websiteId(), feed.id()))
                .map(GoodRun::version).orElse(SourceVersion.NONE);
    }

    private ObjectNode unchanged(Website website, FeedTurn turn) {
        turn.unchanged();
        photos.retry(website.id());
        int run = turn.feed().state().lastGood().orElseThrow().run();
        ObjectNode report = feeds.findRun(website.id(), turn.feed().id(), run).map(FeedRuns::report)
                .orElseGet(Json::object);
        return numbered(run, report).put("unchanged", true);
    }

    private ObjectNode end(Website website, FeedReport report, ToIntFunction<String> record) {
        if (report.refused().isPresent() && Thread.currentThread().isInterrupted()) {
            throw new StoreException.Busy("the run was interrupted");
        }
        ObjectNode json = report.json();
        int run = record.applyAsInt(json.toString());
        if (report.refused().isEmpty()) {
            photos.retry(website.id());
        }
        return numbered(run, json);
    }

    /** Records why a run broke; not one that was interrupted, which is to begin anew. */
    private void refuse(FeedTurn turn, FeedSource source, String why) {
        if (Thread.currentThread().isInterrupted() || turn.isEnded()) {
            return;
        }
        String report = refused(why).json().toString();
        switch (source) {
            case FeedSource.Upload upload -> turn.uploadRefused(report);
            case FeedSource.Link link -> turn.refused(report);
        }
    }

    private FeedReport refused(String why) {
        return FeedReport.refused(new FeedImport(time.instant()), why);
    }

    private static ObjectNode numbered(int run, ObjectNode report) {
        ObjectNode numbered = Json.object().put("run", run);
        return numbered.setAll(report);
    }
}
