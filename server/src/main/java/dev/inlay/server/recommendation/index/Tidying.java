package dev.inlay.server.recommendation.index;

/**
 * Leaves behind what is dead of a table, and sessions last seen too long ago: copies the rest into a new one, a little
 * with each step, sessions first, then what products lead to. Meanwhile the table is read and written as ever; what is
 * written into it is told here, and written into the copy where that would be past it. For the thread that writes.
 */
final class Tidying {
    /** So many sessions are copied in one step, or about as many that products lead to. */
    private static final int AT_ONCE = 64;
    private static final int STAYS = -1;

    private final SessionTable table;
    private final SessionTable copy = new SessionTable();
    private final long oldest;
    /** Sessions from this one on began meanwhile: they may be open. */
    private final int begun;
    /** Per session its number in the copy and 1; 0 if it is not there, {@link #STAYS} if it is to come there. */
    private final IntChunks numbers = new IntChunks();
    private final int[] products = new int[SessionBlocks.MAX_PRODUCTS];
    private final int[] ring = new int[Rings.CAPACITY];
    private int nextSession;
    private int nextProduct;

    /** Leaves behind sessions of {@code table} last seen before {@code oldest}, in seconds since 1970. */
    Tidying(SessionTable table, long oldest) {
        this.table = table;
        this.oldest = oldest;
        this.begun = table.count();
    }

    /** Tells that {@code session} is open: it stays, whatever becomes of the others. */
    void keep(int session) {
        numbers.set(session, STAYS);
    }

    /** Goes on; returns whether the copy is whole. */
    boolean step() {
        for (int left = AT_ONCE; left > 0 && !isDone();) {
            left -= nextSession < table.count() ? copySession(nextSession++) : copyRing(nextProduct++);
        }
        return isDone();
    }

    /** The copy, once it is whole. */
    SessionTable copy() {
        return copy;
    }

    /** The number in the copy of {@code session}, which is open or was when all began. */
    int number(int session) {
        return numbers.get(session) - 1;
    }

    /** The table was told of a new session. */
    void began(int session, int one, int other) {
        if (session == nextSession) {
            copySession(nextSession++);
        }
        enter(session, one);
        enter(session, other);
    }

    /** The table was told that {@code product} was touched in {@code session}; whether it came in by that. */
    void touched(int session, int product, long last, boolean cameIn) {
        if (session < nextSession) {
            copy.extend(number(session), product, last);
        }
        if (cameIn) {
            enter(session, product);
        }
    }

    private boolean isDone() {
        return nextSession == table.count() && nextProduct >= table.productEnd();
    }

    private int copySession(int session) {
        boolean alive = table.isFound(session) && table.last(session) >= oldest;
        if (alive || session >= begun || numbers.get(session) == STAYS) {
            int length = table.productsOf(session, products);
            numbers.set(session, 1 + copy.store(products, length, table.last(session)));
        }
        return 1;
    }

    /** The oldest session first. */
    private int copyRing(int product) {
        int held = table.sessionsOf(product, ring);
        for (int back = held - 1; back >= 0; back--) {
            if (numbers.get(ring[back]) > 0) {
                copy.enter(number(ring[back]), product);
            }
        }
        return 1 + held;
    }

    /** Where the ring of {@code product} is copied already; all sessions are then. */
    private void enter(int session, int product) {
        if (product < nextProduct) {
            copy.enter(number(session), product);
        }
    }
}
