package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Shoppers who behave alike each time: about 2,000 at once, 4.5 events each, mostly near to one product; few products
 * are asked for by many, and every day others. One event comes each 86 milliseconds, so that 100 million take 100 days.
 */
final class MadeUpShoppers {
    private static final int AT_ONCE = 2_000;
    private static final int OWNERS_BEFORE_RETURN = 4;
    private static final double EVENTS = 4.5;
    private static final int NEAR = 40;
    private static final long DAY = 86_400_000;
    private static final long STEP = 86;

    private final int products;
    private final SplittableRandom random;
    private final long[] owners = new long[AT_ONCE];
    private final int[] topics = new int[AT_ONCE];
    private long everCame;
    private long time;

    long owner;
    int product;
    EventType type;

    MadeUpShoppers(int products, long seed, long start) {
        this.products = products;
        this.random = new SplittableRandom(seed);
        this.time = start;
        for (int i = 0; i < AT_ONCE; i++) {
            come(i);
        }
    }

    long time() {
        return time;
    }

    /** Tells the next event in {@link #owner}, {@link #product}, {@link #type} and {@link #time()}. */
    void next() {
        time += STEP;
        int shopper = random.nextInt(AT_ONCE);
        if (random.nextDouble() < 1 / EVENTS) {
            come(shopper);
        }
        owner = owners[shopper];
        product = near(topics[shopper]);
        int chance = random.nextInt(100);
        type = chance < 90 ? EventType.VIEW : chance < 97 ? EventType.CART : EventType.PURCHASE;
    }

    /** Up to 10 distinct products that one shopper may have touched by now. */
    List<Integer> history() {
        return history(1 + random.nextInt(10));
    }

    /** So many distinct products, or a few fewer. */
    List<Integer> history(int length) {
        List<Integer> history = new ArrayList<>();
        int topic = topic();
        for (int tries = 0; history.size() < length && tries < 3 * length; tries++) {
            topic = random.nextInt(5) == 0 ? topic() : topic;
            int touched = near(topic);
            if (!history.contains(touched)) {
                history.add(touched);
            }
        }
        return history;
    }

    private void come(int shopper) {
        everCame++;
        owners[shopper] = random.nextInt(OWNERS_BEFORE_RETURN) == 0 ? random.nextLong(everCame) : everCame;
        topics[shopper] = topic();
    }

    private int near(int topic) {
        int away = (int) Math.pow(NEAR, random.nextDouble()) - 1;
        return number((topic + away) % products);
    }

    /** Of n products the k-th is asked for 1/k as often as the first; what is first moves on day by day. */
    private int topic() {
        int rank = (int) Math.pow(products, random.nextDouble()) - 1;
        return (int) ((rank + time / DAY * (products / 200)) % products);
    }

    /** Spreads neighbouring ranks over all numbers. */
    private int number(int rank) {
        return (int) (rank * 7_368_787L % products);
    }
}
