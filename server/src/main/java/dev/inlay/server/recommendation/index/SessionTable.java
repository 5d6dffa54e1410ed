package dev.inlay.server.recommendation.index;

import java.io.IOException;

/**
 * Sessions of two products or more, by number, and the {@link Rings} that lead to them. One thread writes, any number
 * read without locks.
 *
 * <p>The products of a session lie in one block of a large array. Where the block starts and how many there are is one
 * long, released after the products are written: a reader sees a block with as many products as it holds, never a new
 * length with an old start. A block that is full is copied into a larger one; the old one is never written again, so
 * that whoever reads it finishes on it. A session enters a ring after it can be read. What is dead (old blocks, and
 * sessions that no ring leads to any more) is left behind by {@link #compacted}: a new table, while readers of this one
 * finish on it.
 */
final class SessionTable {
    static final int MAX_PRODUCTS = 40;

    private static final int FIRST_CAPACITY = 2;
    private static final int GROWN_CAPACITY = 32;
    private static final int LEAST_COMPACTED = 1 << 14;
    private static final int LENGTH_BITS = 6;
    private static final int START_SHIFT = 2 * LENGTH_BITS;
    private static final long ONE_RING = 1 << LENGTH_BITS;
    private static final int SIX_BITS = (1 << LENGTH_BITS) - 1;

    private final Rings rings = new Rings();
    private final IntChunks products = new IntChunks();
    /** Start of the block, in how many rings the session is, and its length. */
    private final LongChunks spans = new LongChunks();
    /** Seconds since 1970, unsigned. */
    private final IntChunks lasts = new IntChunks();
    private final int[] block = new int[MAX_PRODUCTS];
    private int count;
    private long used;
    private long dead;

    /** How many sessions {@code product} leads to, at most 500. */
    int held(int product) {
        return rings.held(product);
    }

    /** Fills {@code into} with the latest sessions of {@code product}, the newest first; returns how many they are. */
    int sessionsOf(int product, int[] into) {
        return rings.read(product, into);
    }

    /** When {@code session} was last seen, in seconds since 1970. */
    long last(int session) {
        return Integer.toUnsignedLong(lasts.get(session));
    }

