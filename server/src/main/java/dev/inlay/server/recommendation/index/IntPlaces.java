package dev.inlay.server.recommendation.index;

import java.util.Arrays;

/** Places by number (0 or more), to be emptied and used again: what was learnt last of a number. For one thread. */
final class IntPlaces {
    static final int NONE = -1;

    private int[] keys = new int[256];
    private int[] values = new int[256];
    private int[] filled = new int[128];
    private int size;

    /** The place of {@code number}, or {@link #NONE}. */
    int get(int number) {
        int at = find(number, keys);
        return keys[at] == 0 ? NONE : values[at];
    }

    void put(int number, int place) {
        int at = find(number, keys);
        if (keys[at] == 0) {
            if (size == filled.length) {
                grow();
                at = find(number, keys);
            }
            keys[at] = number + 1;
            filled[size++] = at;
        }
        values[at] = place;
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            keys[filled[i]] = 0;
        }
        size = 0;
    }

    private void grow() {
        int[] largerKeys = new int[keys.length * 2];
        int[] largerValues = new int[keys.length * 2];
        for (int i = 0; i < size; i++) {
            int at = find(keys[filled[i]] - 1, largerKeys);
            largerKeys[at] = keys[filled[i]];
            largerValues[at] = values[filled[i]];
            filled[i] = at;
        }
        keys = largerKeys;
        values = largerValues;
        filled = Arrays.copyOf(filled, keys.length / 2);
    }

    private static int find(int number, int[] keys) {
        int mask = keys.length - 1;
        int hash = number * 0x9e3779b9;
        int at = (hash ^ hash >>> 16) & mask;
        while (keys[at] != 0 && keys[at] != number + 1) {
            at = at + 1 & mask;
        }
        return at;
    }
}
