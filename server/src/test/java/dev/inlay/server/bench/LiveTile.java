package dev.inlay.server.bench;

import dev.inlay.server.ServerProcess;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Tiles that greet the reader by name, out of memory, on 16 connections: another name at each open, the same name, and
 * the same tile that a mail client already has; beside {@link PlainServer}, all in turn.
 */
final class LiveTile {
    static final int CONNECTIONS = 16;

    private static final int PRODUCTS = 20;
    private static final int RECIPIENTS = 200;
    private static final int NAMES = 20_000;
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 4;
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final List<String> SYLLABLES = List.of("an", "be", "ri", "lo", "ma", "na", "ti", "su", "ke", "jo",
            "vi", "ra", "el", "do", "mi", "sa", "le", "no", "ga", "fe", "ju", "li", "ro", "te", "da", "he", "is", "ka");

    /** What was done in each round, by what was asked. */
    record Figures(int bytes, Map<String, List<Load.Result>> rounds) { }

    private LiveTile() {
    }

    static Figures measure() throws Exception {
        try (ServerProcess inlay = ServerProcess.start("bench-live", Map.of());
                PhotoShop shop = new PhotoShop(inlay, PRODUCTS)) {
            shop.importProducts();
            List<String> letters = letters(shop);
            HttpResponse<byte[]> tile = openAll(inlay, letters);
            Path file = Files.write(Files.createTempFile("inlay-bench", ".png"), tile.body());
            try (PlainServer.Running plain = PlainServer.start(file)) {
                return new Figures(tile.body().length, inTurn(loads(inlay, plain, letters,
                        tile.headers().firstValue("ETag").orElseThrow())));
            } finally {
                Files.delete(file);
            }
        }
    }

    private static Map<String, Load> loads(ServerProcess inlay, PlainServer.Running plain, List<String> letters,
            String etag) {
        List<String> others = IntStream.range(0, NAMES)
                .mapToObj(open -> letters.get(open % RECIPIENTS) + name(open)).toList();
        List<String> same = letters.stream().map(letter -> letter + name(0)).toList();
        Map<String, Load> loads = new LinkedHashMap<>();
        loads.put("plain handler, same bytes", new Load(plain.port(), plain.handle(), same, CONNECTIONS, "", 200));
        loads.put("another name at each open", new Load(inlay.port(), inlay.handle(), others, CONNECTIONS, "", 200));
        loads.put("the same name", new Load(inlay.port(), inlay.handle(), same, CONNECTIONS, "", 200));
        loads.put("the same tile, answered by 304", new Load(inlay.port(), inlay.handle(), same, CONNECTIONS,
                "If-None-Match: " + etag + "\r\n", 304));
        return loads;
    }

    private static Map<String, List<Load.Result>> inTurn(Map<String, Load> loads) throws Exception {
        for (int round = 0; round < WARM_UPS; round++) {
            for (Load load : loads.values()) {
                load.run(ROUND);
            }
        }
        Map<String, List<Load.Result>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Load> load : loads.entrySet()) {
                rounds.computeIfAbsent(load.getKey(), name -> new ArrayList<>()).add(load.getValue().run(ROUND));
            }
        }
        return rounds;
    }

    /** Of recipients whom nobody knows, so that all see the same product. */
    private static List<String> letters(PhotoShop shop) throws Exception {
        String campaign = shop.campaign(Map.of("name", "Cart", "template", "cart-reminder", "slots", 1,
                "identity", "token", "liveText", true));
        return shop.tokens(campaign, RECIPIENTS).stream()
                .map(token -> "/serve/tile/" + campaign + "/1.png?send=w1&token=" + token + "&firstName=").toList();
    }

    /** A few syllables, another one for each {@code number} of {@value #NAMES}. */
    private static String name(int number) {
        int syllables = SYLLABLES.size();
        String name = SYLLABLES.get(number % syllables) + SYLLABLES.get(number / syllables % syllables)
                + SYLLABLES.get(number / syllables / syllables);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** Locks all letters and returns the tile of the last. */
    private static HttpResponse<byte[]> openAll(ServerProcess inlay, List<String> letters) throws Exception {
        HttpResponse<byte[]> tile = inlay.client().open(letters.getFirst() + name(0));
        for (String letter : letters) {
            tile = inlay.client().open(letter + name(0));
            while (tile.headers().firstValue("Cache-Control").orElse("").equals("no-store")) {
                tile = inlay.client().open(letter + name(0));
            }
        }
        return tile;
    }
}
