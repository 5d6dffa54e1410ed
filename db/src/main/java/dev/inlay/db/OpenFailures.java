package dev.inlay.db;

import java.sql.SQLException;
import java.util.Optional;

/** Says in one line why a store cannot be opened. */
final class OpenFailures {
    private static final int H2_IN_USE = 90020;
    private static final int H2_CORRUPT = 90030;
    private static final int H2_OTHER_FORMAT = 90048;

    private OpenFailures() {
    }

    static DatabaseOpenException explain(DatabaseSettings settings, RuntimeException failure) {
        if (failure instanceof DatabaseOpenException explained) {
            return explained;
        }
        Optional<SQLException> sql = StoreFailures.sql(failure);
        String reason = sql.map(settings.isH2() ? OpenFailures::ofH2 : OpenFailures::ofPostgres)
                .orElseGet(() -> "it failed with " + failure.getClass().getSimpleName());
        String store = settings.isH2() ? "The store in " + settings.dataDir() : "The database of INLAY_DATABASE_URL";
        return new DatabaseOpenException(store + " cannot be opened: " + reason + ".");
    }

    private static String ofH2(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case H2_IN_USE -> "another process has it open";
            case H2_CORRUPT -> "its file is damaged; restore a backup";
            case H2_OTHER_FORMAT -> "its file was written by another version of H2";
            default -> isDamage(failure)
                    ? "its file is damaged; restore a backup"
                    : "it failed with error " + failure.getErrorCode();
        };
    }

    /** H2 reports some damage as a general error; the reader of the file is in the stack then. */
    private static boolean isDamage(SQLException failure) {
        return failure.getErrorCode() == 50000 && failure.getCause() != null
                && failure.getCause().getClass().getName().endsWith("MVStoreException");
    }

    private static String ofPostgres(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "28P01", "28000" -> "user or password is refused";
            case "3D000" -> "there is no such database";
            case "53300" -> "it has no connection left";
            case "57P03" -> "it is starting or stopping";
            default -> state.startsWith("08") ? "it cannot be reached" : "it failed with SQLState " + state;
        };
    }
}
