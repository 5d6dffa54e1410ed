package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What a run did, or why it did nothing. */
sealed interface FeedReport permits ProductReport, OrderReport {
    /** How many products or orders stand by this run. */
    int imported();

    /** Why nothing was taken; empty if something was. */
    Optional<String> refused();

    /** As the API tells it, without the run's number, which the store gives. */
    ObjectNode json();
}
