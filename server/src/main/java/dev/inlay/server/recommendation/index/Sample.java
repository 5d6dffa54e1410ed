package dev.inlay.server.recommendation.index;

/**
 * The latest sessions that share a product with a history, at most 500, and what is known of each: emptied and used
 * again. For one thread.
 */
final class Sample {
    static final int CAPACITY = 500;

    final int[] sessions = new int[CAPACITY];
    /** When each was last seen, in seconds since 1970, as it was when it was met first. */
    final long[] lasts = new long[CAPACITY];
    final double[] likeness = new double[CAPACITY];
    /** The place in the history of the newest product that each shares with it. */
    final int[] shared = new int[CAPACITY];

    private final IntPlaces places = new IntPlaces();
    private final Heap oldest = new Heap(CAPACITY, this::isOlder);
    private final int[] met = new int[Rings.CAPACITY];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        places.clear();
        oldest.clear();
    }

    /**
     * Takes up the sessions of {@code product}, which stands at {@code place} of the history and weighs that much, the
     * newest first, until they are older than all that were taken up.
     */
    void take(SessionTable table, int product, int place, double weight) {
        int count = table.sessionsOf(product, met);
        for (int back = 0; back < count; back++) {
            int session = met[back];
            int known = places.get(session);
            if (known != IntPlaces.NONE) {
                likeness[known] += weight;
            } else if (!take(session, table.last(session), place, weight)) {
                return;
            }
        }
    }

    /** Whether what {@code one} holds is older than what {@code other} holds; equal ones by number. */
    boolean isOlder(int one, int other) {
        return isOlder(lasts[one], sessions[one], lasts[other], sessions[other]);
    }

    private boolean take(int session, long last, int place, double weight) {
        if (size < CAPACITY) {
            fill(size, session, last, place, weight);
            oldest.add(size++);
            return true;
        }
        int first = oldest.first();
        if (!isOlder(lasts[first], sessions[first], last, session)) {
            return false;
        }
        places.put(sessions[first], IntPlaces.NONE);
        fill(first, session, last, place, weight);
        oldest.replaceFirst(first);
        return true;
    }

    private void fill(int at, int session, long last, int place, double weight) {
        sessions[at] = session;
        lasts[at] = last;
        likeness[at] = weight;
        shared[at] = place;
        places.put(session, at);
    }

    private static boolean isOlder(long last, int session, long otherLast, int otherSession) {
        return last != otherLast ? last < otherLast : session < otherSession;
    }
}
