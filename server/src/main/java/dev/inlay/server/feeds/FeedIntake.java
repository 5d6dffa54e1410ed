package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedState.GoodRun;
import dev.inlay.db.website.Website;
import java.nio.file.Path;

/** What becomes of the feeds of one kind. */
sealed interface FeedIntake permits ProductIntake, OrderIntake {
    /**
     * Reads {@code file}, which it takes over, into the store. A file that is no such feed is refused and leaves no
     * trace but the report. {@code force} takes also what looks like an accident.
     */
    FeedReport read(Website website, Feed feed, Path file, boolean force);

    /** The report of a run that could not read its feed. */
    FeedReport refused(String why);

    /** Whether what {@code good} brought still stands, so that a feed that did not change need not be read again. */
    boolean isStanding(Feed feed, GoodRun good);

    /** Learns that what stands is what the feed holds. */
    void upToDate(Website website);

    /** What is to be told of each run as it is now, besides its report. */
    ObjectNode presentState(Website website);

    /** Takes back what is not to stay without {@code feed}. */
    void withdraw(Website website, Feed feed);
}
