package dev.inlay.server.recommendation.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
    private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;

    private ProductNumbers products = new ProductNumbers();
    private Sessions sessions = new Sessions();
    private Neighbours neighbours = new Neighbours(products, sessions);
    private final PlainSessions plain = new PlainSessions();
    private long now = START;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void neighboursAreThoseOfAPlainSearch(long seed) {
        Random random = new Random(seed);

        for (int round = 0; round < 40; round++) {
            addEvents(random, 100, 30, 12);
            compareAnswers(random, 30);
        }

        assertThat(sessions.count()).isEqualTo(plain.count());
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void neighboursStayTheSameWhenMemoryIsTidiedUp(long seed) {
        Random random = new Random(seed);
        SessionTable first = sessions.table();

        for (int round = 0; round < 40; round++) {
            addEvents(random, 2_000, 8, 12);
            compareAnswers(random, 8);
        }

        assertThat(sessions.table()).isNotSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void neighboursStayTheSameAfterASnapshot(long seed) throws IOException {
        Random random = new Random(seed);

        for (int round = 0; round < 10; round++) {
            addEvents(random, 500, 20, 15);
            reopen();
            compareAnswers(random, 20);
        }
    }

    @Test
    void sessionsOlderThanFourHundredDaysAreLeftBehind() {
        visit(1, START, "a", "b");
        now = START + 401 * DAY;
        Random random = new Random(11);

        for (int i = 0; i < 20_000; i++) {
            visit(random.nextInt(1_000), now += 60_000, "c", "d");
        }

        assertThat(ask("a")).isEmpty();
        assertThat(ask("c")).extracting(RankedProduct::productNumber).containsExactly("d");
    }

    @Test
    void sessionTakesFortyProducts() {
        String[] many = IntStream.range(0, 50).mapToObj(i -> "p%02d".formatted(i)).toArray(String[]::new);

        visit(1, START, many);

        assertThat(ask("p00")).hasSize(39).extracting(RankedProduct::productNumber).doesNotContain("p40");
        assertThat(ask("p45")).isEmpty();
    }

    @Test
    void sessionEndsAfterHalfAnHour() {
        visit(1, START, "a");
        visit(1, START + 30 * 60_000, "b");
        visit(1, START + 60 * 60_000 + 1, "c");

        assertThat(ask("a")).extracting(RankedProduct::productNumber).containsExactly("b");
        assertThat(ask("c")).isEmpty();
        assertThat(sessions.count()).isEqualTo(2);
    }

    @Test
    void equalProductsComeByNumber() {
        visit(1, START, "c", "b", "a");

        assertThat(ask("b")).extracting(RankedProduct::productNumber).containsExactly("a", "c");
    }

    @Test
    void visitsThatNoProductLeadsToAnyMoreAreNotTakenAlongAgainAndAgain() {
        Set<SessionTable> tables = Collections.newSetFromMap(new IdentityHashMap<>());
        int a = products.of("a");
        int b = products.of("b");

        for (int owner = 0; owner < 40_000; owner++) {
            sessions.add(owner, a, START);
            sessions.add(owner, b, START);
            tables.add(sessions.table());
        }

        assertThat(tables).hasSizeBetween(2, 5);
    }

    private void addEvents(Random random, int count, int productCount, int ownerCount) {
        for (int i = 0; i < count; i++) {
            now += random.nextInt(3 * 60_000);
            long time = random.nextInt(20) == 0 ? now - random.nextLong(DAY) : now;
            long owner = random.nextInt(ownerCount);
            visit(owner, time, "p" + (int) (productCount * Math.pow(random.nextDouble(), 2)));
        }
    }

    private void visit(long owner, long time, String... touched) {
        for (String product : touched) {
            sessions.add(owner, products.of(product), time);
            plain.add(owner, product, time);
        }
    }

    private void compareAnswers(Random random, int productCount) {
        for (int question = 0; question < 5; question++) {
            List<String> history = new ArrayList<>();
            for (int i = 0; i < productCount + 2; i++) {
                history.add("p" + i);
            }
            Collections.shuffle(history, random);
            history = history.subList(0, 1 + random.nextInt(Math.min(12, history.size())));
            int limit = random.nextInt(30);
            Gap gap = random.nextBoolean() ? Gap.VISIT : Gap.LONGER;
            compare(neighbours.of(history, Nearness.after(gap, PickingParameters.DEFAULT), Instant.ofEpochMilli(now),
                    limit), plain.neighbours(history, gap == Gap.VISIT, now, limit));
        }
    }

    private static void compare(Neighbourhood found, Neighbourhood expected) {
        assertThat(found.others()).extracting(RankedProduct::productNumber, RankedProduct::becauseOf)
                .containsExactlyElementsOf(expected.others().stream()
                        .map(product -> tuple(product.productNumber(), product.becauseOf())).toList());
        for (int i = 0; i < expected.others().size(); i++) {
            assertThat(found.others().get(i).score()).isCloseTo(expected.others().get(i).score(), within(1e-12));
        }
        for (int i = 0; i < expected.ofHistory().size(); i++) {
            assertThat(found.ofHistory().get(i)).isCloseTo(expected.ofHistory().get(i), within(1e-12));
        }
    }

    private List<RankedProduct> ask(String product) {
        return neighbours.of(List.of(product), Nearness.ofBaskets(), Instant.ofEpochMilli(now), 100).others();
    }

    private void reopen() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SnapshotOutput out = new SnapshotOutput(new DataOutputStream(bytes));
        products.write(out);
        sessions.write(out, products.size());
        out.end();
        SnapshotInput in = new SnapshotInput(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        products = ProductNumbers.read(in);
        sessions = Sessions.read(in, products.size());
        in.end();
        neighbours = new Neighbours(products, sessions);
    }
}
