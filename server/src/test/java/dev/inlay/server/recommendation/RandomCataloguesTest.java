package dev.inlay.server.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.rule.ProductFilter;
import dev.inlay.server.recommendation.strategy.StrategyStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every pick, whatever shop, history and campaign. */
class RandomCataloguesTest {
    private static final int SHOPS = 2_000;
    private static final Set<String> NAMED = Set.of("pinned", "default", "fixed_list", "last_viewed", "abandoned_cart",
            "buy_again", "price_drop", "back_in_stock");
    private static final Set<String> FOUND = Set.of("related_to_history", "related_to_last_order", "bought_together",
            "bestsellers", "trending", "new_in", "random");

    /** An answer, and the rules told plainly that it is checked by. */
    private record Case(Question question, Recommendation answer, PlainRules plain) {
        List<String> numbers() {
            return Shelf.numbers(answer.picks());
        }

        /** What stands side by side: what stood already too. */
        List<String> all(List<String> picks) {
            return Stream.concat(Shelf.numbers(question.kept()).stream(), picks.stream()).toList();
        }

        Set<String> takenGroups() {
            Set<String> taken = new HashSet<>();
            all(numbers()).forEach(number -> plain.find(number).map(plain::group).ifPresentOrElse(taken::addAll,
                    () -> taken.add(number)));
            return taken;
        }

        List<Product> left() {
            Set<String> taken = takenGroups();
            return question.catalogue().products().stream()
                    .filter(product -> !taken.contains(product.productNumber()) && plain.isEligible(product)).toList();
        }

        List<StrategyStep> steps(String strategy) {
            return question.rules().steps().stream()
                    .filter(step -> step.type().wireName().equals(strategy)).toList();
        }

        boolean mayFillUp(Pick pick) {
            return question.rules().fill() && Set.of("bestsellers", "new_in").contains(pick.strategy());
        }
    }

    @Test
    void noPickIsExcludedUnshowableOrSoldOut() {
        check(asked -> asked.answer().picks().forEach(pick -> {
            Product product = asked.plain().product(pick.productNumber());
            assertThat(asked.plain().isExcluded(product)).isFalse();
            assertThat(asked.plain().isShowable(product)).isTrue();
            assertThat(product.inStock() || pick.strategy().equals("pinned")
                    && asked.question().rules().lists().pinnedEvenIfSoldOut()).isTrue();
        }));
    }

    @Test
    void everyPickButAPinnedOnePassesTheFilterOfTheCampaignAndOfItsStep() {
        check(asked -> asked.answer().picks().stream().filter(pick -> !pick.strategy().equals("pinned"))
                .forEach(pick -> {
                    Product product = asked.plain().product(pick.productNumber());
                    assertThat(asked.plain().passes(asked.question().rules().filter(), product)).isTrue();
                    assertThat(pick.strategy().equals("default") || asked.mayFillUp(pick)
                            || asked.steps(pick.strategy()).stream()
                                    .anyMatch(step -> asked.plain().passes(step.filter(), product))).isTrue();
                }));
    }

    @Test
    void whatWasBoughtLatelyIsNotPickedButByBuyAgain() {
        check(asked -> asked.answer().picks().stream()
                .filter(pick -> !Set.of("pinned", "buy_again").contains(pick.strategy()))
                .forEach(pick -> assertThat(asked.plain().isBought(asked.plain().product(pick.productNumber())))
                        .isFalse()));
    }

    @Test
    void noProductAndNoVariantOfItComesTwice() {
        check(asked -> {
            List<String> all = asked.all(asked.numbers());
            assertThat(all).doesNotHaveDuplicates();
            Set<String> seen = new HashSet<>();
            for (String number : all) {
                assertThat(asked.question().rules().variantsToo() || !seen.contains(number)).isTrue();
                asked.plain().find(number).map(asked.plain()::group).ifPresent(seen::addAll);
            }
        });
    }

