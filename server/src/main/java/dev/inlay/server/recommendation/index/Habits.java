package dev.inlay.server.recommendation.index;

import java.io.IOException;
import java.util.Arrays;

/**
 * Learns what the shoppers of a website touch next: each event of an owner comes by here and is held against his latest
 * 50 distinct products, those of the 200,000 owners seen last. One thread sees, any number read {@link #chances}.
 */
final class Habits {
    static final int REMEMBERED = HabitCounts.PLACES;

    private static final int MAX_OWNERS = 200_000;
    /** So many of the latest sessions of a product are asked whether they know what was touched next. */
    private static final int LOOKED_AT = 32;

    private final OwnerSlots owners = new OwnerSlots(MAX_OWNERS);
    private final HabitCounts learnt;
    private int[] counts = new int[owners.capacity()];
    /** {@link Touched}, newest first. */
    private int[] touched = new int[owners.capacity() * REMEMBERED];
    private long[] lasts = new long[owners.capacity()];
    private final int[] latest = new int[LOOKED_AT];
    private final int[] products = new int[SessionTable.MAX_PRODUCTS];
    private volatile Chances chances;

    Habits() {
        this(new HabitCounts());
    }

    private Habits(HabitCounts learnt) {
        this.learnt = learnt;
        publish();
    }

    /** As of the last {@link #publish}. */
    Chances chances() {
        return chances;
    }

    void publish() {
        chances = learnt.chances();
    }

    /**
     * The owner whose hash is {@code owner} touched {@code product} at {@code time}, in milliseconds since 1970; what
     * is older than his last touch teaches nothing.
     *
     * @param kind the ordinal of an {@link dev.inlay.db.activity.EventType}
     * @param table the sessions before that
     * @param open his session among them as long as he goes on with it, or {@link Rings#NONE}
     */
    void see(long owner, int product, int kind, long time, SessionTable table, int open) {
        int slot = owners.find(owner);
        if (slot == OwnerSlots.NONE) {
            slot = claim(owner);
        } else {
            owners.use(slot);
        }
        if (time >= lasts[slot]) {
            int place = place(slot, product);
            if (counts[slot] > 0) {
                learn(slot, product, place, Gap.of(time - lasts[slot]).ordinal(), table, open);
            }
            lasts[slot] = time;
            toFront(slot, product, kind, place);
        }
    }

    void write(SnapshotOutput out) throws IOException {
        learnt.write(out);
        out.putInt(owners.size());
        for (int slot = owners.eldest(); slot != OwnerSlots.NONE; slot = owners.after(slot)) {
            out.putLong(owners.hash(slot));
            out.putLong(lasts[slot]);
            out.putInt(counts[slot]);
            for (int place = 0; place < counts[slot]; place++) {
                out.putInt(touched[slot * REMEMBERED + place]);
            }
        }
    }

    /** Reads what {@link #write} wrote; its products are ints below {@code productCount}. */
    static Habits read(SnapshotInput in, int productCount) throws IOException {
        Habits habits = new Habits(HabitCounts.read(in));
        int owners = in.takeInt(0, MAX_OWNERS);
        for (int i = 0; i < owners; i++) {
            int slot = habits.claim(in.takeLong());
            habits.lasts[slot] = in.takeLong();
            habits.counts[slot] = in.takeInt(0, REMEMBERED);
            for (int place = 0; place < habits.counts[slot]; place++) {
                habits.touched[slot * REMEMBERED + place] = in.takeInt(0, Touched.greatest(productCount));
            }
        }
        return habits;
    }

    private void learn(int slot, int product, int place, int gap, SessionTable table, int open) {
        int front = slot * REMEMBERED;
        for (int i = 0; i < counts[slot]; i++) {
            learnt.see(gap, i, touched[front + i], i == place);
        }
        int newest = Touched.product(touched[front]);
        int sessions = Math.max(0, table.held(newest) - (open == Rings.NONE ? 0 : 1));
        learnt.go(gap, sessions, sessions > 0 && place == counts[slot] && leadTo(newest, product, table, open));
    }

    /** Whether one of the latest sessions of {@code from}, but for {@code open}, touched {@code to}. */
    private boolean leadTo(int from, int to, SessionTable table, int open) {
        int held = table.sessionsOf(from, latest);
        for (int back = 0; back < held; back++) {
            if (latest[back] != open && table.place(latest[back], to, products) != Rings.NONE) {
                return true;
            }
        }
        return false;
    }

    /** Where {@code product} stands among what the owner touched last, 0 being the newest; or how many those are. */
    private int place(int slot, int product) {
        int place = 0;
        while (place < counts[slot] && Touched.product(touched[slot * REMEMBERED + place]) != product) {
            place++;
        }
        return place;
    }

    private void toFront(int slot, int product, int kind, int place) {
        int front = slot * REMEMBERED;
        int now = place < counts[slot] ? Touched.again(touched[front + place], kind) : Touched.once(product, kind);
        if (place == counts[slot] && place < REMEMBERED) {
            counts[slot]++;
        }
        System.arraycopy(touched, front, touched, front + 1, Math.min(place, REMEMBERED - 1));
        touched[front] = now;
    }

    private int claim(long owner) {
        int slot = owners.claim(owner);
        if (slot >= counts.length) {
            counts = Arrays.copyOf(counts, owners.capacity());
            touched = Arrays.copyOf(touched, owners.capacity() * REMEMBERED);
            lasts = Arrays.copyOf(lasts, owners.capacity());
        }
        counts[slot] = 0;
        lasts[slot] = Long.MIN_VALUE;
        return slot;
    }
}
