package dev.inlay.server.recommendation.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * Products of the sessions that are most like a history, of the latest 500 that share a product with it; how near one
 * is tells {@link Nearness}. Any number of threads ask, and none waits: each works on arrays that no other uses
 * meanwhile.
 */
final class Neighbours {
    /** How many products of a history are compared. */
    static final int COMPARED = 10;

    private static final int NEAREST = 100;
    private static final int REASONS = 3;

    private final ProductNumbers products;
    private final Sessions sessions;
    private final Queue<Search> idle = new ConcurrentLinkedQueue<>();

    Neighbours(ProductNumbers products, Sessions sessions) {
        this.products = products;
        this.sessions = sessions;
    }

    /** Up to {@code limit} products, those of {@code history} (distinct, newest first) included, best first. */
    List<RankedProduct> of(List<String> history, Instant now, int limit) {
        List<String> compared = history.subList(0, Math.min(COMPARED, history.size()));
        Search known = idle.poll();
        Search search = known == null ? new Search() : known;
        try {
            return search.find(compared, new Nearness(sessions, compared.size(), now), limit);
        } finally {
            search.clear();
            idle.add(search);
        }
    }

    /** The arrays of one question. */
    private final class Search {
        private final Sample sample = new Sample();
        private final double[] nearness = new double[Sample.CAPACITY];
        private final Heap nearest = new Heap(NEAREST, this::isFarther);
        private final int[] touched = new int[SessionBlocks.MAX_PRODUCTS];
        private final Scores scores = new Scores();
        private double[] score = new double[0];
        private final Heap best = new Heap(NEAREST, this::isWorse);

        List<RankedProduct> find(List<String> history, Nearness near, int limit) {
            SessionTable table = sessions.table();
            for (int place = 0; place < history.size(); place++) {
                int product = products.find(history.get(place));
                if (product != ProductNumbers.NONE) {
                    sample.take(table, product, place, near.weight(place));
                }
            }
            for (int at : nearest(near)) {
                near.give(sample, at, touched, table.productsOf(sample.sessions[at], touched), scores);
            }
            List<RankedProduct> ranked = new ArrayList<>();
            for (int at : best(near, limit)) {
                ranked.add(new RankedProduct(products.name(scores.product(at)), score[at], becauseOf(at, history)));
            }
            return List.copyOf(ranked);
        }

        void clear() {
            sample.clear();
            scores.clear();
            nearest.clear();
            best.clear();
        }

        private int[] nearest(Nearness near) {
            for (int at = 0; at < sample.size(); at++) {
                nearness[at] = near.of(sample, at);
                nearest.keepLast(at, NEAREST);
            }
            return nearest.drainBackwards();
        }

        private int[] best(Nearness near, int limit) {
            score = score.length < scores.size() ? new double[scores.size() * 2] : score;
            for (int at = 0; at < scores.size() && limit > 0; at++) {
                score[at] = near.score(scores, at);
                if (score[at] > 0) {
                    best.keepLast(at, limit);
                }
            }
            return best.drainBackwards();
        }

        private List<String> becauseOf(int at, List<String> history) {
            return IntStream.range(0, history.size()).filter(place -> scores.part(at, place) > 0).boxed()
                    .sorted((one, other) -> Double.compare(scores.part(at, other), scores.part(at, one)))
                    .limit(REASONS).map(history::get).toList();
        }

        private boolean isFarther(int one, int other) {
            return nearness[one] != nearness[other] ? nearness[one] < nearness[other] : sample.isOlder(one, other);
        }

        private boolean isWorse(int one, int other) {
            return score[one] != score[other] ? score[one] < score[other]
                    : products.name(scores.product(one)).compareTo(products.name(scores.product(other))) > 0;
        }
    }
}
