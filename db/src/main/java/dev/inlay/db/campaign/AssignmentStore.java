package dev.inlay.db.campaign;

import dev.inlay.db.Database;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers which products an edition shows to a recipient: one row for each (campaign, send, recipient, epoch), pointing at
 * a pick set that is stored once by its content.
 */
public final class AssignmentStore {
    public AssignmentStore(Database database) {
    }

    /**
     * The lock of {@code recipient} (16 bytes) in {@code edition} or, failing that, the newest one of an earlier bucket or
     * clearing of the same campaign and send ({@link Assignment#current()} tells which): one indexed read.
     */
    public Optional<Assignment> find(Edition edition, byte[] recipient) {
        throw new UnsupportedOperationException("next");
    }

    /**
     * Locks {@code proposal} unless the recipient has a lock in this edition; returns what the store holds then. A
     * proposal without any product is returned as it is, not locked. A lock with fewer slots than {@code proposal} is
     * extended by the proposal's further slots; slots it has never change.
     *
     * @throws dev.inlay.db.StoreException if it could not be written within {@code timeout}; it is withdrawn if not begun
     */
    public Assignment lock(Edition edition, byte[] recipient, Assignment proposal, Duration timeout) {
        throw new UnsupportedOperationException("next");
    }
}
