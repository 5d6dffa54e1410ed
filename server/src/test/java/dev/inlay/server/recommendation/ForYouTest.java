package dev.inlay.server.recommendation;

import static dev.inlay.server.recommendation.Shelf.NOW;
import static dev.inlay.server.recommendation.Shelf.event;
import static dev.inlay.server.recommendation.Shelf.history;
import static dev.inlay.server.recommendation.Shelf.product;
import static dev.inlay.server.recommendation.Shelf.viewed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.index.SessionIndex;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForYouTest {
    private final SessionIndex index = new SessionIndex();
    private final Catalogue catalogue = Shelf.catalogue(Stream.of("a", "b", "c", "d", "e", "f", "g")
            .map(ForYouTest::onAShelf).toList());

    @Test
    void withoutHistoryItFindsNothing() {
        visits("a", "b");

        assertThat(forYou(History.EMPTY)).isEmpty();
    }

    @Test
    void untaughtTheProductTouchedLastComesFirst() {
        assertThat(forYou(viewed("c", "a"))).extracting(Pick::productNumber).containsExactly("c", "a");
    }

    @Test
    void whereNobodyReturnsTheCurrentProductStandsBehindWhatOthersWentOnTo() {
        visits("a", "b");

        assertThat(forYou(viewed("a"))).extracting(Pick::productNumber).startsWith("b", "a");
    }

    @Test
    void whereAllReturnTheCurrentProductComesFirst() {
        visits("a", "b", "b", "b", "b", "a", "a", "a");

        assertThat(forYou(viewed("a"))).extracting(Pick::productNumber).startsWith("a", "b");
    }

    @Test
    void whereShoppersReturnToTheirCartsItComesBeforeALaterView() {
        for (int shopper = 0; shopper < 30; shopper++) {
            add(shopper, EventType.VIEW, "d", 300);
            add(shopper, EventType.CART, "e", 290);
            add(shopper, EventType.VIEW, "f", 280);
            add(shopper, EventType.CART, "e", 270);
        }
        History viewedLater = history(event(EventType.VIEW, "a", Duration.ofMinutes(1)),
                event(EventType.CART, "b", Duration.ofMinutes(2)));

        assertThat(forYou(viewedLater)).extracting(Pick::productNumber).startsWith("b", "a");
    }

    @Test
    void thinShopIsSearchedOverThreeHops() {
        visit(1, "a", "b");
        visit(2, "b", "c");
        visit(3, "c", "d");
        visit(4, "d", "e");

        List<Pick> found = related(viewed("a"));

        assertThat(found).extracting(Pick::productNumber).containsExactly("b", "c", "d");
        assertThat(found).extracting(Pick::becauseOf).containsOnly(List.of("a"));
    }

    @Test
    void relatedProductsAreNewToTheShopper() {
        visits("a", "b", "c", "d");

        assertThat(related(viewed("a", "b"))).extracting(Pick::productNumber).containsExactlyInAnyOrder("c", "d");
        assertThat(related(viewed("a", "b")).stream().mapToDouble(Pick::score).sum())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void scoreIsTheSumOfItsPartsAndAllTogetherNoMoreThanCertain() {
        visits("a", "b", "a", "c", "b", "d");

        for (int minutes : List.of(1, 100, 10_000)) {
            List<Pick> found = forYou(history(event(EventType.VIEW, "a", Duration.ofMinutes(minutes)),
                    event(EventType.CART, "b", Duration.ofMinutes(minutes))));
            assertThat(found).allSatisfy(pick -> assertThat(pick.parts().values().stream()
                    .mapToDouble(part -> part).sum()).isCloseTo(pick.score(), within(1e-12)));
            assertThat(found.stream().filter(pick -> !pick.parts().containsKey("bestsellers"))
                    .mapToDouble(Pick::score).sum()).isBetween(0.0, 1 + 1e-12);
        }
    }

    @Test
    void whoComesBackIsToldHowMuchNeighboursCounted() {
        visits("a", "b");

        Pick first = forYou(history(event(EventType.VIEW, "a", Duration.ofDays(2)),
                event(EventType.VIEW, "b", Duration.ofDays(2)))).getFirst();

        assertThat(first.parts()).containsOnlyKeys("history", "neighbours");
        assertThat(first.becauseOf()).containsExactly(first.productNumber());
    }

    @Test
    void oldTouchesDoNotReturnButLeadToOthers() {
        visits("a", "b");

        assertThat(forYou(history(event(EventType.VIEW, "a", Duration.ofDays(100)))))
                .filteredOn(pick -> !pick.parts().containsKey("bestsellers"))
                .extracting(Pick::productNumber).containsExactly("b");
    }

    @Test
    void bestsellersOfTheCategoryTouchedLastFollowThenThoseOfItsBrandThenTheOthers() {
        visit(1, "g");
        visit(2, "g");
        visit(3, "g");
        visit(4, "f");
        visit(5, "f");
        visit(6, "e");

        assertThat(forYou(viewed("a"))).extracting(Pick::productNumber).containsExactly("a", "e", "f", "g");
        assertThat(forYou(viewed("a")).getLast().parts()).containsOnlyKeys("bestsellers");
    }

    @Test
    void equalQuestionsHaveEqualAnswers() {
        visits("a", "b", "c", "d");

        assertThat(forYou(viewed("b", "a"))).isEqualTo(forYou(viewed("b", "a")));
    }

    /** a and e stand on one shelf, a and f are of one brand. */
    private static Product onAShelf(String number) {
        return product(number).withBrand("af".contains(number) ? "One" : "Other " + number)
                .withHierarchies(List.of(List.of("ae".contains(number) ? "Shelf" : "Other shelf " + number)));
    }

    private void visits(String... products) {
        for (int shopper = 0; shopper < 40; shopper++) {
            visit(shopper, products);
        }
    }

    private void visit(int shopper, String... products) {
        for (int i = 0; i < products.length; i++) {
            add(shopper, EventType.VIEW, products[i], 200 - i);
        }
    }

    private void add(int shopper, EventType type, String product, int minutesAgo) {
        List<Event> one = List.of(event(Shelf.shopper(shopper), type, product, Duration.ofMinutes(minutesAgo)));
        index.add(one, catalogue);
    }

    private List<Pick> forYou(History history) {
        return pick(StrategyType.FOR_YOU, history);
    }

    private List<Pick> related(History history) {
        return pick(StrategyType.RELATED_TO_HISTORY, history);
    }

    private List<Pick> pick(StrategyType type, History history) {
        return new Recommender().pick(new Question(Rules.of(type).withoutFill().rules(), history, catalogue, index, NOW,
                20, 0, List.of())).picks();
    }
}
