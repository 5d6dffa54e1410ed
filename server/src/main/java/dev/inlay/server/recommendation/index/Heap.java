package dev.inlay.server.recommendation.index;

import java.util.Arrays;

/** Some ints, of which the first by an order is at hand; room for a fixed number of them. */
final class Heap {
    /** A total order. */
    interface Order {
        boolean isBefore(int one, int other);
    }

    private final Order order;
    private int[] values;
    private int size;

    Heap(int capacity, Order order) {
        this.values = new int[capacity];
        this.order = order;
    }

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
        for (int parent; place > 0 && order.isBefore(value, values[parent = place - 1 >> 1]); place = parent) {
            values[place] = values[parent];
        }
        values[place] = value;
    }

    /** Adds {@code value} as long as there are fewer than {@code most}, or else if the first comes before it. */
    void keepLast(int value, int most) {
        if (size < most) {
            add(value);
        } else if (order.isBefore(values[0], value)) {
            replaceFirst(value);
        }
    }

    void replaceFirst(int value) {
        int place = 0;
        for (int child; (child = 2 * place + 1) < size; place = child) {
            if (child + 1 < size && order.isBefore(values[child + 1], values[child])) {
                child++;
            }
            if (!order.isBefore(values[child], value)) {
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
