package dev.inlay.server.evaluation;

import static dev.inlay.server.evaluation.Past.visits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.recommendation.Diversity;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryAnswersTest {
    private static final Catalogue NO_SHOP = Catalogue.of(List.of(), Map.of());

    @TempDir
    Path folder;

    /** Nobody touches both products, and b is asked for more. */
    private final List<PastTouch> past = Stream.concat(visits(5, "a").stream(), visits(6, "b").stream())
            .sorted(Comparator.comparingLong(PastTouch::millis)).collect(Collectors.toCollection(ArrayList::new));

    @Test
    void everyQuestionIsAnsweredInItsTurn() throws IOException {
        assertEquals("""
                {"q":"1","items":["a","b"]}
                {"q":"2","items":["new","b","a"]}
                {"q":"3","items":["b","a"]}
                """, answer(RuleSwitches.OFF, 5, query("1", "a"), query("2", "new"), query("3")));
    }

    @Test
    void productsOfQuestionsDoNotEnterTheIndex() throws IOException {
        assertEquals("""
                {"q":"1","items":["new"]}
                {"q":"2","items":["b"]}
                """, answer(RuleSwitches.OFF, 1, query("1", "new"), query("2")));
    }

    @Test
    void namesOfTheHarnessAreUnderstood() throws IOException {
        String bought = query("1", "a").replace("view", "transaction");
        RuleSwitches without = new RuleSwitches(180, 0, Diversity.OFF, false, false);

        assertEquals("{\"q\":\"1\",\"items\":[\"a\",\"b\"]}\n", answer(RuleSwitches.OFF, 5, bought));
        assertEquals("{\"q\":\"1\",\"items\":[\"b\"]}\n", answer(without, 5, bought));
        assertThat(answer(RuleSwitches.OFF, 1, query("1", "a").replace("view", "addtocart"))).contains("[\"a\"]");
    }

    @Test
    void soldOutProductsAreLeftOutOnlyWhereThatIsMeasured() throws IOException {
        Catalogue shop = Catalogue.of(List.of(Product.of("a", "A", "https://shop.example/a", "a.png", BigDecimal.ONE)
                .withInStock(false)), Map.of());

        assertThat(answer(shop, RuleSwitches.OFF, 5, query("1"))).contains("[\"b\",\"a\"]");
        assertThat(answer(shop, new RuleSwitches(0, 0, Diversity.OFF, true, false), 5, query("1")))
                .contains("[\"b\"]");
    }

    @Test
    void unreadableLineIsNamedAndNothingIsWritten() throws IOException {
        Path out = Files.writeString(folder.resolve("out"), "before");

        assertThatThrownBy(() -> answer(RuleSwitches.OFF, 5, query("1", "a"), "{\"q\":\"2\",\"events\":[{}]}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("queries") + ", line 2: events[0].item is required");
        assertEquals("before", Files.readString(out));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void withoutAnyPastTheHistoryIsAllThereIs() throws IOException {
        past.clear();

        assertEquals("""
                {"q":"1","items":["a"]}
                {"q":"2","items":[]}
                """, answer(RuleSwitches.OFF, 5, query("1", "a"), query("2")));
    }

    private static String query(String id, String... items) {
        List<String> events = Stream.of(items)
                .map(item -> "{\"item\":\"" + item + "\",\"type\":\"view\",\"t\":1780000600.5}").toList();
        return "{\"q\":\"" + id + "\",\"session\":\"s\",\"t\":1780000600,\"events\":[" + String.join(",", events)
                + "]}";
    }

    private String answer(RuleSwitches switches, int count, String... queries) throws IOException {
        return answer(NO_SHOP, switches, count, queries);
    }

    private String answer(Catalogue shop, RuleSwitches switches, int count, String... queries) throws IOException {
        Path file = Files.writeString(folder.resolve("queries"), String.join("\n", queries));
        Path out = folder.resolve("out");
        new QueryAnswers(past, shop, switches, Map.of()).answer(file, out, List.of(StrategyType.FOR_YOU), count);
        return Files.readString(out);
    }
}
