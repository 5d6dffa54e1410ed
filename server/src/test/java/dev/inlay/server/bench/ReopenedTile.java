package dev.inlay.server.bench;

import dev.inlay.server.Client;
import dev.inlay.server.ServerProcess;
import dev.inlay.server.SmallShop;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Locked tiles out of memory against {@link PlainServer}, in turn, each server in a process of its own. */
final class ReopenedTile {
    private static final int RECIPIENTS = 200;
    private static final int ROUNDS = 5;
    private static final long WARM_UP = 30_000;
    private static final Duration ROUND = Duration.ofSeconds(3);

    /** What one server did in each round. */
    record Side(Spread requestsPerSecond, Spread microsPerRequest) {
        static Side of(List<Load.Result> rounds) {
            return new Side(Spread.of(rounds.stream().map(Load.Result::requestsPerSecond).toList()),
                    Spread.of(rounds.stream().map(Load.Result::microsPerRequest).toList()));
        }
    }

    /** Both sides, and their ratios round by round. */
    record Figures(Side inlay, Side plain, Spread throughput, Spread processorTime) { }

    private ReopenedTile() {
    }

    static Figures measure() throws Exception {
        try (ServerProcess inlay = ServerProcess.start("bench-tile", Map.of());
                SmallShop shop = SmallShop.open(inlay.client(), 20)) {
            List<String> targets = targets(shop.campaign(4));
            byte[] tile = openAll(inlay.client(), targets);
            Path file = Files.write(Files.createTempFile("inlay-bench", ".png"), tile);
            try (PlainServer.Running plain = PlainServer.start(file)) {
                return compare(new Load(inlay.port(), inlay.handle(), targets),
                        new Load(plain.port(), plain.handle(), targets));
            } finally {
                Files.delete(file);
            }
        }
    }

    private static Figures compare(Load inlay, Load plain) throws Exception {
        warmUp(inlay);
        warmUp(plain);
        List<Load.Result> ours = new ArrayList<>();
        List<Load.Result> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(inlay.run(ROUND));
            theirs.add(plain.run(ROUND));
        }
        return new Figures(Side.of(ours), Side.of(theirs),
                ratio(Load.Result::requestsPerSecond, ours, theirs),
                ratio(Load.Result::microsPerRequest, ours, theirs));
    }

    /** For {@value #WARM_UP} requests, or as many as a busy machine answers meanwhile. */
    private static void warmUp(Load load) throws Exception {
        long requests = 0;
        for (int round = 0; round < 12 && requests < WARM_UP; round++) {
            requests += load.run(ROUND).requests();
        }
    }

    private static Spread ratio(ToDoubleFunction<Load.Result> figure, List<Load.Result> ours,
            List<Load.Result> theirs) {
        return Spread.of(IntStream.range(0, ROUNDS).mapToObj(round ->
                figure.applyAsDouble(ours.get(round)) / figure.applyAsDouble(theirs.get(round))).toList());
    }

    private static List<String> targets(String campaign) {
        String tile = "/serve/tile/" + campaign + "/1.png?send=w1&userEmail=reader";
        return IntStream.range(0, RECIPIENTS).mapToObj(reader -> tile + reader + "%40example.test").toList();
    }

    /** Locks all products and returns the tile: recipients whom nobody knows see the same one. */
    private static byte[] openAll(Client client, List<String> targets) throws Exception {
        byte[] tile = {};
        for (String target : targets) {
            HttpResponse<byte[]> answer = client.open(target);
            while (answer.headers().firstValue("Cache-Control").orElse("").equals("no-store")) {
                answer = client.open(target);
            }
            tile = answer.body();
        }
        return tile;
    }
}
