package dev.inlay.server.recommendation.index;

/**
 * The latest sessions that share a product with what is asked about, at most 500, and what is known of each: emptied
 * and used again. For one thread.
 */
final class Sample {
    static final int CAPACITY = 500;

    final int[] sessions = new int[CAPACITY];
    /** The weights of all products that each shares, together. */
    final double[] likeness = new double[CAPACITY];
    /** The place of the first product that each shares, of those that were asked about. */
    final int[] first = new int[CAPACITY];
    /** The places of all products that each shares, a bit for each. */
    final int[] shared = new int[CAPACITY];

    private final IntPlaces places = new IntPlaces();
    /** All places, once all are taken. */
    private final Oldest oldest = new Oldest();
    private final int[] met = new int[Rings.CAPACITY];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        places.clear();
    }

    /**
     * Takes up the sessions of {@code product}, which stands at {@code place} and weighs that much, the newest first,
     * until they are older than all that were taken up. Numbers tell which is older.
     */
    void take(SessionTable table, int product, int place, double weight) {
        int count = table.sessionsOf(product, met);
        for (int back = 0; back < count; back++) {
            int known = places.get(met[back]);
            if (known != IntPlaces.NONE) {
                likeness[known] += weight;
                shared[known] |= 1 << place;
            } else if (!take(met[back], place, weight)) {
                return;
            }
        }
    }

    private boolean take(int session, int place, double weight) {
        if (size < CAPACITY) {
            fill(size++, session, place, weight);
            if (size == CAPACITY) {
                oldest.fill(CAPACITY);
            }
            return true;
        }
        int eldest = oldest.first();
        if (session <= sessions[eldest]) {
            return false;
        }
        places.put(sessions[eldest], IntPlaces.NONE);
        fill(eldest, session, place, weight);
        oldest.replaceFirst(eldest);
        return true;
    }

    private void fill(int at, int session, int place, double weight) {
        sessions[at] = session;
        likeness[at] = weight;
        first[at] = place;
        shared[at] = 1 << place;
        places.put(session, at);
    }

    private final class Oldest extends Heap {
        Oldest() {
            super(CAPACITY);
        }

        @Override
        boolean isBefore(int one, int other) {
            return sessions[one] < sessions[other];
        }
    }
}
