package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Takes what a reader of orders finds. */
interface OrderRows extends FeedWarnings {
    /**
     * An order that begins in row {@code row} (from 1): {@code orderNumber}, {@code date}, {@code total},
     * {@code email}, {@code customerId} and a list {@code products} of objects with {@code productNumber},
     * {@code url}, {@code quantity}, {@code lineTotal} or the {@code price} of one; nothing of it checked.
     */
    void order(int row, ObjectNode order);
}
