package dev.inlay.server.newsletter;

import dev.inlay.db.StoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/**
 * Tells the operator what mail readers never see: each kind of fault at most once a minute, by its class and place.
 * Messages of foreign exceptions are left out, since they repeat what a request held.
 */
final class Faults {
    private static final Logger LOG = System.getLogger(Faults.class.getName());
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int KINDS = 500;
    private static final int FRAMES = 12;

    private final Map<String, Long> told = new ConcurrentHashMap<>();

    void report(String what, Throwable thrown) {
        Throwable cause = cause(thrown);
        String kind = what + ": " + cause.getClass().getName();
        long now = System.nanoTime();
        boolean silent = told.size() > KINDS || now != told.merge(kind, now,
                (before, next) -> next - before > QUIET.toNanos() ? next : before);
        if (!silent) {
            LOG.log(Level.WARNING, kind + (cause instanceof StoreException ? ": " + cause.getMessage() : "")
                    + Arrays.stream(cause.getStackTrace()).limit(FRAMES)
                            .map(frame -> "\n    at " + frame).collect(Collectors.joining()));
        }
    }

    private static Throwable cause(Throwable thrown) {
        boolean wrapped = thrown instanceof ExecutionException || thrown instanceof CompletionException;
        return wrapped && thrown.getCause() != null ? cause(thrown.getCause()) : thrown;
    }
}
