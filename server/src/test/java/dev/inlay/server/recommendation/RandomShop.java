package dev.inlay.server.recommendation;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.index.SessionIndex;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A small shop, its shoppers and a campaign, all drawn by chance; equal seeds draw equal ones. */
final class RandomShop {
    private final Random random;
    private final int size;

    RandomShop(long seed) {
        this.random = new Random(seed);
        this.size = 1 + random.nextInt(25);
    }

    Question question() {
        List<Product> products = IntStream.range(0, size).mapToObj(this::product).toList();
        Map<String, Photo> photos = new HashMap<>();
        products.stream().filter(product -> !one(12)).forEach(product -> photos.put(product.imgUrl(),
                new Photo(product.imgUrl(), Photo.State.READY, "0", "")));
        Catalogue catalogue = Catalogue.of(products, photos);
        SessionIndex index = new SessionIndex();
        index.add(events(80, 8).reversed(), catalogue);
        List<Pick> kept = one(4) ? List.of(new Pick(number(), "pinned", 1, List.of())) : List.of();
        return new Question(rules(), history(), catalogue, index, Shelf.NOW, 1 + random.nextInt(8),
                random.nextLong(), kept);
    }

    private Product product(int place) {
        String number = "p" + place;
        Instant sale = Shelf.NOW.plus(Duration.ofDays(random.nextInt(7) - 3));
        BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(30));
        return new Product(number, one(8) ? List.of(number()) : null, one(15) ? " " : "Title " + random.nextInt(12),
                one(15) ? null : "https://shop.example/" + random.nextInt(12) + "?id=" + place,
                "https://img.example/" + place, one(12) ? null : price, one(2) ? null : price.add(BigDecimal.TEN), null,
                one(3) ? null : "Brand " + random.nextInt(3), one(5) ? null : List.of(path()), null, null,
                !one(4), null, one(3) ? "g" + random.nextInt(3) : null, one(4) ? sale : null,
                one(4) ? sale.plus(Duration.ofDays(2)) : null, one(2) ? Map.of("colour", colour()) : null,
                one(3) ? Map.of("colour", List.of(colour(), colour())) : null,
                one(2) ? null : Shelf.NOW.minus(Duration.ofDays(random.nextInt(5))));
    }

    private History history() {
        if (one(5)) {
            return History.EMPTY;
        }
        History history = Shelf.history(events(random.nextInt(12), 1).toArray(Event[]::new));
        return one(2) ? history : Shelf.withCart(history, Duration.ofHours(random.nextInt(4_000)), number(), number());
    }

    /** The latest first. */
    private List<Event> events(int count, int shoppers) {
        return IntStream.range(0, count).mapToObj(i -> Shelf.event(Shelf.shopper(random.nextInt(shoppers)),
                        EventType.values()[random.nextInt(3)], "p" + random.nextInt(size + 2),
                        Duration.ofMinutes(random.nextInt(400_000))))
                .sorted(Comparator.comparing(Event::time).reversed()).toList();
    }

    private PickRules rules() {
        List<StrategyStep> steps = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            StrategyType type = StrategyType.values()[random.nextInt(StrategyType.values().length)];
            steps.add(new StrategyStep(type, one(2) ? Optional.empty() : Optional.of(1 + random.nextInt(3)),
                    one(2) ? ProductFilter.NONE : filter()));
        }
        ProductLists lists = new ProductLists(numbers(), one(2), numbers(), numbers());
        Diversity diversity = one(3) ? Diversity.OFF : new Diversity(random.nextInt(4), random.nextInt(4));
        return new PickRules(steps, one(2) ? ProductFilter.NONE : filter(), lists, random.nextInt(3) * 90,
                random.nextInt(3) * 45, diversity, !one(5), one(6));
    }

    /** Of a filter at most two conditions, since more leave nothing. */
    private ProductFilter filter() {
        int first = random.nextInt(6);
        int second = random.nextInt(6);
        return new ProductFilter(first == 0 ? List.of("brand 0", "BRAND 1") : List.of(),
                first == 1 || second == 1 ? List.of(path().subList(0, 1), path()) : List.of(),
                first == 2 ? Optional.of(BigDecimal.valueOf(random.nextInt(20))) : Optional.empty(),
                second == 2 ? Optional.of(BigDecimal.valueOf(random.nextInt(40))) : Optional.empty(),
                first == 3 ? random.nextInt(60) : 0,
                first == 4 ? IntStream.range(0, size).filter(i -> one(2)).mapToObj(i -> "p" + i).toList() : List.of(),
                second == 5 ? Map.of("colour", List.of("RED", "blue")) : Map.of());
    }

    private List<String> path() {
        return List.of("c" + random.nextInt(2), "d" + random.nextInt(2));
    }

    private String colour() {
        return List.of("red", "blue", "green").get(random.nextInt(3));
    }

    private List<String> numbers() {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> number()).toList();
    }

    /** Of a product of the shop or, rarely, of one that left. */
    private String number() {
        return "p" + random.nextInt(size + 1);
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }
}
