package dev.inlay.server.recommendation.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * An array of longs that grows without moving what it holds. One thread publishes, any number read: who reads a long
 * sees everything that was written before it was published; places never set read as 0.
 */
final class LongChunks {
    private static final int SIZE = 1 << 12;
    private static final int SHIFT = Integer.numberOfTrailingZeros(SIZE);
    private static final int MASK = SIZE - 1;
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);

    private volatile long[][] chunks = new long[0][];

    long get(int place) {
        long[][] all = chunks;
        int chunk = place >>> SHIFT;
        return chunk < all.length && all[chunk] != null ? (long) LONGS.getAcquire(all[chunk], place & MASK) : 0;
    }

    void publish(int place, long value) {
        LONGS.setRelease(chunk(place >>> SHIFT), place & MASK, value);
    }

    private long[] chunk(int number) {
        long[][] all = chunks;
        if (number >= all.length || all[number] == null) {
            all = Arrays.copyOf(all, Math.max(number + 1, all.length + (number == all.length ? number / 2 : 0)));
            all[number] = new long[SIZE];
            chunks = all;
        }
        return all[number];
    }
}
