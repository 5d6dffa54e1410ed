package dev.inlay.server.feeds;

import dev.inlay.db.StoreException;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.HttpProblem;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs feeds when somebody asks, without letting them wait: what comes of it is recorded as every run is. */
public final class BackgroundRuns implements AutoCloseable {
    private static final Duration LEAVE = Duration.ofSeconds(2);
    private static final System.Logger LOG = System.getLogger(BackgroundRuns.class.getName());

    private record Key(int websiteId, String feedId) {
        static Key of(Feed feed) {
            return new Key(feed.websiteId(), feed.id());
        }
    }

    private final FeedRuns runs;
    private final Set<Key> underWay = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public BackgroundRuns(FeedRuns runs) {
        this.runs = runs;
    }

    /** Begins to fetch and read {@code feed}; 409 while a run that began here is under way. */
    public void fetch(Website website, Feed feed, boolean force) {
        begin(website, feed, new FeedSource.Link(), force);
    }

    /** Begins to read the request's body, at most 100 MB, in place of what the link of {@code feed} leads to. */
    public void upload(Website website, Feed feed, ServerRequest request, boolean force) {
        try {
            begin(website, feed, FeedUpload.upload(request, runs), force);
        } catch (IOException e) {
            throw new UncheckedIOException("an upload could not be kept", e);
        }
    }

    /** Whether a run of {@code feed} that began here has not ended. */
    public boolean isUnderWay(Feed feed) {
        return underWay.contains(Key.of(feed));
    }

    /** Begins no more runs, and interrupts those that are under way; {@link #close} waits for them. */
    public void stop() {
        threads.shutdownNow();
    }

    /** Stops within two seconds; what was under way leaves no trace. */
    @Override
    public void close() {
        stop();
        try {
            threads.awaitTermination(LEAVE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins to run {@code feed} from {@code source}, which it takes over also where it throws. */
    void begin(Website website, Feed feed, FeedSource source, boolean force) {
        if (!underWay.add(Key.of(feed))) {
            runs.discard(source);
            throw HttpProblem.conflict("A run of this feed is under way. Please wait until it has ended.");
        }
        try {
            threads.execute(() -> run(website, feed, source, force));
        } catch (RejectedExecutionException stopped) {
            underWay.remove(Key.of(feed));
            runs.discard(source);
            throw new StoreException.Busy("this node stops and begins no more runs");
        }
    }

    private void run(Website website, Feed feed, FeedSource source, boolean force) {
        try {
            runs.runUnattended(website, feed, source, force);
        } catch (StoreException | HttpProblem e) {
            LOG.log(Level.WARNING, "Feed {0} could not be run: {1}", feed.id(), e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "A run of feed " + feed.id() + " failed", e);
        } finally {
            underWay.remove(Key.of(feed));
        }
    }
}
