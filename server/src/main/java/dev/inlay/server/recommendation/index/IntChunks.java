package dev.inlay.server.recommendation.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * An array of ints that grows without moving what it holds. One thread sets, any number read: whoever learnt by a
 * release and an acquire that a place is set sees it; places never set read as 0.
 */
final class IntChunks {
    static final int SIZE = 1 << 13;

    private static final int SHIFT = Integer.numberOfTrailingZeros(SIZE);
    private static final int MASK = SIZE - 1;
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

    private volatile int[][] chunks = new int[0][];

    int get(long place) {
        int[][] all = chunks;
        int chunk = (int) (place >>> SHIFT);
        return chunk < all.length && all[chunk] != null ? (int) INTS.getOpaque(all[chunk], (int) place & MASK) : 0;
    }

    void set(long place, int value) {
        INTS.setOpaque(chunk((int) (place >>> SHIFT)), (int) place & MASK, value);
    }

    /** Copies {@code count} ints from {@code place} on, which lie in one chunk. */
    void copy(long place, int count, int[] into) {
        System.arraycopy(chunks[(int) (place >>> SHIFT)], (int) place & MASK, into, 0, count);
    }

    private int[] chunk(int number) {
        int[][] all = chunks;
        if (number >= all.length || all[number] == null) {
            all = Arrays.copyOf(all, Math.max(number + 1, all.length + (number == all.length ? number / 2 : 0)));
            all[number] = new int[SIZE];
            chunks = all;
        }
        return all[number];
    }
}
