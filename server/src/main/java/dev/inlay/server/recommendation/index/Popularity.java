package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Product;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What is asked for: bestsellers (purchases weighing more than carts and carts more than views, half as much after
 * three days), those of each category and brand, and what is viewed of late (half after one day); the best 2,000 of
 * each website. One thread adds, any number read.
 */
final class Popularity {
    private static final int MOST = 2_000;
    /** Four weeks, in days. */
    private static final int WEEKS = 28;

    private final Levels demand = new Levels(Duration.ofDays(3));
    private final Levels views = new Levels(Duration.ofDays(1));
    private final Levels usualViews = new Levels(Duration.ofDays(WEEKS));
    private final Levels purchases = new Levels(Duration.ofDays(7));
    private final Top bestsellers;
    private final Top trending;
    private final Top mostBought;
    private final Shelves shelves;

    Popularity(ProductNumbers products) {
        bestsellers = new Top(demand, products, MOST);
        trending = new Top(views, products, MOST);
        mostBought = new Top(purchases, products, MOST);
        shelves = new Shelves(demand, products);
    }

    /** Counts an event of the product that is {@code number} here; readers see it once it is published. */
    void add(int number, Product product, EventType type, long time) {
        double level = demand.raised(number, weight(type), time);
        bestsellers.raise(number, level);
        shelves.raise(number, product, level);
        demand.set(number, level);
        if (type == EventType.VIEW) {
            raise(trending, views, number, time);
            usualViews.set(number, usualViews.raised(number, 1, time));
        } else if (type == EventType.PURCHASE) {
            raise(mostBought, purchases, number, time);
        }
    }

    private static void raise(Top top, Levels levels, int number, long time) {
        double level = levels.raised(number, 1, time);
        top.raise(number, level);
        levels.set(number, level);
    }

    /** Shows readers what was added. */
    void publish() {
        bestsellers.publish();
        trending.publish();
        mostBought.publish();
        shelves.publish();
    }

    List<RankedProduct> bestsellers() {
        return bestsellers.ranking();
    }

    List<RankedProduct> bestsellersOfCategory(List<String> path) {
        return shelves.ofCategory(path);
    }

    List<RankedProduct> bestsellersOfBrand(String brand) {
        return shelves.ofBrand(brand);
    }

    List<RankedProduct> trending() {
        return trending.ranking();
    }

    List<RankedProduct> mostBought() {
        return mostBought.ranking();
    }

    Attention attention(int product, long time) {
        return new Attention(views.left(product, time), usualViews.left(product, time) / WEEKS);
    }

    double level(int product) {
        return demand.of(product);
    }

    void write(SnapshotOutput out, int productCount) throws IOException {
        demand.write(out, productCount);
        views.write(out, productCount);
        usualViews.write(out, productCount);
        purchases.write(out, productCount);
        bestsellers.write(out);
        trending.write(out);
        mostBought.write(out);
        shelves.write(out);
    }

    /** Reads what {@link #write} wrote. */
    void read(SnapshotInput in, int productCount) throws IOException {
        demand.read(in, productCount);
        views.read(in, productCount);
        usualViews.read(in, productCount);
        purchases.read(in, productCount);
        bestsellers.read(in);
        trending.read(in);
        mostBought.read(in);
        shelves.read(in);
    }

    private static double weight(EventType type) {
        return switch (type) {
            case VIEW -> 1;
            case CART -> 3;
            case PURCHASE -> 5;
        };
    }
}
