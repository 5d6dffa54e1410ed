package dev.inlay.server.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question of a query file: what is to be shown to somebody who did this?
 *
 * @param id as the file says
 * @param time when it is asked; empty = after the last of its events
 * @param touches what he did until then, oldest first
 */
record Query(String id, Optional<Instant> time, List<PastTouch> touches) {
    Query {
        touches = List.copyOf(touches);
    }

    /** When it is asked, {@code end} if neither the question nor an event says so. */
    Instant time(Instant end) {
        return time.orElseGet(() -> touches.isEmpty() ? end : Instant.ofEpochMilli(touches.getLast().millis()));
    }
}
