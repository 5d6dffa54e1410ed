package dev.inlay.server.feeds;

import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.SourceVersion;
import dev.inlay.server.photos.FetchLimits;
import dev.inlay.server.photos.FetchRequest;
import dev.inlay.server.photos.SafeFetcher;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fetches what the link of a feed leads to, unless its server still calls it what is known already. */
final class FeedFetch {
    /** What came of it. */
    sealed interface Delivery {
        /** The feed lies in {@code file}, as it came, which the receiver takes over. */
        record Arrived(Path file, SourceVersion version) implements Delivery { }

        record Unchanged() implements Delivery { }

        /** {@code why} is one line for the operator. */
        record Failed(String why) implements Delivery { }
    }

    private final SafeFetcher fetcher;
    private final FeedFolder folder;

    FeedFetch(SafeFetcher fetcher, FeedFolder folder) {
        this.fetcher = fetcher;
        this.folder = folder;
    }

    Delivery fetch(Feed feed, SourceVersion known) throws IOException {
        if (feed.url().isEmpty()) {
            return new Delivery.Failed("the feed has no url to be fetched from");
        }
        Path file = folder.newFile();
        boolean arrived = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            FetchRequest request = new FetchRequest(feed.url().get(), feed.settings().login(), known, true);
            Delivery delivery = delivery(fetcher.fetch(request, FetchLimits.FEED, out), file);
            arrived = delivery instanceof Delivery.Arrived;
            return delivery;
        } finally {
            if (!arrived) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static Delivery delivery(SafeFetcher.Outcome outcome, Path file) {
        return switch (outcome) {
            case SafeFetcher.Outcome.Fetched fetched -> new Delivery.Arrived(file, fetched.version());
            case SafeFetcher.Outcome.Unchanged() -> new Delivery.Unchanged();
            case SafeFetcher.Outcome.Failed(String reason) ->
                    new Delivery.Failed("the feed could not be fetched: " + reason);
        };
    }
}
