package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes what a reader of products finds, row by row. */
interface ProductRows extends FeedWarnings {
    /** Row {@code number} (from 1) with attributes as the API spells them. */
    void row(int number, ObjectNode attributes);

    /** Row {@code number} counts but brings no product: it adds to another one's, or is left out with a warning. */
    void rowWithoutProduct(int number);
}
