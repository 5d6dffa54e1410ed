package dev.inlay.server.bench;

import dev.inlay.server.Scrape;
import dev.inlay.server.ServerProcess;
import java.util.List;
import java.util.Map;

/** What a process holds in memory when its caches of tiles are full: 96 MB of coded ones, 32 MB as they went out. */
final class TileMemory {
    private static final int PRODUCTS = 300;
    private static final double FULL = 95 << 20;
    private static final List<String> TEMPLATES = List.of("product-hero", "cart-reminder", "last-chance", "editorial",
            "price-drop", "new-in", "product-card", "product-row", "phone-stack", "product-tile");

    /** In MB: what the caches say that they hold, what is alive in the heap, and what the process has of the system. */
    record Held(double coded, double opened, double heap, double process) { }

    /** With the catalogue and no tile yet, and with full caches. */
    record Figures(Held empty, Held full) { }

    private TileMemory() {
    }

    static Figures measure() throws Exception {
        try (ServerProcess server = ServerProcess.start("bench-memory", Map.of());
                PhotoShop shop = new PhotoShop(server, PRODUCTS)) {
            shop.importProducts();
            Held empty = held(server);
            for (String template : TEMPLATES) {
                if (bytes(server, "inlay_tile_memory_bytes") < FULL) {
                    shop.drawTiles(template);
                }
            }
            return new Figures(empty, held(server));
        }
    }

    private static Held held(ServerProcess server) throws Exception {
        ProcessCost cost = new ProcessCost(server.handle());
        return new Held(bytes(server, "inlay_tile_memory_bytes") / (1 << 20),
                bytes(server, "inlay_tile_opened_memory_bytes") / (1 << 20), cost.liveMegabytes(),
                cost.residentMegabytes());
    }

    private static double bytes(ServerProcess server, String gauge) throws Exception {
        return Scrape.of(server).sum(gauge);
    }
}
