package dev.inlay.server.recommendation.index;

import java.util.Arrays;

/**
 * Some ints, of which the first by an order is at hand. An order is a class of its own, since comparing is most of the
 * work and a known class is compared at once.
 */
abstract class Heap {
    private int[] values;
    private int size;

    /** With room for {@code capacity}, and more when more come. */
    Heap(int capacity) {
        this.values = new int[capacity];
    }

    /** The order; total. */
    abstract boolean isBefore(int one, int other);

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    int first() {
        return values[0];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        int place = size++;
        for (int parent; place > 0 && isBefore(value, values[parent = place - 1 >> 1]); place = parent) {
            values[place] = values[parent];
        }
        values[place] = value;
    }

    /** Adds {@code value} as long as there are fewer than {@code most}, or else if the first comes before it. */
    void keepLast(int value, int most) {
        if (size < most) {
            add(value);
        } else if (isBefore(values[0], value)) {
            replaceFirst(value);
        }
    }

    /** Holds 0 to {@code count} - 1 instead of what it held. */
    void fill(int count) {
        values = count > values.length ? new int[count] : values;
        size = count;
        for (int value = 0; value < count; value++) {
            values[value] = value;
        }
        for (int parent = (count >> 1) - 1; parent >= 0; parent--) {
            sink(parent, values[parent]);
        }
    }

    void replaceFirst(int value) {
        sink(0, value);
    }

    private void sink(int from, int value) {
        int place = from;
        for (int child; (child = 2 * place + 1) < size; place = child) {
            if (child + 1 < size && isBefore(values[child + 1], values[child])) {
                child++;
            }
            if (!isBefore(values[child], value)) {
                break;
            }
            values[place] = values[child];
        }
        values[place] = value;
    }

    int removeFirst() {
        int first = values[0];
        int last = values[--size];
        if (size > 0) {
            replaceFirst(last);
        }
        return first;
    }

    /** Empties this and returns what it held, the last by the order first. */
    int[] drainBackwards() {
        int[] drained = new int[size];
        for (int place = size - 1; place >= 0; place--) {
            drained[place] = removeFirst();
        }
        return drained;
    }
}
