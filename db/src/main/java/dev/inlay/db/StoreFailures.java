package dev.inlay.db;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.JdbiException;

/**
 * What failures of the database mean for us. Messages of drivers print values of rows: none of them leaves this class,
 * nor does the failure itself as a cause.
 */
final class StoreFailures {
    /** H2: closed, broken, without space, its background writer dead. */
    private static final Set<Integer> H2_CLOSED =
            Set.of(50000, 90007, 90028, 90031, 90067, 90097, 90098, 90100, 90121);
    private static final Set<String> RETRY = Set.of("40001", "40P01");
    private static final Set<String> TIMEOUTS = Set.of("HYT00", "55P03", "57014");
    /** Ended by the server, or by what lies between. */
    private static final Set<String> CUT_OFF = Set.of("08003", "08006", "57P01", "57P02");
    private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "57", "58");

    private final Runnable dropConnections;

    /** {@code dropConnections} runs when the embedded store has closed under the connections of the pool. */
    StoreFailures(Runnable dropConnections) {
        this.dropConnections = dropConnections;
    }

    /** A commit that may have happened or not. */
    private static final class LostCommit extends StoreException.Unknown {
        LostCommit(String state) {
            super("the store went away during a commit" + state);
        }
    }

    /** {@code failure} as a caller may see it; an exception of the caller's own work stays what it is. */
    RuntimeException toCaller(Throwable failure) {
        Optional<SQLException> sql = sql(failure);
        if (sql.isPresent()) {
            return isAway(failure)
                    ? new StoreException.Busy("the store is away" + state(sql.get()))
                    : new StoreException("the store refused a statement" + state(sql.get()));
        }
        return failure instanceof RuntimeException own && !(own instanceof JdbiException)
                ? own
                : new StoreException("the store failed: " + failure.getClass().getSimpleName());
    }

    /** What a failed commit means: rolled back, worth another try, or unknown. */
    RuntimeException ofCommit(RuntimeException failure) {
        return isAway(failure) ? new LostCommit(sql(failure).map(StoreFailures::state).orElse("")) : failure;
    }

    /** Whether the store as a whole cannot be used now; an embedded store that closed is opened again by the next. */
    boolean isAway(Throwable failure) {
        if (failure instanceof LostCommit) {
            return true;
        }
        Optional<SQLException> sql = sql(failure);
        if (sql.filter(StoreFailures::isClosed).isPresent()) {
            dropConnections.run();
            return true;
        }
        return sql.filter(StoreFailures::isAwayState).isPresent();
    }

    /**
     * Whether the connection had been cut off, so that a question is worth asking once more; no connection that was made
     * before is used again.
     */
    boolean isCutOff(Throwable failure) {
        boolean cut = sql(failure).filter(sql -> !(sql instanceof SQLTransientException))
                .filter(sql -> !(sql.getCause() instanceof SocketTimeoutException)).map(SQLException::getSQLState)
                .filter(CUT_OFF::contains).isPresent();
        if (cut) {
            dropConnections.run();
        }
        return cut;
    }

    /** Whether another transaction was in the way. */
    boolean isWorthRetrying(Throwable failure) {
        return sql(failure).map(SQLException::getSQLState).filter(RETRY::contains).isPresent();
    }

    /** The database's own failure behind {@code failure}, if there is one. */
    static Optional<SQLException> sql(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance).map(SQLException.class::cast).findFirst();
    }

    private static boolean isClosed(SQLException failure) {
        return H2_CLOSED.contains(failure.getErrorCode());
    }

    private static boolean isAwayState(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException && (state == null || !RETRY.contains(state))
                || state != null && (TIMEOUTS.contains(state)
                || state.length() == 5 && AWAY_CLASSES.contains(state.substring(0, 2)));
    }

    private static String state(SQLException failure) {
        return " (SQLState " + failure.getSQLState() + ")";
    }
}
