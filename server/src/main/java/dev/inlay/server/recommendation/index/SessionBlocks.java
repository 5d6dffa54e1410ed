package dev.inlay.server.recommendation.index;

/**
 * Sessions of two products or more, by number. One thread writes, any number read without locks.
 *
 * <p>The products of a session lie in one block of a large array. Where the block starts and how many there are is one
 * long, released after the products are written: a reader sees a block with as many products as it holds, never a new
 * length with an old start. A block that is full is copied into a larger one; the old one is never written again, so
 * that whoever reads it finishes on it. Old blocks and sessions that no ring leads to are dead.
 */
final class SessionBlocks {
    static final int MAX_PRODUCTS = 40;

    private static final int LEAST_CAPACITY = 2;
    private static final int LARGEST_POWER = 32;
    private static final int LEAST_TIDIED = 1 << 14;
    private static final int COUNT_BITS = 6;
    private static final int COUNT = (1 << COUNT_BITS) - 1;
    private static final int START_SHIFT = 2 * COUNT_BITS;
    private static final long ONE_RING = 1 << COUNT_BITS;

    private final IntChunks products = new IntChunks();
    /** Start of the block, in how many rings the session is, and how many products it has. */
    private final LongChunks spans = new LongChunks();
    /** Seconds since 1970, unsigned. */
    private final IntChunks lasts = new IntChunks();
    private final int[] block = new int[MAX_PRODUCTS];
    private int count;
    private long used;
    private long dead;
    /** What was used when dead ones were left behind last. */
    private long begun;

    /** How many sessions there are, dead ones included. */
    int count() {
        return count;
    }

    /** When {@code session} was last seen, in seconds since 1970. */
    long last(int session) {
        return Integer.toUnsignedLong(lasts.get(session));
    }

    /** Copies the products of {@code session} in order of touch; returns how many, 0 if it is not whole yet. */
    int read(int session, int[] into) {
        long span = spans.get(session);
        int length = length(span);
        if (length > 0) {
            products.copy(span >>> START_SHIFT, length, into);
        }
        return length;
    }

    /** How many products {@code session} has. */
    int lengthOf(int session) {
        return length(spans.get(session));
    }

    /**
     * Whether to leave the dead behind: half of all is, and as much as was taken along last time came since, so that what
     * has to stay although it is dead is not taken along again and again.
     */
    boolean isHalfDead() {
        return used >= Math.max(LEAST_TIDIED, 2 * begun) && dead * 2 >= used;
    }

    /** Tells that all there is was taken along from others. */
    void begin() {
        begun = used;
    }

    boolean isInRings(int session) {
        return rings(spans.get(session)) > 0;
    }

    boolean isInAllRings(int session) {
        long span = spans.get(session);
        return rings(span) == length(span);
    }

    /** Keeps a session that no ring leads to yet; returns its number. */
    int store(int[] distinct, int length, long last) {
        int session = count++;
        long start = allocate(capacity(length));
        dead += capacity(length);
        write(start, distinct, length);
        lasts.set(session, (int) last);
        spans.publish(session, start << START_SHIFT | length);
        return session;
    }

    void touch(int session, long last) {
        if (last > last(session)) {
            lasts.set(session, (int) last);
        }
    }

    /** Appends {@code product}, if the session lacks it and has room; returns whether it did. */
    boolean append(int session, int product) {
        int length = read(session, block);
        for (int i = 0; i < length; i++) {
            if (block[i] == product) {
                return false;
            }
        }
        if (length == MAX_PRODUCTS) {
            return false;
        }
        long span = spans.get(session);
        long start = length == capacity(length) ? moved(length, rings(span) == 0) : span >>> START_SHIFT;
        products.set(start + length, product);
        spans.publish(session, start << START_SHIFT | rings(span) * ONE_RING | length + 1);
        return true;
    }

    /** Tells that one more ring leads to {@code session}. */
    void enterRing(int session) {
        long span = spans.get(session);
        spans.publish(session, span + ONE_RING);
        if (rings(span) == 0) {
            dead -= capacity(length(span));
        }
    }

    /** Tells that one ring fewer leads to {@code session}. */
    void leaveRing(int session) {
        long span = spans.get(session) - ONE_RING;
        spans.publish(session, span);
        if (rings(span) == 0) {
            dead += capacity(length(span));
        }
    }

    /** Copies what is read of a full block; that of a dead session was counted before, so that now its copy is. */
    private long moved(int length, boolean wasDead) {
        dead += capacity(wasDead ? length + 1 : length);
        long start = allocate(capacity(length + 1));
        write(start, block, length);
        return start;
    }

    private void write(long start, int[] distinct, int length) {
        for (int i = 0; i < length; i++) {
            products.set(start + i, distinct[i]);
        }
    }

    /** Room for a block; one that does not fit into the rest of a chunk begins with the next. */
    private long allocate(int capacity) {
        long rest = IntChunks.SIZE - used % IntChunks.SIZE;
        if (rest < capacity) {
            used += rest;
            dead += rest;
        }
        used += capacity;
        return used - capacity;
    }

    /** 2, 4, 8, 16, 32 or 40. */
    private static int capacity(int length) {
        int power = Math.max(LEAST_CAPACITY, Integer.highestOneBit(length - 1) << 1);
        return power > LARGEST_POWER ? MAX_PRODUCTS : power;
    }

    private static int length(long span) {
        return (int) span & COUNT;
    }

    private static int rings(long span) {
        return (int) (span >>> COUNT_BITS) & COUNT;
    }
}
