package dev.inlay.server.recommendation.index;

import dev.inlay.db.identity.Owner;
import java.util.Arrays;

/**
 * A small number (slot) for each of the owners used last, at most {@code most} of them: a new one takes the slot of the
 * one used longest ago. Owners are known by a hash of 64 bits, never by name. For one thread.
 */
final class OwnerSlots {
    static final int NONE = -1;

    private final int most;
    private long[] hashes = new long[16];
    /** Links of the order of use, in a circle: the last place stands between the newest and the eldest. */
    private int[] older = new int[17];
    private int[] newer = new int[17];
    private int[] table = new int[64];
    private int size;
    private int everUsed;
    private int freed = NONE;

    OwnerSlots(int most) {
        this.most = most;
        older[ring()] = ring();
        newer[ring()] = ring();
    }

    static long hash(Owner owner) {
        long hash = owner.kind().ordinal() + 1;
        String id = owner.id();
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x9e3779b97f4a7c15L;
            hash ^= hash >>> 32;
        }
        return mixed(hash);
    }

    int size() {
        return size;
    }

    /** How many slots there are, used or not: never fewer than before. */
    int capacity() {
        return hashes.length;
    }

    long hash(int slot) {
        return hashes[slot];
    }

    /** The slot used longest ago, or {@link #NONE}. */
    int eldest() {
        return slot(newer[ring()]);
    }

    /** The slot used next after {@code slot}, or {@link #NONE}. */
    int after(int slot) {
        return slot(newer[slot]);
    }

    /** The slot of {@code hash}, or {@link #NONE}. */
    int find(long hash) {
        for (int place = start(hash); table[place] != 0; place = place + 1 & table.length - 1) {
            if (hashes[table[place] - 1] == hash) {
                return table[place] - 1;
            }
        }
        return NONE;
    }

    /** Tells that {@code slot} is used now. */
    void use(int slot) {
        unlink(slot);
        link(slot);
    }

    /** A slot for {@code hash}, which has none. */
    int claim(long hash) {
        if (size == most) {
            remove(eldest());
        }
        int slot = free();
        hashes[slot] = hash;
        link(slot);
        enter(slot);
        size++;
        return slot;
    }

    void remove(int slot) {
        unlink(slot);
        leave(slot);
        older[slot] = freed;
        freed = slot;
        size--;
    }

    private int free() {
        if (freed != NONE) {
            int slot = freed;
            freed = older[slot];
            return slot;
        }
        if (everUsed == hashes.length) {
            grow();
        }
        return everUsed++;
    }

    private void grow() {
        int before = ring();
        int ring = Math.min(most, before * 2);
        int eldest = newer[before];
        int newest = older[before];
        hashes = Arrays.copyOf(hashes, ring);
        older = Arrays.copyOf(older, ring + 1);
        newer = Arrays.copyOf(newer, ring + 1);
        older[ring] = newest;
        newer[ring] = eldest;
        older[eldest] = ring;
        newer[newest] = ring;
        if (table.length < ring * 2) {
            rehash();
        }
    }

    private void rehash() {
        table = new int[table.length * 2];
        for (int slot = 0; slot < everUsed; slot++) {
            enter(slot);
        }
    }

    private void link(int slot) {
        int newest = older[ring()];
        older[slot] = newest;
        newer[slot] = ring();
        newer[newest] = slot;
        older[ring()] = slot;
    }

    private void unlink(int slot) {
        newer[older[slot]] = newer[slot];
        older[newer[slot]] = older[slot];
    }

    private void enter(int slot) {
        int place = start(hashes[slot]);
        while (table[place] != 0) {
            place = place + 1 & table.length - 1;
        }
        table[place] = slot + 1;
    }

    /** Empties the place of {@code slot}, and moves up what stands further from its start than it need. */
    private void leave(int slot) {
        int mask = table.length - 1;
        int gap = start(hashes[slot]);
        while (table[gap] != slot + 1) {
            gap = gap + 1 & mask;
        }
        for (int place = gap + 1 & mask; table[place] != 0; place = place + 1 & mask) {
            int start = start(hashes[table[place] - 1]);
            if ((place - start & mask) >= (place - gap & mask)) {
                table[gap] = table[place];
                gap = place;
            }
        }
        table[gap] = 0;
    }

    private int start(long hash) {
        return (int) mixed(hash) & table.length - 1;
    }

    private int ring() {
        return hashes.length;
    }

    private int slot(int link) {
        return link == ring() ? NONE : link;
    }

    private static long mixed(long value) {
        long once = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        long twice = (once ^ once >>> 33) * 0xc4ceb9fe1a85ec53L;
        return twice ^ twice >>> 33;
    }
}
