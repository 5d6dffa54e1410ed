package dev.inlay.server.recommendation.strategy;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Draws each of the numbers from 0 on once, in an order that {@code seed} decides: a shuffle of which only what was
 * drawn is carried out.
 */
final class Lot {
    private final int size;
    private final SplittableRandom chance;
    private final Map<Integer, Integer> moved = new HashMap<>();
    private int drawn;

    Lot(int size, long seed) {
        this.size = size;
        this.chance = new SplittableRandom(seed);
    }

    /** The next number; may be asked as often as there are numbers. */
    int draw() {
        int place = chance.nextInt(drawn, size);
        int number = moved.getOrDefault(place, place);
        Integer first = moved.remove(drawn);
        if (place != drawn) {
            moved.put(place, first == null ? drawn : first);
        }
        drawn++;
        return number;
    }
}
