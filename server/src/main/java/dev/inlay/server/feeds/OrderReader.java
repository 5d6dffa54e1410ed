package dev.inlay.server.feeds;

import java.io.IOException;

/** Reads one format of order feeds within bounds. */
interface OrderReader {
    /**
     * Hands all orders of {@code feed} to {@code rows}, each once and whole, and returns how many rows it holds.
     *
     * @throws FeedRefusedException if it is no such feed, or broken beyond repair: before any order is handed over
     */
    int read(FeedFile feed, OrderRows rows) throws IOException;
}
