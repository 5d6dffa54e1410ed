package dev.inlay.server.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.server.http.Json;
import dev.inlay.server.recommendation.PickRules;
import dev.inlay.server.recommendation.Question;
import dev.inlay.server.recommendation.strategy.StrategyType;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Answers a file of questions from a shop's past: a line {@code {"q":"id","items":["9","4"]}} for each, best first,
 * each product once. What questions tell of their askers does not enter the index.
 */
public final class QueryAnswers {
    private final List<PastTouch> touches;
    private final Catalogue shop;
    private final RuleSwitches switches;
    private final Map<String, Double> numbers;

    /**
     * How many questions were answered, and how long they took.
     *
     * @param nanos of the picking alone
     */
    public record Answered(int questions, long nanos) { }

    /**
     * From {@code touches}, oldest first, of the products of {@code shop} and of others, picked by {@code numbers}
     * where they are not the standard ones.
     */
    public QueryAnswers(List<PastTouch> touches, Catalogue shop, RuleSwitches switches,
            Map<String, Double> numbers) {
        this.touches = List.copyOf(touches);
        this.shop = shop;
        this.switches = switches;
        this.numbers = Map.copyOf(numbers);
    }

    /**
     * Answers {@code queries} with up to {@code count} products each into {@code out}, which is replaced at the end, as
     * a whole.
     *
     * @throws IllegalArgumentException if a line is no question; {@code out} then stays as it is
     */
    public Answered answer(Path queries, Path out, List<StrategyType> chain, int count) throws IOException {
        QueryFile file = new QueryFile(queries);
        Set<String> products = new HashSet<>();
        touches.forEach(touch -> products.add(touch.product()));
        file.read(query -> query.touches().forEach(touch -> products.add(touch.product())));
        Replay replay = new Replay(touches, NamedProducts.catalogue(products, shop, switches.inStock()));
        replay.playTo(end());
        Path folder = out.toAbsolutePath().getParent();
        Path begun = Files.createTempFile(folder, out.getFileName() + ".", ".begun");
        try {
            Answered answered = write(file, begun, replay, chain, count);
            Files.move(begun, out, StandardCopyOption.REPLACE_EXISTING);
            return answered;
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private Answered write(QueryFile file, Path begun, Replay replay, List<StrategyType> chain, int count)
            throws IOException {
        PickRules rules = Method.of(chain).rules(switches, List.of());
        UnaryOperator<Question> setting = PickingKnobs.setting(numbers);
        long[] done = new long[2];
        try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(begun))) {
            file.read(query -> {
                long begin = System.nanoTime();
                List<Pick> picks = replay.pick(rules, Histories.of(query.touches()), query.time(end()), count,
                        setting);
                done[0]++;
                done[1] += System.nanoTime() - begin;
                lines.write(Json.bytes(json(query.id(), picks)));
                lines.write('\n');
            });
        }
        return new Answered((int) done[0], done[1]);
    }

    private Instant end() {
        return touches.isEmpty() ? Instant.EPOCH : Instant.ofEpochMilli(touches.getLast().millis());
    }

    private static ObjectNode json(String id, List<Pick> picks) {
        ObjectNode json = Json.object().put("q", id);
        ArrayNode items = json.putArray("items");
        picks.forEach(pick -> items.add(pick.productNumber()));
        return json;
    }
}