    @Test
    void pinnedProductsComeFirstInTheirOrder() {
        check(asked -> {
            PlainRules plain = asked.plain();
            List<String> expected = new ArrayList<>();
            for (String number : asked.question().rules().lists().pinned()) {
                Set<String> taken = new HashSet<>();
                asked.all(expected).forEach(other -> plain.find(other).map(product ->
                        asked.question().rules().variantsToo() ? Set.of(other) : plain.group(product))
                        .ifPresent(taken::addAll));
                plain.find(number).filter(product -> !taken.contains(number) && !plain.isExcluded(product)
                        && plain.isShowable(product) && (product.inStock()
                                || asked.question().rules().lists().pinnedEvenIfSoldOut()))
                        .ifPresent(product -> expected.add(number));
            }
            List<String> room = expected.subList(0, Math.min(expected.size(), asked.question().count()));
            assertThat(asked.numbers().subList(0, room.size())).isEqualTo(room);
            assertThat(asked.answer().picks().stream().filter(pick -> pick.strategy().equals("pinned")))
                    .hasSize(room.size());
        });
    }

    @Test
    void noSlotStaysEmptyWhileAnEligibleProductIsLeft() {
        check(asked -> {
            assertThat(asked.numbers()).hasSizeLessThanOrEqualTo(asked.question().count());
            assertThat(!asked.question().rules().fill() || asked.numbers().size() == asked.question().count()
                    || asked.left().isEmpty()).isTrue();
        });
    }

    @Test
    void aStepTakesNoMoreThanItsLimit() {
        check(asked -> asked.answer().picks().stream().filter(pick -> !asked.mayFillUp(pick))
                .filter(pick -> !asked.steps(pick.strategy()).isEmpty())
                .filter(pick -> asked.steps(pick.strategy()).stream().allMatch(step -> step.max().isPresent()))
                .forEach(pick -> assertThat(asked.answer().picks().stream()
                        .filter(other -> other.strategy().equals(pick.strategy())).count()).isLessThanOrEqualTo(
                        asked.steps(pick.strategy()).stream().mapToInt(step -> step.max().orElseThrow()).sum())));
    }

    @Test
    void tooManyOfAKindAreShownOnlyWhereNothingElseIsLeft() {
        check(asked -> {
            Diversity wanted = asked.question().rules().diversity();
            List<String> before = new ArrayList<>();
            for (Pick pick : asked.answer().picks()) {
                Product product = asked.plain().product(pick.productNumber());
                boolean counted = asked.question().rules().fill() && !NAMED.contains(pick.strategy())
                        && !(pick.strategy().equals("for_you")
                                && asked.plain().reminded().contains(pick.productNumber()));
                List<String> all = asked.all(before);
                if (counted && isFull(asked.plain().inItsCategory(all, product), wanted.maxPerCategory())) {
                    assertThat(asked.left()).allMatch(other -> isFull(asked.plain().inItsCategory(
                            asked.all(asked.numbers()), other), wanted.maxPerCategory()));
                }
                if (counted && isFull(asked.plain().ofItsBrand(all, product), wanted.maxPerBrand())) {
                    assertThat(asked.left()).allMatch(other ->
                            isFull(asked.plain().ofItsBrand(asked.all(asked.numbers()), other), wanted.maxPerBrand())
                            || isFull(asked.plain().inItsCategory(asked.all(asked.numbers()), other),
                                    wanted.maxPerCategory()));
                }
                before.add(pick.productNumber());
            }
        });
    }

    @Test
    void ofVariantsTheOneTouchedLastIsShownElseTheCheapest() {
        check(asked -> asked.answer().picks().stream().filter(pick -> FOUND.contains(pick.strategy()))
                .filter(pick -> asked.question().rules().diversity().equals(Diversity.OFF))
                .filter(pick -> !asked.question().rules().variantsToo())
                .forEach(pick -> {
                    Product shown = asked.plain().product(pick.productNumber());
                    assertThat(asked.plain().group(shown).stream().map(asked.plain()::product)
                            .filter(asked.plain()::isEligible)
                            .filter(other -> asked.steps(pick.strategy()).stream()
                                    .allMatch(step -> asked.plain().passes(step.filter(), other)))
                            .filter(other -> isBetter(asked, other, shown))).isEmpty();
                }));
    }

