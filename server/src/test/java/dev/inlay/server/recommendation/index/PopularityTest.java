package dev.inlay.server.recommendation.index;

import static dev.inlay.server.recommendation.index.TestEvents.START;
import static dev.inlay.server.recommendation.index.TestEvents.catalogue;
import static dev.inlay.server.recommendation.index.TestEvents.event;
import static dev.inlay.server.recommendation.index.TestEvents.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.catalogue.Product;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopularityTest {
    private static final Instant NOW = START.plus(Duration.ofDays(30));

    private final SessionIndex index = new SessionIndex();

    @ParameterizedTest
    @ValueSource(ints = {50, 4_000})
    void listsAreThoseOfAFullComputation(int products) {
        Random random = new Random(products);
        List<Event> events = TestEvents.random(random, START, 20_000, products);
        events.addAll(List.copyOf(events.subList(0, 5_000)).reversed());
        index.add(events, catalogue(products));

        Map<String, Double> demand = sums(events, Duration.ofDays(3), PopularityTest::weight);
        Map<String, Double> views = sums(events, Duration.ofDays(1), type -> type == EventType.VIEW ? 1 : 0);

        compare(index.bestsellers(NOW), demand, 2_000, product -> true);
        compare(index.trending(NOW), views, 2_000, product -> true);
        compare(index.bestsellersOfCategory(List.of("Room"), NOW), demand, 100, product -> true);
        compare(index.bestsellersOfCategory(List.of("room", " SHELF 1"), NOW), demand, 100,
                product -> number(product) % 4 == 1);
        compare(index.bestsellersOfBrand("brand 2", NOW), demand, 100, product -> number(product) % 3 == 2);
    }

    @Test
    void unknownCategoriesAndBrandsHaveNoBestsellers() {
        index.add(List.of(event(1, EventType.VIEW, "p1", START)), catalogue(2));

        assertThat(index.bestsellersOfCategory(List.of("Room", "Shelf 2"), NOW)).isEmpty();
        assertThat(index.bestsellersOfCategory(List.of("Brand 1"), NOW)).isEmpty();
        assertThat(index.bestsellersOfBrand("Room", NOW)).isEmpty();
    }

    @Test
    void equallyPopularProductsComeByNumber() {
        index.add(List.of(event(1, EventType.VIEW, "p2", START), event(2, EventType.VIEW, "p0", START),
                event(3, EventType.VIEW, "p1", START)), catalogue(3));

        assertThat(index.bestsellers(NOW)).extracting(RankedProduct::productNumber).containsExactly("p0", "p1", "p2");
        assertThat(index.bestsellers(NOW)).extracting(RankedProduct::score).containsOnly(1.0);
    }

    @Test
    void scoresDoNotChangeWhileTimePasses() {
        index.add(List.of(event(1, EventType.VIEW, "p0", START),
                event(2, EventType.VIEW, "p1", START.plus(Duration.ofDays(3)))), catalogue(3));

        assertThat(index.bestsellers(NOW)).isEqualTo(index.bestsellers(NOW.plusSeconds(1)));
        assertThat(index.bestsellers(NOW)).extracting(RankedProduct::score).containsExactly(1.0, 0.5);
    }

    @Test
    void levelTellsHowOftenTwiceAsMuchIsAskedFor() {
        index.add(List.of(event(1, EventType.VIEW, "p0", START), event(2, EventType.VIEW, "p1", START),
                event(2, EventType.CART, "p1", START)), catalogue(3));

        assertThat(index.level("p1") - index.level("p0")).isCloseTo(2, within(1e-9));
        assertThat(index.level("p2")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(index.level("nobody knows")).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void attentionAtATimeBeforeTheNewestEventIsThatOfTheNewestEvent() {
        index.add(List.of(event(1, EventType.VIEW, "p0", START), event(2, EventType.VIEW, "p0", START),
                event(3, EventType.VIEW, "p1", NOW)), catalogue(3));

        assertThat(index.attention("p0", Instant.EPOCH)).isEqualTo(index.attention("p0", NOW));
        assertThat(index.attention("p1", Instant.EPOCH).lately()).isCloseTo(1, within(1e-9));
    }

    @Test
    void categoryOfAThousandCharactersAndMoreHasNoShelfAndDoesNotSpoilTheSnapshot() throws IOException {
        String deep = "x".repeat(70_000);
        index.add(List.of(event(1, EventType.VIEW, "shoe", START)), catalogue(product("shoe").withBrand(deep)
                .withHierarchies(List.of(List.of("Room", deep, "Corner")))));

        SessionIndex again = TestEvents.read(TestEvents.snapshot(index));

        assertThat(again.bestsellersOfCategory(List.of("Room"), NOW)).hasSize(1);
        assertThat(again.bestsellersOfCategory(List.of("Room", deep), NOW)).isEmpty();
        assertThat(again.bestsellersOfBrand(deep, NOW)).isEmpty();
    }

    @Test
    void productThatMovesToAnotherBrandIsABestsellerThere() {
        Product shoe = product("shoe").withBrand("Old");
        index.add(List.of(event(1, EventType.VIEW, "shoe", START)), catalogue(shoe));
        index.add(List.of(event(1, EventType.VIEW, "shoe", START)), catalogue(shoe.withBrand("New")));

        assertThat(index.bestsellersOfBrand("New", NOW)).extracting(RankedProduct::productNumber)
                .containsExactly("shoe");
    }

    @Test
    void newestTwoThousandProductsAreTold() {
        Event[] events = new Event[2_500];
        Arrays.setAll(events, i -> event(i, EventType.VIEW, "p" + i, START));
        index.add(List.of(events), catalogue(2_500));

        assertThat(index.newestFirst()).hasSize(2_000).startsWith("p2499", "p2498").endsWith("p500");
    }

    private static void compare(List<RankedProduct> told, Map<String, Double> sums, int most,
            Predicate<String> stands) {
        List<Map.Entry<String, Double>> expected = sums.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && stands.test(entry.getKey()))
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())).limit(most).toList();
        assertThat(told).hasSameSizeAs(expected);
        double best = expected.getFirst().getValue();
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i).score()).isCloseTo(expected.get(i).getValue() / best, within(1e-9));
            assertThat(told.get(i).score())
                    .isCloseTo(sums.get(told.get(i).productNumber()) / best, within(1e-9));
        }
    }

    private interface Weight {
        double of(EventType type);
    }

    private static Map<String, Double> sums(List<Event> events, Duration halfLife, Weight weight) {
        Map<String, Double> sums = new HashMap<>();
        for (Event event : events) {
            double age = (double) Duration.between(event.time(), NOW).toMillis() / halfLife.toMillis();
            sums.merge(event.product().productNumber().orElseThrow(), weight.of(event.type()) * Math.pow(.5, age),
                    Double::sum);
        }
        return sums;
    }

    private static double weight(EventType type) {
        return switch (type) {
            case VIEW -> 1;
            case CART -> 3;
            case PURCHASE -> 5;
        };
    }

    private static int number(String product) {
        return Integer.parseInt(product.substring(1));
    }
}
