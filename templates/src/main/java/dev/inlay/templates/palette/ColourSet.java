package dev.inlay.templates.palette;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A few colours, found fast. */
final class ColourSet {
    private static final int SLOTS = 1 << 10;

    private final int most;
    /** Each colour plus one; 0 is a free slot. */
    private final int[] slots = new int[SLOTS];
    private int size;

    /** @param most how many it takes; less than {@value #SLOTS} */
    ColourSet(int most) {
        this.most = most;
    }

    ColourSet(ColourSet other, int most) {
        this(most);
        System.arraycopy(other.slots, 0, slots, 0, SLOTS);
        this.size = other.size;
    }

    /** Returns whether {@code rgb} is in it now; if not, there was no room. */
    boolean add(int rgb) {
        int slot = slot(rgb);
        if (slots[slot] == 0 && size < most) {
            slots[slot] = rgb + 1;
            size++;
        }
        return slots[slot] != 0;
    }

    boolean contains(int rgb) {
        return slots[slot(rgb)] != 0;
    }

    IntStream colours() {
        return Arrays.stream(slots).filter(entry -> entry != 0).map(entry -> entry - 1);
    }

    int size() {
        return size;
    }

    private int slot(int rgb) {
        int slot = rgb * 0x9E3779B1 >>> 22;
        while (slots[slot] != 0 && slots[slot] != rgb + 1) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
