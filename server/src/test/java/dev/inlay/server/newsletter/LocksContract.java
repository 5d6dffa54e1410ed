package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What parallel first requests agree on; run by each kind of store. */
abstract class LocksContract {
    private static final int RECIPIENTS = 200;
    private static final int SLOTS = 6;
    private static final int THREADS = 64;
    private static final int MOST_TRIES = 20;

    abstract TestShop shop();

    @Test
    void parallelFirstRequestsSeeOneAssignmentWithoutAnyProductTwice() throws Exception {
        shop().products(20);
        Campaign campaign = shop().campaign("'slots':" + SLOTS + ",'strategies':[{'type':'random'}]");
        Map<String, Set<String>> pictures = new ConcurrentHashMap<>();
        Map<String, Set<String>> targets = new ConcurrentHashMap<>();

        inParallel(requests(campaign, pictures, targets));

        for (int reader = 0; reader < RECIPIENTS; reader++) {
            Set<String> products = new HashSet<>();
            for (int slot = 1; slot <= SLOTS; slot++) {
                String key = reader + " " + slot;
                String target = click(campaign, slot, query(reader));
                assertThat(targets.get(key)).as(key).containsExactly(target);
                assertThat(pictures.get(key)).as(key).hasSize(1);
                products.add(target);
            }
            assertThat(products).as("reader %d", reader).hasSize(SLOTS).allMatch(target -> target.contains("/p/"));
        }
        assertThat(picturesPerTarget(pictures, targets)).allMatch(etags -> etags.size() == 1);
    }

    private List<Runnable> requests(Campaign campaign, Map<String, Set<String>> pictures,
            Map<String, Set<String>> targets) {
        List<Runnable> requests = new ArrayList<>();
        for (int i = 0; i < RECIPIENTS; i++) {
            int reader = i;
            for (int s = 1; s <= SLOTS; s++) {
                int slot = s;
                requests.add(() -> {
                    add(pictures, reader + " " + slot, etag(campaign, slot, query(reader)));
                });
                requests.add(() -> add(targets, reader + " " + slot, click(campaign, slot, query(reader))));
            }
        }
        Collections.shuffle(requests, new Random(1));
        return requests;
    }

    /** A busy machine may cost a picture its product; then it is neutral, and a later one shows the product. */
    private String etag(Campaign campaign, int slot, String query) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            RawClient.Answer picture = shop().picture(campaign, slot, query);
            if (picture.isTile()) {
                return picture.header("ETag");
            }
        }
        throw new AssertionError("only neutral pictures for slot " + slot);
    }

    /** A busy store may cost a click its product; then it leads home, and the next one to the product. */
    private String click(Campaign campaign, int slot, String query) {
        String target = shop().click(campaign, slot, query);
        return target.equals("https://shop.example/") ? shop().click(campaign, slot, query) : target;
    }

    private static void inParallel(List<Runnable> requests) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            requests.forEach(request -> running.add(threads.submit(request)));
            for (Future<?> future : running) {
                future.get();
            }
        }
    }

    /** One product, one picture. */
    private static List<Set<String>> picturesPerTarget(Map<String, Set<String>> pictures,
            Map<String, Set<String>> targets) {
        Map<String, Set<String>> etags = new ConcurrentHashMap<>();
        targets.forEach((key, target) -> pictures.get(key).forEach(etag -> add(etags, target.iterator().next(), etag)));
        return List.copyOf(etags.values());
    }

    private static void add(Map<String, Set<String>> map, String key, String value) {
        map.computeIfAbsent(key, ignored -> ConcurrentHashMap.newKeySet()).add(value);
    }

    private static String query(int reader) {
        return "send=1&userEmail=reader" + reader + "@example.com";
    }
}
