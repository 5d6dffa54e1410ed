package dev.inlay.server.recommendation.index;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Per product the numbers of its latest 500 sessions. One thread adds, any number read without locks.
 *
 * <p>A ring is one array: how many sessions were ever added, then the sessions. A session is written before the count
 * that tells of it is released, and whoever reads a session by acquire sees all that was written before it was added.
 * A ring that grows is copied and its copy released, so that a reader sees count and sessions of one array. A reader
 * looks at the count again after reading: what may have been overwritten meanwhile he leaves out, so that he sees no
 * session twice.
 */
final class Rings {
    static final int CAPACITY = 500;
    static final int NONE = -1;

    private static final int HEAD = 1;
    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle ARRAYS = MethodHandles.arrayElementVarHandle(int[][].class);

    private volatile int[][] rings = new int[16][];

    /** One more than the greatest product that may have sessions. */
    int end() {
        return rings.length;
    }

    /** Adds {@code session} to those of {@code product}; returns the one that leaves for it, or {@link #NONE}. */
    int add(int product, int session) {
        int[] ring = withRoom(product);
        int count = ring[0];
        int place = HEAD + count % CAPACITY;
        int left = count < CAPACITY ? NONE : ring[place];
        INTS.setRelease(ring, place, session);
        INTS.setRelease(ring, 0, count + 1);
        return left;
    }

    /** How many sessions of {@code product} there are to read. */
    int held(int product) {
        int[] ring = ring(product);
        return ring == null ? 0 : Math.min((int) INTS.getAcquire(ring, 0), CAPACITY);
    }

    /** Fills {@code into} with the latest sessions of {@code product}, the newest first; returns how many they are. */
    int read(int product, int[] into) {
        int[] ring = ring(product);
        if (ring == null) {
            return 0;
        }
        int count = (int) INTS.getAcquire(ring, 0);
        int held = Math.min(count, into.length);
        for (int back = 0; back < held; back++) {
            into[back] = (int) INTS.getAcquire(ring, HEAD + (count - 1 - back) % CAPACITY);
        }
        int since = (int) INTS.getAcquire(ring, 0) - count;
        return Math.min(held, Math.max(0, CAPACITY - since));
    }

    private int[] ring(int product) {
        int[][] all = rings;
        return product < all.length ? (int[]) ARRAYS.getAcquire(all, product) : null;
    }

    private int[] withRoom(int product) {
        int[][] all = rings;
        if (product >= all.length) {
            all = Arrays.copyOf(all, Math.max(product + 1, all.length + (all.length >> 1)));
            rings = all;
        }
        int[] ring = all[product];
        if (ring == null || ring[0] == ring.length - HEAD && ring[0] < CAPACITY) {
            ring = ring == null ? new int[HEAD + 2]
                    : Arrays.copyOf(ring, HEAD + Math.min(CAPACITY, (ring.length - HEAD) * 2));
            ARRAYS.setRelease(all, product, ring);
        }
        return ring;
    }
}
