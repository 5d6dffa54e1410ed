package dev.inlay.server.recommendation.index;

import java.io.IOException;

/** A snapshot of an index that cannot be one: cut off, changed, or of another version. */
final class SnapshotException extends IOException {
    private static final long serialVersionUID = 1;

    SnapshotException(String message) {
        super("snapshot of an index is damaged: " + message);
    }
}
