package dev.inlay.server.feeds;

/** Tells texts that were seen before, by 64 bits of each: of a million at most, all further ones count as new. */
final class Distinct {
    private static final int FIRST = 1_024;
    private static final int MAX = 1 << 20;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Open addressing; 0 is a free place. */
    private long[] places = new long[FIRST];
    private int count;
    private int beyond;

    /** Returns whether {@code text} is new. */
    boolean add(String text) {
        long hash = hash(text);
        int place = place(hash);
        if (places[place] == hash) {
            return false;
        }
        if (count == MAX) {
            beyond++;
            return true;
        }
        places[place] = hash;
        count++;
        if (count * 2 > places.length) {
            grow();
        }
        return true;
    }

    int count() {
        return count + beyond;
    }

    private int place(long hash) {
        int place = (int) (hash >>> 32) & places.length - 1;
        while (places[place] != 0 && places[place] != hash) {
            place = place + 1 & places.length - 1;
        }
        return place;
    }

    private void grow() {
        long[] before = places;
        places = new long[before.length * 2];
        for (long hash : before) {
            if (hash != 0) {
                places[place(hash)] = hash;
            }
        }
    }

    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash ^= hash >>> 29;
        hash *= FNV_PRIME;
        return hash == 0 ? 1 : hash;
    }
}
