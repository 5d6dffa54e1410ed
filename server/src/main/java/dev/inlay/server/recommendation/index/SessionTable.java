package dev.inlay.server.recommendation.index;

import java.io.IOException;

/**
 * Sessions of two products or more, and which of them a product leads to. One thread writes, any number read without
 * locks: a session enters a ring after it can be read.
 *
 * <p>What is dead is left behind by {@link Tidying}: in a new table, to be published by one reference, while readers of
 * this one finish on it; it is not written any more.
 */
final class SessionTable {
    private final Rings rings;
    private final SessionBlocks blocks;

    SessionTable() {
        rings = new Rings();
        blocks = new SessionBlocks();
    }

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
        return blocks.last(session);
    }

    /** Copies the products of {@code session} in order of touch; returns how many, 0 if it is not whole yet. */
    int productsOf(int session, int[] into) {
        return blocks.read(session, into);
    }

    /** How many products {@code session} has. */
    int lengthOf(int session) {
        return blocks.lengthOf(session);
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

    /** How many sessions there are, those included that no product leads to any more. */
    int count() {
        return blocks.count();
    }

    boolean isHalfDead() {
        return blocks.isHalfDead();
    }

    /** Tells that all there is was taken along from another table. */
    void beginAnew() {
        blocks.begin();
    }

    /** Whether any product leads to {@code session}. */
    boolean isFound(int session) {
        return blocks.isInRings(session);
    }

    /** One more than the greatest product that may lead to sessions. */
    int productEnd() {
        return rings.end();
    }

    int begin(int one, int other, long last) {
        int session = store(new int[] {one, other}, 2, last);
        enter(session, one);
        enter(session, other);
        return session;
    }

    /** Appends {@code product} to a session last seen then, if it lacks it and has room; returns whether it did. */
    boolean append(int session, int product, long last) {
        boolean appended = extend(session, product, last);
        if (appended) {
            enter(session, product);
        }
        return appended;
    }

    /** Keeps a session that no product leads to yet; returns its number. */
    int store(int[] distinct, int length, long last) {
        return blocks.store(distinct, length, last);
    }

    /** As {@link #append}, but {@code product} does not lead to the session yet. */
    boolean extend(int session, int product, long last) {
        blocks.touch(session, last);
        return blocks.append(session, product);
    }

    /** Lets {@code product} lead to {@code session}, as the latest it leads to. */
    void enter(int session, int product) {
        blocks.enterRing(session);
        int left = rings.add(product, session);
        if (left != Rings.NONE) {
            blocks.leaveRing(left);
        }
    }

    void write(SnapshotOutput out, int productCount) throws IOException {
        out.putInt(blocks.count());
        int[] products = new int[SessionBlocks.MAX_PRODUCTS];
        for (int session = 0; session < blocks.count(); session++) {
            int length = productsOf(session, products);
            out.putInt(length);
            out.putInt((int) last(session));
            out.putInts(products, length);
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
        int[] products = new int[SessionBlocks.MAX_PRODUCTS];
        for (int session = 0; session < count; session++) {
            int length = in.takeInt(2, SessionBlocks.MAX_PRODUCTS);
            long last = Integer.toUnsignedLong(in.takeInt(Integer.MIN_VALUE, Integer.MAX_VALUE));
            in.takeInts(products, length, productCount - 1);
            table.blocks.store(products, length, last);
        }
        int[] ring = new int[Rings.CAPACITY];
        for (int product = 0; product < productCount; product++) {
            int held = in.takeInt(0, Rings.CAPACITY);
            in.takeInts(ring, held, count - 1);
            for (int back = held - 1; back >= 0; back--) {
                table.enterRead(ring[back], product);
            }
        }
        return table;
    }

    private void enterRead(int session, int product) throws SnapshotException {
        if (blocks.isInAllRings(session)) {
            throw new SnapshotException("a session is found by more products than it has");
        }
        enter(session, product);
    }
}
