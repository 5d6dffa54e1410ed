package dev.inlay.server.feeds;

import java.nio.file.Path;

/** Where a run takes its feed from. */
sealed interface FeedSource {
    /** The feed's own link, to be fetched. */
    record Link() implements FeedSource { }

    /** A file in {@link FeedFolder}, which the run takes over. */
    record Upload(Path file) implements FeedSource { }
}
