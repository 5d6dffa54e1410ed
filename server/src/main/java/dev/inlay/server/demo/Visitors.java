package dev.inlay.server.demo;

import dev.inlay.server.demo.Visitor.Browser;
import dev.inlay.server.demo.Visitor.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The fifty visitors of the demo's shop, the same in every demo: four whose story is told here, and others who look
 * around where their interests lie. About half leave an address, some have an account, some come with two browsers.
 */
final class Visitors {
    static final String ANNA = "anna@example.test";
    static final String ANNAS_ACCOUNT = "C-1001";
    static final String BEN = "ben@example.test";
    static final String CARLAS_ACCOUNT = "C-1003";
    static final String DANA = "dana@example.test";
    private static final int ALL = 50;
    private static final long SEED = 20_260_314;

    private final Random random = new Random(SEED);
    private final Assortment assortment;
    private final List<List<Article>> shelves;
    private int orders;

    private Visitors(Assortment assortment) {
        this.assortment = assortment;
        this.shelves = List.copyOf(assortment.shelves().values());
    }

    static List<Visitor> of(Assortment assortment) {
        return new Visitors(assortment).all();
    }

    private List<Visitor> all() {
        List<Visitor> all = new ArrayList<>();
        for (int number = 5; number <= ALL; number++) {
            all.add(somebody(number));
        }
        all.add(dana());
        all.add(carla());
        all.add(ben());
        all.add(anna());
        return all;
    }

    /** Packs for a weekend in the hills, first on her phone, then at her desk. */
    private Visitor anna() {
        Browser phone = browser(view("steel-bottle"), view("backpack"), cart("steel-bottle"), order("steel-bottle"));
        Browser desk = browser(view("tent"), view("sleeping-bag"), view("lantern"), view("enamel-mug-blue"),
                cart("lantern"), view("tent"));
        return new Visitor(Optional.of(ANNA), Optional.of(ANNAS_ACCOUNT), List.of(phone, desk));
    }

    /** Has a new balcony. */
    private Visitor ben() {
        return new Visitor(Optional.of(BEN), Optional.empty(), List.of(browser(view("monstera"), view("watering-can"),
                view("herb-pot"), view("hand-trowel"), cart("herb-pot", "watering-can"), view("rubber-boots"))));
    }

    /** Cooks; the shop knows her by her account only. */
    private Visitor carla() {
        return new Visitor(Optional.empty(), Optional.of(CARLAS_ACCOUNT), List.of(browser(view("chefs-knife"),
                view("cast-iron-pot"), view("teapot"), cart("cast-iron-pot"), order("cast-iron-pot"), view("kettle"),
                view("bread-board"))));
    }

    /** Furnishes a corner to read in, from two browsers without an account. */
    private Visitor dana() {
        return new Visitor(Optional.of(DANA), Optional.empty(), List.of(browser(view("side-table")),
                browser(view("armchair"), view("floor-lamp"), view("wool-blanket"), cart("floor-lamp"),
                        view("cushion"))));
    }

    private Visitor somebody(int number) {
        List<Article> first = shelves.get(number % shelves.size());
        List<Article> second = shelves.get((number * 7 + 1) % shelves.size());
        int browsers = number % 7 == 0 ? 2 : 1;
        return new Visitor(
                Optional.of("visitor" + number + "@example.test").filter(email -> number % 2 == 0),
                Optional.of("C-10" + (10 + number)).filter(account -> number % 5 == 0),
                IntStream.range(0, browsers).mapToObj(browser -> stroll(first, second)).toList());
    }

    /** Looks at things of two shelves, seldom of another; perhaps puts the last into the cart and buys it. */
    private Browser stroll(List<Article> first, List<Article> second) {
        List<Step> steps = new ArrayList<>();
        int views = 3 + random.nextInt(6);
        Article last = any(first);
        for (int i = 0; i < views; i++) {
            last = any(random.nextInt(10) < 6 ? first : random.nextInt(10) < 8 ? second : assortment.articles());
            steps.add(new Step.View(last));
        }
        if (last.inStock() && random.nextInt(10) < 6) {
            steps.add(new Step.Cart(List.of(last)));
            if (random.nextInt(10) < 6) {
                steps.add(new Step.Order(nextOrder(), List.of(last)));
            }
        }
        return new Browser(newId(), steps);
    }

    private Browser browser(Step... steps) {
        return new Browser(newId(), List.of(steps));
    }

    private Step view(String name) {
        return new Step.View(article(name));
    }

    private Step cart(String... names) {
        return new Step.Cart(List.of(names).stream().map(this::article).toList());
    }

    private Step order(String name) {
        return new Step.Order(nextOrder(), List.of(article(name)));
    }

    private Article article(String name) {
        return assortment.find(name).orElseThrow();
    }

    private Article any(List<Article> shelf) {
        return shelf.get(random.nextInt(shelf.size()));
    }

    private String nextOrder() {
        return "WT-" + (5_000 + ++orders);
    }

    /** 24 hex characters that are not all zero. */
    private String newId() {
        return "d%07x%016x".formatted(random.nextInt(1 << 28), random.nextLong());
    }
}
