package dev.inlay.server.recommendation.index;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * Product numbers as dense ints, in the order in which they were first touched. One thread adds, any number look up
 * without locks: a name is written before the place in the table that leads to it is released.
 */
final class ProductNumbers {
    static final int NONE = -1;

    private static final VarHandle TABLE = MethodHandles.arrayElementVarHandle(int[].class);

    private volatile String[] names = new String[16];
    private volatile int[] table = new int[64];
    private volatile int size;

    int size() {
        return size;
    }

    String name(int product) {
        return names[product];
    }

    /** The int of {@code name}, or {@link #NONE}. */
    int find(String name) {
        int[] places = table;
        int place = start(name, places);
        for (int found; (found = (int) TABLE.getAcquire(places, place)) != 0; place = place + 1 & places.length - 1) {
            if (names[found - 1].equals(name)) {
                return found - 1;
            }
        }
        return NONE;
    }

    /** The int of {@code name}, a new one if it has none yet. */
    int of(String name) {
        int known = find(name);
        return known == NONE ? add(name) : known;
    }

    /** The up to {@code count} names that came last, the newest first. */
    List<String> latest(int count) {
        int newest = size - 1;
        String[] known = names;
        return List.of(new AbstractList<String>() {
            @Override
            public String get(int back) {
                return known[newest - back];
            }

            @Override
            public int size() {
                return Math.min(count, newest + 1);
            }
        }.toArray(String[]::new));
    }

    void write(SnapshotOutput out) throws IOException {
        out.putInt(size);
        for (int product = 0; product < size; product++) {
            out.putText(names[product]);
        }
    }

    static ProductNumbers read(SnapshotInput in) throws IOException {
        ProductNumbers products = new ProductNumbers();
        int count = in.takeInt(0, Integer.MAX_VALUE);
        for (int product = 0; product < count; product++) {
            if (products.of(in.takeText()) != product) {
                throw new SnapshotException("a product stands twice");
            }
        }
        return products;
    }

    private int add(String name) {
        int product = size;
        if (product == names.length) {
            names = Arrays.copyOf(names, product + (product >> 1));
        }
        names[product] = name;
        if (product * 2 >= table.length) {
            table = rehashed(product);
        }
        enter(name, product, table);
        size = product + 1;
        return product;
    }

    private int[] rehashed(int count) {
        int[] larger = new int[table.length * 2];
        for (int product = 0; product < count; product++) {
            enter(names[product], product, larger);
        }
        return larger;
    }

    private static void enter(String name, int product, int[] places) {
        int place = start(name, places);
        while (places[place] != 0) {
            place = place + 1 & places.length - 1;
        }
        TABLE.setRelease(places, place, product + 1);
    }

    private static int start(String name, int[] places) {
        int hash = name.hashCode() * 0x9e3779b9;
        return (hash ^ hash >>> 16) & places.length - 1;
    }
}
