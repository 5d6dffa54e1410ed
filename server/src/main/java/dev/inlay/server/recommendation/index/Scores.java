package dev.inlay.server.recommendation.index;

import java.util.Arrays;

/** What products get for each place of a history: emptied and used again. For one thread. */
final class Scores {
    private static final int COMPARED = Neighbours.COMPARED;

    private final IntPlaces places = new IntPlaces();
    private int[] products = new int[64];
    private double[] parts = new double[64 * COMPARED];
    private int size;

    int size() {
        return size;
    }

    int product(int at) {
        return products[at];
    }

    /** What the product {@code at} got for {@code place}. */
    double part(int at, int place) {
        return parts[at * COMPARED + place];
    }

    double sum(int at) {
        double sum = 0;
        for (int i = at * COMPARED; i < (at + 1) * COMPARED; i++) {
            sum += parts[i];
        }
        return sum;
    }

    void clear() {
        Arrays.fill(parts, 0, size * COMPARED, 0);
        places.clear();
        size = 0;
    }

    void give(int product, int place, double part) {
        int at = places.get(product);
        if (at == IntPlaces.NONE) {
            at = take(product);
        }
        parts[at * COMPARED + place] += part;
    }

    private int take(int product) {
        if (size == products.length) {
            products = Arrays.copyOf(products, size * 2);
            parts = Arrays.copyOf(parts, size * 2 * COMPARED);
        }
        products[size] = product;
        places.put(product, size);
        return size++;
    }
}
