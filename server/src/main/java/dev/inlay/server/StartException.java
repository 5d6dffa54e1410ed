package dev.inlay.server;

/** The server cannot start; the message is one line for the operator. */
public final class StartException extends RuntimeException {
    public StartException(String message) {
        super(message);
    }
}
