package dev.inlay.server.recommendation.index;

import java.io.IOException;
import java.util.Arrays;

/**
 * What each owner touched last: his latest 10 distinct products and when, of the 200,000 owners seen last. Each event
 * of an owner comes by here together with what he touched before. For one thread.
 */
final class Habits {
    static final int REMEMBERED = 10;
    static final int NOT_FOUND = -1;

    private static final int MAX_OWNERS = 200_000;

    private final OwnerSlots owners = new OwnerSlots(MAX_OWNERS);
    private int[] counts = new int[owners.capacity()];
    /** Newest first. */
    private int[] products = new int[owners.capacity() * REMEMBERED];
    private long[] lasts = new long[owners.capacity()];

    /**
     * The owner whose hash is {@code owner} touched {@code product} at {@code time}, in milliseconds since 1970. What is
     * older than his last is not taken up.
     *
     * @return where it stood among what he touched last, 0 being the newest, or {@link #NOT_FOUND}
     */
    int see(long owner, int product, long time) {
        int slot = owners.find(owner);
        if (slot == OwnerSlots.NONE) {
            slot = claim(owner);
        } else {
            owners.use(slot);
        }
        int place = place(slot, product);
        if (time >= lasts[slot]) {
            lasts[slot] = time;
            toFront(slot, product, place == NOT_FOUND ? counts[slot] : place);
        }
        return place;
    }

    void write(SnapshotOutput out) throws IOException {
        out.putInt(owners.size());
        for (int slot = owners.eldest(); slot != OwnerSlots.NONE; slot = owners.after(slot)) {
            out.putLong(owners.hash(slot));
            out.putLong(lasts[slot]);
            out.putInt(counts[slot]);
            for (int place = 0; place < counts[slot]; place++) {
                out.putInt(products[slot * REMEMBERED + place]);
            }
        }
    }

    /** Reads what {@link #write} wrote; its products are ints below {@code productCount}. */
    static Habits read(SnapshotInput in, int productCount) throws IOException {
        Habits habits = new Habits();
        int owners = in.takeInt(0, MAX_OWNERS);
        for (int i = 0; i < owners; i++) {
            int slot = habits.claim(in.takeLong());
            habits.lasts[slot] = in.takeLong();
            habits.counts[slot] = in.takeInt(0, REMEMBERED);
            for (int place = 0; place < habits.counts[slot]; place++) {
                habits.products[slot * REMEMBERED + place] = in.takeInt(0, productCount - 1);
            }
        }
        return habits;
    }

    private int place(int slot, int product) {
        for (int place = 0; place < counts[slot]; place++) {
            if (products[slot * REMEMBERED + place] == product) {
                return place;
            }
        }
        return NOT_FOUND;
    }

    private void toFront(int slot, int product, int place) {
        if (place == counts[slot] && place < REMEMBERED) {
            counts[slot]++;
        }
        int front = slot * REMEMBERED;
        System.arraycopy(products, front, products, front + 1, Math.min(place, REMEMBERED - 1));
        products[front] = product;
    }

    private int claim(long owner) {
        int slot = owners.claim(owner);
        if (slot >= counts.length) {
            counts = Arrays.copyOf(counts, owners.capacity());
            products = Arrays.copyOf(products, owners.capacity() * REMEMBERED);
            lasts = Arrays.copyOf(lasts, owners.capacity());
        }
        counts[slot] = 0;
        lasts[slot] = Long.MIN_VALUE;
        return slot;
    }
}
