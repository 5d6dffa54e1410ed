package dev.inlay.server.bench;

import dev.inlay.server.Freshness;
import dev.inlay.server.ServerProcess;
import dev.inlay.server.SmallShop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** How soon what a node was told shows in picks, in milliseconds since the call was answered. */
final class Fresh {
    static final int ROUNDS = 100;

    private static final int WARM_UP = 10;
    private static final int PRODUCTS = 2 * (ROUNDS + WARM_UP);
    private static final String DATABASE = "INLAY_DATABASE_URL";

    private Fresh() {
    }

    static Map<String, Spread> onOneNode() throws Exception {
        try (ServerProcess server = ServerProcess.start("bench-fresh", Map.of());
                SmallShop shop = SmallShop.open(server.client(), PRODUCTS)) {
            return measure(new Freshness(shop, PRODUCTS, server.client(), server.client()));
        }
    }

    static Map<String, Spread> onTwoNodes() throws Exception {
        try (BenchStore store = BenchStore.postgres();
                ServerProcess here = ServerProcess.start("bench-fresh-here",
                        Map.of(DATABASE, store.settings().url()));
                ServerProcess there = ServerProcess.start("bench-fresh-there", Map.of(DATABASE, store.settings().url(),
                        "INLAY_SECRET_FILE", here.folder().resolve("data/secret").toString()));
                SmallShop shop = SmallShop.open(here.client(), PRODUCTS)) {
            return measure(new Freshness(shop, PRODUCTS, here.client(), there.client()));
        }
    }

    private static Map<String, Spread> measure(Freshness freshness) throws Exception {
        freshness.awaitShop();
        Map<String, Spread> figures = new LinkedHashMap<>();
        figures.put("a view, in the own history", measure(freshness::ofOwnHistory));
        figures.put("two views, in the index", measure(freshness::ofIndex));
        figures.put("a customer", measure(freshness::ofCustomer));
        figures.put("an address", measure(freshness::ofEmail));
        return figures;
    }

    private static Spread measure(Callable<Freshness.Shown> once) throws Exception {
        for (int round = 0; round < WARM_UP; round++) {
            once.call();
        }
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            millis.add(once.call().after().toNanos() / 1e6);
        }
        return Spread.of(millis);
    }
}
