package dev.inlay.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inlay.db.activity.EventType;
import dev.inlay.server.Harness;
import dev.inlay.server.http.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures are those of the published harness. */
class HarnessTest {
    private static final List<String> TYPES = List.of("view", "cart", "purchase");

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final Map<Subset, Tally> tallies = new EnumMap<>(Subset.class);
    private final List<String> truth = new ArrayList<>();
    private final List<String> results = new ArrayList<>();

    @Test
    void figuresAreThoseOfTheHarness() throws Exception {
        Harness harness = Harness.find();
        IntStream.range(0, 400).forEach(this::question);
        Files.write(folder.resolve("truth.jsonl"), truth);
        Files.write(folder.resolve("results.jsonl"), results);
        Files.writeString(folder.resolve("train.tsv"), "item\ttime\n" + IntStream.range(0, 40)
                .mapToObj(item -> item + "\t1\n").collect(Collectors.joining()));

        for (Subset subset : Subset.values()) {
            Map<String, Double> theirs = harness.score(folder.resolve("truth.jsonl"),
                    folder.resolve("results.jsonl"), folder.resolve("train.tsv"), subset.wireName());
            Figures ours = tallies.get(subset).figures(
                    IntStream.range(0, 40).mapToObj(String::valueOf).collect(Collectors.toSet()));

            assertThat(ours.questions()).isEqualTo(theirs.get("n").intValue()).isGreaterThan(50);
            for (int i = 0; i < Tally.CUTOFFS.size(); i++) {
                assertThat(ours.hits().get(i).value())
                        .isCloseTo(theirs.get("HR@" + Tally.CUTOFFS.get(i)), within(6e-5));
            }
            assertThat(ours.mrr().value()).isCloseTo(theirs.get("MRR@20"), within(6e-5));
            assertThat(ours.coverage()).isCloseTo(theirs.get("COV@20"), within(6e-5));
        }
    }

    private void question(int number) {
        Set<String> seen = random.nextInt(4) == 0 ? Set.of()
                : random.ints(1 + random.nextInt(6), 0, 60).mapToObj(String::valueOf).collect(Collectors.toSet());
        List<PastTouch> rest = random.ints(1 + random.nextInt(4), 0, 60).mapToObj(item -> Past.touch("p" + number,
                EventType.of(1 + random.nextInt(3)), String.valueOf(item), item)).toList();
        List<String> picks = random.ints(0, 60).distinct().limit(random.nextInt(26)).mapToObj(String::valueOf).toList();
        Sequel sequel = new Sequel("p" + number, rest, seen);
        for (Subset subset : Subset.values()) {
            subset.of(sequel).stream().findFirst().ifPresent(next -> tallies
                    .computeIfAbsent(subset, ignored -> new Tally()).add(sequel.person(), next, picks));
        }
        results.add(Json.object().put("q", "u" + number).set("items", Json.mapper().valueToTree(picks)).toString());
        truth.add(Json.mapper().valueToTree(Map.of("q", "u" + number, "next", rest.getFirst().product(),
                "rest", rest.stream().map(PastTouch::product).toList(),
                "types", rest.stream().map(touch -> TYPES.get(touch.type().code() - 1)).toList(),
                "cold", seen.isEmpty(), "seen", seen.stream().sorted().toList())).toString());
    }
}