    private static boolean isBetter(Case asked, Product one, Product other) {
        List<String> touched = asked.plain().touched();
        int place = touched.indexOf(one.productNumber());
        int otherPlace = touched.indexOf(other.productNumber());
        return place >= 0 && (otherPlace < 0 || place < otherPlace)
                || place < 0 && otherPlace < 0 && price(asked, one).compareTo(price(asked, other)) < 0;
    }

    private static BigDecimal price(Case asked, Product product) {
        return product.priceAt(asked.question().now()).orElseThrow().present();
    }

    @Test
    void defaultsAreForThoseWithoutHistoryOrFillUp() {
        check(asked -> assertThat(asked.answer().picks().stream().noneMatch(pick -> pick.strategy().equals("default"))
                || asked.question().rules().fill() || asked.plain().touched().isEmpty()).isTrue());
    }

    @Test
    void oldTouchesAreNoReminders() {
        check(asked -> asked.answer().picks().stream().filter(pick -> pick.strategy().equals("last_viewed"))
                .forEach(pick -> assertThat(asked.plain().reminded().contains(pick.productNumber())
                        && asked.plain().wasViewed(pick.productNumber())).isTrue()));
    }

    @Test
    void whatWasDroppedBreaksTheRuleThatIsTold() {
        check(asked -> asked.answer().dropped().forEach(dropped -> {
            assertThat(asked.numbers()).doesNotContain(dropped.productNumber());
            assertThat(breaks(asked, dropped)).as(dropped.toString()).isTrue();
        }));
    }

    private static boolean breaks(Case asked, Dropped dropped) {
        Optional<Product> known = asked.plain().find(dropped.productNumber());
        PickRules rules = asked.question().rules();
        return switch (dropped.rule()) {
            case "showable" -> known.isEmpty() || !asked.plain().isShowable(known.get());
            case "excluded" -> asked.plain().isExcluded(known.orElseThrow());
            case "inStock" -> !known.orElseThrow().inStock();
            case "bought" -> asked.plain().isBought(known.orElseThrow());
            case "variant" -> asked.all(asked.numbers()).contains(dropped.detail())
                    && asked.plain().group(known.orElseThrow()).contains(dropped.detail());
            case "category" -> isFull(asked.plain().inItsCategory(asked.all(asked.numbers()), known.orElseThrow()),
                    rules.diversity().maxPerCategory());
            case "brand" -> isFull(asked.plain().ofItsBrand(asked.all(asked.numbers()), known.orElseThrow()),
                    rules.diversity().maxPerBrand());
            default -> Stream.concat(Stream.of(rules.filter()), rules.steps().stream().map(StrategyStep::filter))
                    .anyMatch(filter -> !passes(asked, filter, dropped, known.orElseThrow()));
        };
    }

    private static boolean passes(Case asked, ProductFilter filter, Dropped dropped, Product product) {
        return asked.plain().passes(filter, dropped.rule().substring("filter.".length()), product);
    }

    @Test
    void equalQuestionsHaveEqualAnswersAtAnyTime() {
        for (int seed = 0; seed < SHOPS; seed++) {
            Question question = new RandomShop(seed).question();
            Recommender recommender = new Recommender();
            for (int days : List.of(0, -2, 1, 0, 3)) {
                Question then = at(question, days);
                assertThat(recommender.pick(then)).as("seed " + seed)
                        .isEqualTo(new Recommender().pick(at(new RandomShop(seed).question(), days)));
            }
        }
    }

    private static Question at(Question question, int days) {
        return new Question(question.rules(), question.history(), question.catalogue(), question.index(),
                question.now().plus(Duration.ofDays(days)), question.count(), question.seed(), question.kept());
    }

    private static boolean isFull(long count, int max) {
        return max > 0 && count >= max;
    }

    private static void check(Consumer<Case> claim) {
        Recommender recommender = new Recommender();
        for (int seed = 0; seed < SHOPS; seed++) {
            Question question = new RandomShop(seed).question();
            Case asked = new Case(question, recommender.pick(question), new PlainRules(question));
            try {
                claim.accept(asked);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + asked.answer() + " " + question.rules(), e);
            }
        }
    }
}
