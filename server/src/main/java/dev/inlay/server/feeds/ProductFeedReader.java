package dev.inlay.server.feeds;

import java.io.IOException;

/** Reads one format of product feeds, row by row and within bounds. */
interface ProductFeedReader {
    /**
     * Hands all rows of {@code feed} to {@code rows}.
     *
     * @throws FeedRefusedException if it is no such feed, or broken beyond repair: no row that was handed over counts
     */
    void read(FeedFile feed, ProductRows rows) throws IOException;
}
