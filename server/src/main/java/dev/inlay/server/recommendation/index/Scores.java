package dev.inlay.server.recommendation.index;

import java.util.Arrays;

/**
 * What products get, in all and by the products that were asked about: emptied and used again. For one thread.
 */
final class Scores {
    private static final int PLACES = Neighbours.COMPARED;

    private final IntPlaces places = new IntPlaces();
    private int[] products = new int[64];
    private double[] sums = new double[64];
    /** Per product and place; comparable for one product only. */
    private double[] parts = new double[64 * PLACES];
    private int size;

    int size() {
        return size;
    }

    int product(int at) {
        return products[at];
    }

    double sum(int at) {
        return sums[at];
    }

    /** Where {@code product} stands here, or {@link IntPlaces#NONE}. */
    int find(int product) {
        return places.get(product);
    }

    /** What the product {@code at} got for {@code place}. */
    double part(int at, int place) {
        return parts[at * PLACES + place];
    }

    /** The place for which the product {@code at} got most; of equal ones the first. */
    int greatestPart(int at) {
        int greatest = 0;
        for (int place = 1; place < PLACES; place++) {
            greatest = part(at, place) > part(at, greatest) ? place : greatest;
        }
        return greatest;
    }

    double highest() {
        double highest = 0;
        for (int at = 0; at < size; at++) {
            highest = Math.max(highest, sums[at]);
        }
        return highest;
    }

    double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int at = 0; at < size; at++) {
            lowest = Math.min(lowest, sums[at]);
        }
        return lowest;
    }

    void clear() {
        Arrays.fill(parts, 0, size * PLACES, 0);
        places.clear();
        size = 0;
    }

    /** Gives {@code value}, for all places whose bit is set in {@code shared}, by their {@code weights}. */
    void give(int product, double value, int shared, double[] weights) {
        int at = places.get(product);
        if (at == IntPlaces.NONE) {
            at = take(product);
        }
        sums[at] += value;
        for (int rest = shared; rest != 0; rest &= rest - 1) {
            int place = Integer.numberOfTrailingZeros(rest);
            parts[at * PLACES + place] += value * weights[place];
        }
    }

    /** Takes up {@code product} with {@code sum}, got for the same reasons as what the product {@code like} got. */
    void adopt(int product, double sum, int like) {
        int at = take(product);
        sums[at] = sum;
        System.arraycopy(parts, like * PLACES, parts, at * PLACES, PLACES);
    }

    void multiply(int at, double factor) {
        sums[at] *= factor;
    }

    private int take(int product) {
        if (size == products.length) {
            products = Arrays.copyOf(products, size * 2);
            sums = Arrays.copyOf(sums, size * 2);
            parts = Arrays.copyOf(parts, size * 2 * PLACES);
        }
        products[size] = product;
        sums[size] = 0;
        places.put(product, size);
        return size++;
    }
}
