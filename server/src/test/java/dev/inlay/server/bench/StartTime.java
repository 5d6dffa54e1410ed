package dev.inlay.server.bench;

import dev.inlay.server.Client;
import dev.inlay.server.ServerProcess;
import dev.inlay.server.SmallShop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the launch of the process to {@code /health/ready}, and to the first tile of a new recipient. */
final class StartTime {
    private static final int ROUNDS = 3;
    private static final int PRODUCTS = 100;

    /** Seconds since the launch. */
    record Figures(Spread ready, Spread firstPicture) { }

    private StartTime() {
    }

    static Figures measure() throws Exception {
        List<Double> ready = new ArrayList<>();
        List<Double> pictures = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start("bench-start", Map.of());
                SmallShop shop = SmallShop.open(server.client(), PRODUCTS)) {
            String campaign = shop.campaign(4);
            for (int round = 0; round < ROUNDS; round++) {
                server.stop();
                long begin = System.nanoTime();
                server.start();
                ready.add(since(begin));
                awaitTile(server.client(), "/serve/tile/" + campaign + "/1.png?send=r" + round);
                pictures.add(since(begin));
            }
        }
        return new Figures(Spread.of(ready), Spread.of(pictures));
    }

    private static void awaitTile(Client client, String target) throws Exception {
        while (client.open(target).headers().firstValue("Cache-Control").orElse("").equals("no-store")) {
            Thread.onSpinWait();
        }
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
