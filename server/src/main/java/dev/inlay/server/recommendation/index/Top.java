package dev.inlay.server.recommendation.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The products with the highest levels, in order; exact, since levels only rise: who is not among them cannot come in
 * without rising. One thread raises and publishes, any number read what was published last, without locks.
 */
final class Top {
    private final Levels levels;
    private final ProductNumbers products;
    private final int most;
    private int[] order = new int[4];
    private int size;
    private boolean changed;
    private volatile Order published;

    Top(Levels levels, ProductNumbers products, int most) {
        this.levels = levels;
        this.products = products;
        this.most = most;
        this.published = new Order(new int[0], new double[0], products);
    }

    /**
     * Finds the place of {@code product}, whose level rises to {@code level} right after.
     *
     * @return whether this was not to be published before and is now
     */
    boolean raise(int product, double level) {
        if (size == most && !isBefore(product, level, order[size - 1], levels.of(order[size - 1]))) {
            return false;
        }
        int from = place(product, levels.of(product), size);
        boolean known = from < size && order[from] == product;
        int to = place(product, level, known ? from : size);
        if (!known) {
            from = room();
        }
        System.arraycopy(order, to, order, to + 1, from - to);
        order[to] = product;
        boolean first = !changed;
        changed = true;
        return first;
    }

    /** Shows readers what was raised. */
    void publish() {
        if (changed) {
            changed = false;
            int[] held = Arrays.copyOf(order, size);
            published = new Order(held, Arrays.stream(held).mapToDouble(levels::of).toArray(), products);
        }
    }

    /** Best first; scores are relative to the best, so that they do not change while time passes. */
    List<RankedProduct> ranking() {
        return published.ranking();
    }

    void write(SnapshotOutput out) throws IOException {
        out.putInt(size);
        out.putInts(order, size);
    }

    /** Reads what {@link #write} wrote; the levels stand already. */
    void read(SnapshotInput in) throws IOException {
        int count = in.takeInt(0, Math.min(most, products.size()));
        for (int i = 0; i < count; i++) {
            int product = in.takeInt(0, products.size() - 1);
            if (i > 0 && !isBefore(order[i - 1], levels.of(order[i - 1]), product, levels.of(product))) {
                throw new SnapshotException("bestsellers are not in order");
            }
            int last = room();
            order[last] = product;
        }
        changed = true;
        publish();
    }

    /** The place for one more at the end, from where the last has to leave if there is no room. */
    private int room() {
        if (size == most) {
            return size - 1;
        }
        if (size == order.length) {
            order = Arrays.copyOf(order, Math.min(most, size * 2));
        }
        return size++;
    }

    /** How many of the first {@code end} come before {@code product} at {@code level}. */
    private int place(int product, double level, int end) {
        int low = 0;
        int high = end;
        while (low < high) {
            int middle = low + high >>> 1;
            if (isBefore(order[middle], levels.of(order[middle]), product, level)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(int one, double level, int other, double otherLevel) {
        return level != otherLevel ? level > otherLevel
                : one != other && products.name(one).compareTo(products.name(other)) < 0;
    }

    /** An order that stands; it is told in full when somebody asks. */
    private static final class Order {
        private final int[] held;
        private final double[] levels;
        private final ProductNumbers products;
        private volatile List<RankedProduct> ranking;

        Order(int[] held, double[] levels, ProductNumbers products) {
            this.held = held;
            this.levels = levels;
            this.products = products;
        }

        List<RankedProduct> ranking() {
            List<RankedProduct> known = ranking;
            if (known == null) {
                RankedProduct[] told = new RankedProduct[held.length];
                for (int i = 0; i < held.length; i++) {
                    told[i] = RankedProduct.of(products.name(held[i]), Math.pow(2, levels[i] - levels[0]));
                }
                known = List.of(told);
                ranking = known;
            }
            return known;
        }
    }
}
