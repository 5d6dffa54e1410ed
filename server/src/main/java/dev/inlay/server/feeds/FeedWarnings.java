package dev.inlay.server.feeds;

/** Takes what a reader has to say about the rows of a feed. */
interface FeedWarnings {
    /** Says nothing to nobody. */
    FeedWarnings NONE = (row, number, message) -> { };

    /** A finding; row 0 is the feed as a whole, {@code number} (of product or order) may be {@code null}. */
    void warning(int row, String number, String message);
}
