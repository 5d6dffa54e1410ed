package dev.inlay.db;

import dev.inlay.db.WriteQueue.Lane;
import java.time.Duration;

/** Learns what {@link WriteQueue} does, on the threads that do it: must not wait, and must not throw. */
public interface WriteObserver {
    /** Learns nothing. */
    WriteObserver NONE = new WriteObserver() { };

    /** How an entry ended. */
    enum Outcome {
        /** It is stored. */
        WRITTEN,
        /** It found something that it does not allow; nothing is stored. */
        REJECTED,
        /** The store failed, or was not done with it in time. */
        FAILED,
        /** It did not begin in time and never will. */
        WITHDRAWN,
        /** The queue was full or closed. */
        REFUSED
    }

    /** An entry ended for the caller who waited. */
    default void ended(Lane lane, Outcome outcome) { }

    /** A group of {@code entries} was written, all of them or each for itself. */
    default void groupEnded(int entries, Duration took) { }
}
