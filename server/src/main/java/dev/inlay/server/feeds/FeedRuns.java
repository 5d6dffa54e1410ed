package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.StoreException;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedRun;
import dev.inlay.db.feed.FeedState.GoodRun;
import dev.inlay.db.feed.FeedStore;
import dev.inlay.db.feed.FeedTurn;
import dev.inlay.db.feed.SourceVersion;
import dev.inlay.db.website.Website;
import dev.inlay.server.feeds.FeedFetch.Delivery;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Json;
import dev.inlay.server.photos.SafeFetcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Runs feeds, each one run after the other on all nodes. A feed that cannot be fetched or read is refused and
 * everything stays as it was.
 */
public final class FeedRuns implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FeedRuns.class.getName());

    private final FeedStore feeds;
    private final ProductIntake products;
    private final OrderIntake orders;
    private final FeedFolder folder;
    private final FeedFetch fetch;

    /** Feeds lie under {@code dataDir} while they are read. */
    public FeedRuns(FeedStore feeds, SafeFetcher fetcher, ProductIntake products, OrderIntake orders, Path dataDir) {
        this.feeds = feeds;
        this.products = products;
        this.orders = orders;
        this.folder = new FeedFolder(dataDir);
        this.fetch = new FeedFetch(fetcher, folder);
    }

    /** Where an upload can be written, before {@link #run} takes it over. */
    Path newFile() throws IOException {
        return folder.newFile();
    }

    /**
     * Runs {@code feed} once no other run has it in hand, and returns the report (contract 5.2 and 5.3). {@code force}
     * takes also a catalogue that shrinks, and fetches also what did not change.
     */
    ObjectNode run(Website website, Feed feed, FeedSource source, boolean force) {
        try (FeedTurn turn = turn(website, feed)) {
            return run(website, turn, source, force);
        } finally {
            folder.discard(source);
        }
    }

    /** As {@link #run}, while nobody waits for the report: whatever breaks is a run that was refused. */
    void runUnattended(Website website, Feed feed, FeedSource source, boolean force) {
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

    /** Forgets {@code feed}; products that it brought leave the catalogue, orders stay. */
    public void delete(Website website, Feed feed) {
        try (FeedTurn turn = turn(website, feed)) {
            intake(feed).withdraw(website, feed);
            turn.delete();
        }
    }

    /** The report of an earlier run, with what has come of it since. */
    Optional<ObjectNode> find(Website website, Feed feed, int run) {
        return feeds.findRun(website.id(), feed.id(), run).map(found ->
                numbered(run, report(found)).setAll(intake(feed).presentState(website)));
    }

    /** The report of {@code run} as it was recorded. */
    public static ObjectNode report(FeedRun run) {
        return Json.parseObject(run.report().getBytes(StandardCharsets.UTF_8));
    }

    /** Gives up the place where feeds lie, once no run is under way. */
    @Override
    public void close() {
        folder.close();
    }

    private void attempt(Website website, FeedTurn turn, FeedSource source, boolean force) {
        try {
            if (run(website, turn, source, force).path("refused").isTextual()) {
                LOG.log(Level.WARNING, "Feed {0} was refused, see its last run", turn.feed().id());
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

    private FeedTurn turn(Website website, Feed feed) {
        return feeds.take(website.id(), feed.id()).orElseThrow(() -> HttpProblem.notFound("no such feed"));
    }

    private FeedIntake intake(Feed feed) {
        return switch (feed.kind()) {
            case PRODUCTS -> products;
            case ORDERS -> orders;
        };
    }

    private ObjectNode upload(Website website, FeedTurn turn, Path file, boolean force) {
        FeedReport report = intake(turn.feed()).read(website, turn.feed(), file, force);
        return end(website, turn, report, text -> report.refused().isPresent() ? turn.uploadRefused(text)
                : turn.uploaded(text, report.imported()));
    }

    private ObjectNode fetch(Website website, FeedTurn turn, boolean force) {
        Feed feed = turn.feed();
        try {
            return switch (fetch.fetch(feed, force ? SourceVersion.NONE : known(feed))) {
                case Delivery.Unchanged() -> unchanged(website, turn);
                case Delivery.Failed(String why) -> end(website, turn, intake(feed).refused(why), turn::refused);
                case Delivery.Arrived(Path file, SourceVersion version) -> {
                    FeedReport report = intake(feed).read(website, feed, file, force);
                    yield end(website, turn, report, text -> report.refused().isPresent() ? turn.refused(text)
                            : turn.imported(text, report.imported(), version));
                }
            };
        } catch (IOException e) {
            throw FeedFolder.notKept(e);
        }
    }

    /** What stands, in the server's words. */
    private SourceVersion known(Feed feed) {
        return feed.state().lastGood().filter(good -> intake(feed).isStanding(feed, good)).map(GoodRun::version)
                .orElse(SourceVersion.NONE);
    }

    private ObjectNode unchanged(Website website, FeedTurn turn) {
        turn.unchanged();
        intake(turn.feed()).upToDate(website);
        int run = turn.feed().state().lastGood().orElseThrow().run();
        ObjectNode report = feeds.findRun(website.id(), turn.feed().id(), run).map(FeedRuns::report)
                .orElseGet(Json::object);
        return numbered(run, report).put("unchanged", true);
    }

    private ObjectNode end(Website website, FeedTurn turn, FeedReport report, ToIntFunction<String> record) {
        if (report.refused().isPresent() && Thread.currentThread().isInterrupted()) {
            throw new StoreException.Busy("the run was interrupted");
        }
        ObjectNode json = report.json();
        int run = record.applyAsInt(json.toString());
        if (report.refused().isEmpty()) {
            intake(turn.feed()).upToDate(website);
        }
        return numbered(run, json);
    }

    /** Records why a run broke; not one that was interrupted, which is to begin anew. */
    private void refuse(FeedTurn turn, FeedSource source, String why) {
        if (Thread.currentThread().isInterrupted() || turn.isEnded()) {
            return;
        }
        String report = intake(turn.feed()).refused(why).json().toString();
        switch (source) {
            case FeedSource.Upload upload -> turn.uploadRefused(report);
            case FeedSource.Link link -> turn.refused(report);
        }
    }

    private static ObjectNode numbered(int run, ObjectNode report) {
        ObjectNode numbered = Json.object().put("run", run);
        return numbered.setAll(report);
    }
}
