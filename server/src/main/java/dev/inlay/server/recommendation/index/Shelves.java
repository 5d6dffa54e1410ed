package dev.inlay.server.recommendation.index;

import dev.inlay.db.catalogue.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bestsellers of each category and of each brand, 100 each. A product stands on the shelves where the catalogue
 * has it when an event tells of it: each category of its paths from the root on, and its brand; letters and case as
 * filters compare them. The first 20,000 categories and brands have a shelf, but for those of more than 1,000
 * characters. One thread raises, any number read.
 */
final class Shelves {
    private static final int MOST = 20_000;
    private static final int PRODUCTS = 100;
    private static final int LONGEST = 1_000;
    private static final String CATEGORY = "c";
    private static final char BETWEEN = '\0';
    private static final Top[] NOWHERE = {};

    private final Levels levels;
    private final ProductNumbers products;
    private final Map<String, Top> shelves = new ConcurrentHashMap<>();
    /** Per product where it stands, and a hash of what the catalogue said then. */
    private Top[][] places = new Top[0][];
    private int[] hashes = new int[0];
    private final List<Top> changed = new ArrayList<>();

    Shelves(Levels levels, ProductNumbers products) {
        this.levels = levels;
        this.products = products;
    }

    /** Finds the places of the product that is {@code number} here, whose level rises to {@code level} right after. */
    void raise(int number, Product product, double level) {
        for (Top shelf : places(number, product)) {
            if (shelf.raise(number, level)) {
                changed.add(shelf);
            }
        }
    }

    /** Shows readers what was raised. */
    void publish() {
        changed.forEach(Top::publish);
        changed.clear();
    }

    List<RankedProduct> ofCategory(List<String> path) {
        return ranking(category(path));
    }

    List<RankedProduct> ofBrand(String brand) {
        return ranking(brand(brand));
    }

    void write(SnapshotOutput out) throws IOException {
        out.putInt(shelves.size());
        for (Map.Entry<String, Top> shelf : shelves.entrySet()) {
            out.putText(shelf.getKey());
            shelf.getValue().write(out);
        }
    }

    void read(SnapshotInput in) throws IOException {
        int count = in.takeInt(0, MOST);
        for (int i = 0; i < count; i++) {
            shelves.computeIfAbsent(in.takeText(), key -> new Top(levels, products, PRODUCTS)).read(in);
        }
    }

    private List<RankedProduct> ranking(String key) {
        Top shelf = shelves.get(key);
        return shelf == null ? List.of() : shelf.ranking();
    }

    private Top[] places(int number, Product product) {
        if (number >= places.length) {
            places = Arrays.copyOf(places, Math.max(number + 1, places.length + (places.length >> 1)));
            hashes = Arrays.copyOf(hashes, places.length);
        }
        int hash = Objects.hash(product.brand(), product.hierarchies());
        if (places[number] == null || hashes[number] != hash) {
            places[number] = find(product);
            hashes[number] = hash;
        }
        return places[number];
    }

    private Top[] find(Product product) {
        Set<String> keys = new LinkedHashSet<>();
        for (List<String> path : product.hierarchies()) {
            StringBuilder key = new StringBuilder(CATEGORY);
            for (int level = 0; level < path.size() && key.length() <= LONGEST; level++) {
                keys.add(key.append(BETWEEN).append(plain(path.get(level))).toString());
            }
        }
        if (product.brand() != null && !product.brand().isBlank()) {
            keys.add(brand(product.brand()));
        }
        Top[] found = keys.stream().filter(key -> key.length() <= LONGEST)
                .filter(key -> shelves.containsKey(key) || shelves.size() < MOST)
                .map(key -> shelves.computeIfAbsent(key, fresh -> new Top(levels, products, PRODUCTS)))
                .toArray(Top[]::new);
        return found.length == 0 ? NOWHERE : found;
    }

    private static String category(List<String> path) {
        StringBuilder key = new StringBuilder(CATEGORY);
        path.forEach(name -> key.append(BETWEEN).append(plain(name)));
        return key.toString();
    }

    private static String brand(String brand) {
        return "b" + BETWEEN + plain(brand);
    }

    private static String plain(String name) {
        return name.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
