package dev.inlay.server.recommendation.index;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * What was touched together: sessions of one owner with gaps of at most half an hour, up to 40 distinct products each
 * in order of touch, found again by each of their products. A session of one product tells nothing of others: it is
 * only counted apart. A product leads to its latest 500 sessions; sessions that no product leads to any more, and
 * those older than 400 days, are left behind once half of the memory is dead.
 *
 * <p>One thread adds; any number read {@link #table()} and the counts without locks.
 */
final class Sessions {
    private static final long KEPT = Duration.ofDays(400).toSeconds();
    private static final int MAX_OPEN = 200_000;
    private static final long LATEST = 0xffffffffL;

    private final OwnerSlots owners;
    /** Per owner his session, or {@link Rings#NONE} as long as it has one product only, which is {@code first}. */
    private int[] open;
    private int[] first;
    private long[] lasts;
    private volatile long newest = Long.MIN_VALUE;
    private final IntChunks totals = new IntChunks();
    private volatile long count;
    private volatile long joined;
    private volatile SessionTable table;
    private Optional<Tidying> tidying = Optional.empty();

    Sessions() {
        this(new OwnerSlots(MAX_OPEN), new SessionTable());
    }

    private Sessions(OwnerSlots owners, SessionTable table) {
        this.owners = owners;
        this.table = table;
        open = new int[owners.capacity()];
        first = new int[owners.capacity()];
        lasts = new long[owners.capacity()];
    }

    /** The owner whose hash is {@code owner} touched {@code product} at {@code time}, in milliseconds since 1970. */
    void add(long owner, int product, long time) {
        int slot = owners.find(owner);
        if (slot != OwnerSlots.NONE) {
            owners.use(slot);
        }
        if (slot != OwnerSlots.NONE && goesOn(slot, time)) {
            goOn(slot, product, time);
        } else {
            begin(owner, slot, product, time);
        }
        if (time >= newest) {
            newest = time;
            forgetEldest();
        }
        tidyUp();
    }

    /** What readers read: they take it once for each question. */
    SessionTable table() {
        return table;
    }

    /** The session that {@code owner} goes on with at {@code time}, or {@link Rings#NONE} before its second product. */
    int open(long owner, long time) {
        int slot = owners.find(owner);
        return slot != OwnerSlots.NONE && goesOn(slot, time) ? open[slot] : Rings.NONE;
    }

    /** The time of the newest event, in milliseconds since 1970. */
    long newest() {
        return newest;
    }

    /** How many sessions of two products or more touched {@code product}. */
    int total(int product) {
        return totals.get(product);
    }

    /** How many sessions of two products or more there were. */
    long joined() {
        return joined;
    }

    /** How many sessions there were. */
    long count() {
        return count;
    }

    void write(SnapshotOutput out, int productCount) throws IOException {
        out.putLong(count);
        out.putLong(joined);
        out.putLong(newest);
        for (int product = 0; product < productCount; product++) {
            out.putInt(totals.get(product));
        }
        table.write(out, productCount);
        out.putInt(owners.size());
        for (int slot = owners.eldest(); slot != OwnerSlots.NONE; slot = owners.after(slot)) {
            out.putLong(owners.hash(slot));
            out.putInt(open[slot]);
            out.putInt(first[slot]);
            out.putLong(lasts[slot]);
        }
    }

    /** Reads what {@link #write} wrote; its products are ints below {@code productCount}. */
    static Sessions read(SnapshotInput in, int productCount) throws IOException {
        Sessions sessions = new Sessions();
        sessions.count = in.takeLong();
        sessions.joined = in.takeLong();
        sessions.newest = in.takeLong();
        for (int product = 0; product < productCount; product++) {
            sessions.totals.set(product, in.takeInt(0, Integer.MAX_VALUE));
        }
        sessions.table = SessionTable.read(in, productCount);
        int owners = in.takeInt(0, MAX_OPEN);
        for (int i = 0; i < owners; i++) {
            int slot = sessions.claim(in.takeLong());
            sessions.open[slot] = in.takeInt(Rings.NONE, sessions.table.count() - 1);
            sessions.first[slot] = in.takeInt(0, productCount - 1);
            sessions.lasts[slot] = in.takeLong();
        }
        return sessions;
    }

    private boolean goesOn(int slot, long time) {
        return Math.abs(time - lasts[slot]) <= Gap.VISIT_MILLIS;
    }

    private void begin(long owner, int known, int product, long time) {
        count++;
        if (known != OwnerSlots.NONE && time < lasts[known]) {
            return;
        }
        int slot = known == OwnerSlots.NONE ? claim(owner) : known;
        open[slot] = Rings.NONE;
        first[slot] = product;
        lasts[slot] = time;
    }

    private void goOn(int slot, int product, long time) {
        lasts[slot] = Math.max(lasts[slot], time);
        long seconds = Math.clamp(Math.floorDiv(lasts[slot], 1_000), 0, LATEST);
        if (open[slot] == Rings.NONE) {
            if (product != first[slot]) {
                open[slot] = begin(first[slot], product, seconds);
                totals.set(first[slot], totals.get(first[slot]) + 1);
                totals.set(product, totals.get(product) + 1);
                joined++;
            }
            return;
        }
        boolean appended = table.append(open[slot], product, seconds);
        if (appended) {
            totals.set(product, totals.get(product) + 1);
        }
        tidying.ifPresent(copied -> copied.touched(open[slot], product, seconds, appended));
    }

    private int begin(int one, int other, long seconds) {
        int session = table.begin(one, other, seconds);
        tidying.ifPresent(copied -> copied.began(session, one, other));
        return session;
    }

    private int claim(long owner) {
        int slot = owners.claim(owner);
        if (slot >= open.length) {
            open = Arrays.copyOf(open, owners.capacity());
            first = Arrays.copyOf(first, owners.capacity());
            lasts = Arrays.copyOf(lasts, owners.capacity());
        }
        return slot;
    }

    /** Whoever was not seen for longer than the gap begins anew anyway. */
    private void forgetEldest() {
        int eldest = owners.eldest();
        if (lasts[eldest] < newest - Gap.VISIT_MILLIS) {
            owners.remove(eldest);
        }
    }

    /** A little with each event, so that none waits for it. */
    private void tidyUp() {
        if (tidying.isEmpty() && table.isHalfDead()) {
            Tidying begun = new Tidying(table, Math.floorDiv(newest, 1_000) - KEPT);
            withOpen(slot -> begun.keep(open[slot]));
            tidying = Optional.of(begun);
        }
        tidying.filter(Tidying::step).ifPresent(this::goOnWith);
    }

    private void goOnWith(Tidying done) {
        withOpen(slot -> open[slot] = done.number(open[slot]));
        table = done.copy();
        table.beginAnew();
        tidying = Optional.empty();
    }

    private void withOpen(IntConsumer action) {
        for (int slot = owners.eldest(); slot != OwnerSlots.NONE; slot = owners.after(slot)) {
            if (open[slot] != Rings.NONE) {
                action.accept(slot);
            }
        }
    }
}