    /** Copies the products of {@code session} in order of touch; returns how many they are, 0 if it is not whole yet. */
    int productsOf(int session, int[] into) {
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

    /** Where {@code session} has {@code product}, or {@link Rings#NONE}; fills {@code into} as {@link #productsOf}. */
    int place(int session, int product, int[] into) {
        int length = productsOf(session, into);
        for (int place = 0; place < length; place++) {
            if (into[place] == product) {
                return place;
            }
        }
        return Rings.NONE;
    }

    /** How many sessions there are, dead ones included. */
    int count() {
        return count;
    }

    boolean isHalfDead() {
        return used >= LEAST_COMPACTED && dead * 2 >= used;
    }

    int begin(int one, int other, long last) {
        int session = store(new int[] {one, other}, 2, last);
        enter(session, one);
        enter(session, other);
        return session;
    }

    void touch(int session, long last) {
        if (last > last(session)) {
            lasts.set(session, (int) last);
        }
    }

    /** Appends {@code product}, if the session lacks it and has room; returns whether it did. */
    boolean append(int session, int product) {
        boolean known = place(session, product, block) != Rings.NONE;
        long span = spans.get(session);
        int length = length(span);
        if (known || length == MAX_PRODUCTS) {
            return false;
        }
        long start = length == capacity(length) ? moved(length, ringCount(span) == 0) : span >>> START_SHIFT;
        products.set(start + length, product);
        spans.publish(session, start << START_SHIFT | span & (SIX_BITS << LENGTH_BITS) | length + 1);
        enter(session, product);
        return true;
    }

    /**
     * This without what is dead and without sessions last seen before {@code oldest}, numbered anew.
     *
     * @param open sessions that stay whatever becomes of the others; holds their new numbers afterwards
     */
    SessionTable compacted(long oldest, int[] open) {
        int[] renumbered = stay(oldest, open);
        SessionTable fresh = new SessionTable();
        for (int session = 0; session < count; session++) {
            if (renumbered[session] != Rings.NONE) {
                renumbered[session] = fresh.store(block, productsOf(session, block), last(session));
            }
        }
        for (int i = 0; i < open.length; i++) {
            open[i] = open[i] == Rings.NONE ? Rings.NONE : renumbered[open[i]];
        }
        eachRingEntry((product, session) -> {
            if (renumbered[session] != Rings.NONE) {
                fresh.enter(renumbered[session], product);
            }
        });
        return fresh;
    }

    void write(SnapshotOutput out, int productCount) throws IOException {
        out.putInt(count);
        for (int session = 0; session < count; session++) {
            int length = productsOf(session, block);
            out.putInt(length);
            out.putInt((int) last(session));
            out.putInts(block, length);
        }
        int[] ring = new int[Rings.CAPACITY];
        for (int product = 0; product < productCount; product++) {
            int held = rings.read(product, ring);
            out.putInt(held);
            out.putInts(ring, held);
        }
    }

    /** Reads what {@link #write} wrote; its products are ints below {@code productCount}. */
    static SessionTable read(SnapshotInput in, int productCount) throws IOException {
        SessionTable table = new SessionTable();
        int count = in.takeInt(0, Integer.MAX_VALUE);
        for (int session = 0; session < count; session++) {
            int length = in.takeInt(2, MAX_PRODUCTS);
            long last = Integer.toUnsignedLong(in.takeInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
            in.takeInts(table.block, length, productCount - 1);
            table.store(table.block, length, last);
        }
        int[] ring = new int[Rings.CAPACITY];
        for (int product = 0; product < productCount; product++) {
            int held = in.takeInt(0, Rings.CAPACITY);
            in.takeInts(ring, held, count - 1);
            for (int back = held - 1; back >= 0; back--) {
                table.enterAgain(ring[back], product);
            }
        }
        return table;
    }

    private void enterAgain(int session, int product) throws SnapshotException {
        long span = spans.get(session);
        if (ringCount(span) == length(span)) {
            throw new SnapshotException("a session is found by more products than it has");
        }
        enter(session, product);
    }

    private interface RingEntry {
        void see(int product, int session);
    }

    /** Of each ring the oldest session first. */
    private void eachRingEntry(RingEntry entry) {
        int[] ring = new int[Rings.CAPACITY];
        for (int product = 0; product < rings.end(); product++) {
            for (int back = rings.read(product, ring) - 1; back >= 0; back--) {
                entry.see(product, ring[back]);
            }
        }
    }

    /** Per session, {@link Rings#NONE} for those that go. */
    private int[] stay(long oldest, int[] open) {
        int[] stays = new int[count];
        for (int session = 0; session < count; session++) {
            stays[session] = ringCount(spans.get(session)) > 0 && last(session) >= oldest ? 0 : Rings.NONE;
        }
        for (int session : open) {
            if (session != Rings.NONE) {
                stays[session] = 0;
            }
        }
        return stays;
    }

    /** A session that no ring leads to yet. */
    private int store(int[] distinct, int length, long last) {
        int session = count++;
        long start = allocate(capacity(length));
        dead += capacity(length);
        for (int i = 0; i < length; i++) {
            products.set(start + i, distinct[i]);
        }
        lasts.set(session, (int) last);
        spans.publish(session, start << START_SHIFT | length);
        return session;
    }

    private void enter(int session, int product) {
        long span = spans.get(session);
        spans.publish(session, span + ONE_RING);
        if (ringCount(span) == 0) {
            dead -= capacity(length(span));
        }
        int left = rings.add(product, session);
        if (left != Rings.NONE) {
            leave(left);
        }
    }

    private void leave(int session) {
        long span = spans.get(session) - ONE_RING;
        spans.publish(session, span);
        if (ringCount(span) == 0) {
            dead += capacity(length(span));
        }
    }

    private long moved(int length, boolean wasDead) {
        dead += capacity(wasDead ? length + 1 : length);
        long start = allocate(capacity(length + 1));
        for (int i = 0; i < length; i++) {
            products.set(start + i, block[i]);
        }
        return start;
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

    private static int capacity(int length) {
        int power = Math.max(FIRST_CAPACITY, Integer.highestOneBit(length - 1) << 1);
        return power > GROWN_CAPACITY ? MAX_PRODUCTS : power;
    }

    private static int length(long span) {
        return (int) span & SIX_BITS;
    }

    private static int ringCount(long span) {
        return (int) (span >>> LENGTH_BITS) & SIX_BITS;
    }
}
