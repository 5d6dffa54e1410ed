package dev.inlay.server.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.index.SessionIndex;
import dev.inlay.server.recommendation.rule.Filters;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.rule.Rule;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every pick, whatever shop, history and campaign. */
class RandomCataloguesTest {
    private static final int ROUNDS = 200;

    private final Recommender recommender = new Recommender();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noPickBreaksARuleAndNoSlotStaysEmptyWithoutNeed(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Question question = question(random);

            Recommendation answer = recommender.pick(question);

            assertThat(recommender.pick(question)).isEqualTo(answer);
            checkRules(question, answer.picks());
            assertThat((long) answer.picks().size()).isGreaterThanOrEqualTo(
                    Math.min(question.count(), eligible(question)));
        }
    }

    private static void checkRules(Question question, List<Pick> picks) {
        Set<String> groups = new HashSet<>();
        Set<String> bought = question.history().purchases().stream().filter(event -> event.time().isAfter(
                        Shelf.NOW.minus(Duration.ofDays(question.rules().excludeBoughtDays()))))
                .map(event -> event.product().productNumber().orElseThrow()).collect(Collectors.toSet());
        for (Pick pick : picks) {
            Product product = question.catalogue().find(pick.productNumber()).orElseThrow();
            boolean pinned = pick.strategy().equals("pinned");
            assertThat(groups.add(product.variantGroup())).isTrue();
            assertThat(question.rules().lists().excluded()).doesNotContain(pick.productNumber());
            assertThat(question.catalogue().isShowable(product, Shelf.NOW)).isTrue();
            assertThat(product.inStock() || pinned && question.rules().lists().pinnedEvenIfSoldOut()).isTrue();
            assertThat(pinned || Rule.firstBroken(Filters.of(question.rules().filter(), Shelf.NOW), product).isEmpty()).isTrue();
            assertThat(pinned || pick.strategy().equals("buy_again") || !bought.contains(pick.productNumber()))
                    .isTrue();
        }
    }

    /** How many products (variants counting once) any strategy might have picked. */
    private static long eligible(Question question) {
        PickRules rules = question.rules();
        Set<String> bought = new HashSet<>();
        question.history().purchases().stream().filter(event -> event.time().isAfter(
                        Shelf.NOW.minus(Duration.ofDays(question.rules().excludeBoughtDays()))))
                .forEach(event -> question.catalogue().match(event.product())
                        .ifPresent(product -> bought.add(product.variantGroup())));
        return question.catalogue().products().stream()
                .filter(product -> product.inStock() && question.catalogue().isShowable(product, Shelf.NOW))
                .filter(product -> !rules.lists().excluded().contains(product.productNumber()))
                .filter(product -> Rule.firstBroken(Filters.of(rules.filter(), Shelf.NOW), product).isEmpty())
                .map(Product::variantGroup).filter(group -> !bought.contains(group)).distinct().count();
    }

    private static Question question(Random random) {
        List<Product> products = products(random);
        Catalogue catalogue = Shelf.catalogue(products);
        SessionIndex index = new SessionIndex();
        index.add(events(random, products.size(), 60, 8), catalogue);
        Event[] own = events(random, products.size() + 2, random.nextInt(12), 1).toArray(Event[]::new);
        return new Question(rules(random, products.size()), Shelf.history(own), catalogue, index, Shelf.NOW,
                1 + random.nextInt(8), random.nextLong(), List.of());
    }

    private static List<Product> products(Random random) {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(25); i++) {
            Product product = Shelf.product("p" + i).withInStock(random.nextInt(4) > 0)
                    .withItemGroupId(random.nextInt(3) == 0 ? "g" + random.nextInt(3) : null)
                    .withHierarchies(List.of(List.of("c" + random.nextInt(2), "d" + random.nextInt(2))));
            products.add(random.nextInt(5) > 0 ? product : product.withPrices(
                    random.nextBoolean() ? null : BigDecimal.ONE, BigDecimal.TEN));
        }
        return products;
    }

    private static List<Event> events(Random random, int products, int count, int shoppers) {
        return IntStream.range(0, count)
                .mapToObj(i -> Shelf.event(Shelf.shopper(random.nextInt(shoppers)),
                        EventType.values()[random.nextInt(3)], "p" + random.nextInt(products),
                        Duration.ofMinutes(random.nextInt(400_000))))
                .sorted(Comparator.comparing(Event::time).reversed()).toList();
    }

    private static PickRules rules(Random random, int products) {
        List<StrategyStep> steps = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            steps.add(new StrategyStep(StrategyType.values()[random.nextInt(StrategyType.values().length)],
                    random.nextBoolean() ? Optional.empty() : Optional.of(1 + random.nextInt(3)), ProductFilter.NONE));
        }
        ProductFilter filter = random.nextInt(3) > 0 ? ProductFilter.NONE : Rules.category("c0");
        ProductLists lists = new ProductLists(numbers(random, products), random.nextBoolean(),
                numbers(random, products), numbers(random, products));
        return new PickRules(steps, filter, lists, random.nextInt(3) * 90, PickRules.DEFAULT_REMINDER_DAYS,
                Diversity.OFF, true, false);
    }

    private static List<String> numbers(Random random, int products) {
        return IntStream.range(0, random.nextInt(3)).mapToObj(i -> "p" + random.nextInt(products)).toList();
    }
}
