package dev.inlay.db;

/**
 * The store could not answer. The message never holds a value of a row, since messages of database drivers do.
 *
 * <p>{@link Busy} asks the caller to come again later: nothing was stored. {@link Unknown} leaves open whether it was.
 * Any other failure is a refusal, which the same question would meet again.
 */
public class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    /** The queue of writes is full or the store is away for the moment; nothing was stored. */
    public static final class Busy extends StoreException {
        public Busy(String message) {
            super(message);
        }
    }

    /** The store did not say whether it stored what it was given. */
    public static class Unknown extends StoreException {
        public Unknown(String message) {
            super(message);
        }
    }
}
