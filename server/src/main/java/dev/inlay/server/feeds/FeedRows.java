package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes what a reader finds, row by row. */
interface FeedRows {
    /** Row {@code number} (from 1) with attributes as the API spells them. */
    void row(int number, ObjectNode attributes);

    /** Row {@code number} counts but brings no product: it adds to another one's, or is left out with a warning. */
    void rowWithoutProduct(int number);

    /** A finding; row 0 is the feed as a whole, {@code productNumber} may be {@code null}. */
    void warning(int row, String productNumber, String message);
}
