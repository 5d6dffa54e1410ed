package dev.inlay.server.bench;

import dev.inlay.server.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What a product costs from the feed to the coded tile, in a process that is as fresh as its store. */
final class Ingest {
    private static final String TEMPLATE = "product-tile";

    /** What one step took for each product: milliseconds by the clock and of processor time, bytes on disk. */
    record Step(double millis, double processorMillis, double bytes) { }

    /** From the feed until all photos stand, then until all tiles are coded; {@code store} is in bytes a product. */
    record Figures(Step photos, Step tiles, double store) { }

    private Ingest() {
    }

    static Figures measure(int products) throws Exception {
        try (ServerProcess server = ServerProcess.start("bench-ingest", Map.of());
                AutoCloseable _ = server::remove;
                PhotoShop shop = new PhotoShop(server, products)) {
            Path data = server.folder().resolve("data");
            Step photos = step(shop, data.resolve("photos"), products, shop::importProducts);
            Step tiles = step(shop, data.resolve("tiles"), products, () -> shop.drawTiles(TEMPLATE));
            double others = ProcessCost.bytesIn(data) / (double) products - photos.bytes() - tiles.bytes();
            return new Figures(photos, tiles, others);
        }
    }

    /** What has to be done for all products. */
    private interface Work {
        void run() throws Exception;
    }

    private static Step step(PhotoShop shop, Path folder, int products, Work work) throws Exception {
        ProcessCost cost = new ProcessCost(shop.server().handle());
        Duration before = cost.processorTime();
        long begin = System.nanoTime();
        work.run();
        double millis = (System.nanoTime() - begin) / 1e6 / products;
        double processorMillis = cost.processorTime().minus(before).toNanos() / 1e6 / products;
        return new Step(millis, processorMillis, ProcessCost.bytesIn(folder) / (double) products);
    }
}
