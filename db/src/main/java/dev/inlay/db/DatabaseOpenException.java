package dev.inlay.db;

/** The store cannot be opened; the message is one line for the operator. */
public final class DatabaseOpenException extends RuntimeException {
    public DatabaseOpenException(String message) {
        super(message);
    }
}
