package dev.inlay.db.activity;

import java.util.concurrent.ThreadLocalRandom;

/** Ids of rows that one entry writes: the same high bits, the low ones count. */
final class RowId {
    private static final long STEP = 1L << 16;

    private RowId() {
    }

    /** The first of an entry. */
    static long next() {
        return ThreadLocalRandom.current().nextLong(Long.MAX_VALUE / STEP) * STEP;
    }
}
