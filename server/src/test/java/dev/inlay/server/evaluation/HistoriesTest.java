package dev.inlay.server.evaluation;

import static dev.inlay.server.evaluation.Past.touch;
import static dev.inlay.server.evaluation.Past.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    @Test
    void newestComesFirstAlsoOfTheSameTime() {
        History history = Histories.of(List.of(view("a", "1", 0), view("a", "2", 5), view("a", "3", 5)));

        assertThat(numbers(history.events())).containsExactly("3", "2", "1");
    }

    @Test
    void touchesOfTheSameProductsCountUpToTwoHundred() {
        History history = Histories.of(IntStream.range(0, 500)
                .mapToObj(number -> view("phone", "p" + number % 40, number)).toList());

        assertThat(history.events()).hasSize(200);
    }

    @Test
    void nothingIsToldOfBeforeTheFiftyFirstProduct() {
        History history = Histories.of(IntStream.range(0, 52)
                .mapToObj(number -> view("phone", number == 0 ? "p51" : "p" + number, number)).toList());

        assertThat(numbers(history.events())).hasSize(50).startsWith("p51").endsWith("p2");
    }

    @Test
    void latestFiftyProductsOfEachTrackingUserCount() {
        History history = Histories.of(IntStream.range(0, 130)
                .mapToObj(number -> view(number % 2 == 0 ? "phone" : "laptop", "p" + number, number)).toList());

        assertThat(numbers(history.events())).hasSize(100).startsWith("p129", "p128").endsWith("p30");
    }

    @Test
    void purchasesStandApart() {
        History history = Histories.of(List.of(touch("a", EventType.PURCHASE, "1", 0), view("a", "2", 1)));

        assertThat(numbers(history.purchases())).containsExactly("1");
        assertThat(numbers(history.events())).containsExactly("2");
    }

    @Test
    void cartIsWhatWasPutInAndNotBoughtSince() {
        History history = Histories.of(List.of(touch("a", EventType.CART, "1", 0), touch("a", EventType.CART, "2", 1),
                touch("a", EventType.PURCHASE, "1", 2), touch("a", EventType.CART, "3", 3)));

        assertThat(history.cart().orElseThrow().products())
                .extracting(product -> product.productNumber().orElseThrow()).containsExactly("3", "2");
        assertThat(Histories.of(List.of(view("a", "1", 0))).cart()).isEmpty();
    }

    private static List<String> numbers(List<Event> events) {
        return events.stream().map(event -> event.product().productNumber().orElseThrow()).toList();
    }
}
