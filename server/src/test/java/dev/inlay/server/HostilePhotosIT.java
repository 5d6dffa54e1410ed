package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Files that break decoders, as the photos of a shop whose server has a heap of 256 MB: every tile is answered with a
 * picture meanwhile, no memory runs out, and what was taken is given back.
 */
class HostilePhotosIT {
    private static final List<String> FOLDERS = List.of("corpora/images-bombs/files", "corpora/images-corrupt/files",
            "data/catalogues/image-edge-cases/images");
    private static final int GROWTH_MB = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private int opened;

    @Test
    void everyTileIsDrawnAndTheMemoryComesBack() throws Exception {
        List<Path> files = files();
        HttpServer photos = photoHost(files);
        try (ServerProcess server = ServerProcess.start("hostile-photos", Map.of(ServerProcess.HEAP, "-Xmx256m"));
                SmallShop shop = SmallShop.open(server.client(), 20)) {
            String campaign = shop.campaign(4);
            for (int i = 0; i < 100; i++) {
                openTile(server.client(), campaign);
            }
            long before = megabytes(server.handle());
            long childBefore = megabytes(child(server));

            String report = importAll(server.client(), shop, photos.getAddress().getPort(), files.size());
            awaitPhotos(server.client(), report, campaign);

            // the child may end for want of memory, and says so in a line; the server may not
            assertThat(server.log().lines().filter(line -> !line.contains("photo decoder"))).isNotEmpty()
                    .noneMatch(line -> line.contains("OutOfMemoryError"));
            assertThat(megabytes(server.handle())).as("MB, before " + before).isLessThan(before + GROWTH_MB);
            awaitSmaller(child(server), childBefore + GROWTH_MB);
            endsWithItsParent(server);
        } finally {
            photos.stop(0);
        }
    }

    private static void endsWithItsParent(ServerProcess server) throws Exception {
        ProcessHandle child = child(server);

        server.kill();

        child.onExit().get(30, TimeUnit.SECONDS);
        assertThat(child.isAlive()).isFalse();
    }

    /** As long as photos are decoded, tiles are opened. */
    private void awaitPhotos(Client client, String report, String campaign) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (client.get(report).json().get("photosPending").intValue() > 0) {
            assertThat(System.nanoTime()).as("photos are still pending").isLessThan(end);
            for (int i = 0; i < 10; i++) {
                openTile(client, campaign);
            }
        }
    }

    private void openTile(Client client, String campaign) throws Exception {
        int slot = opened % 4 + 1;
        HttpResponse<byte[]> tile = client.picture(campaign, slot, "w" + opened / 40, "customerId=C" + opened++ / 4);

        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(ImageIO.read(new ByteArrayInputStream(tile.body())).getWidth()).isPositive();
    }

    /** Returns the path of the report. */
    private static String importAll(Client client, SmallShop shop, int port, int count) throws Exception {
        StringBuilder feed = new StringBuilder("id\ttitle\tlink\timage_link\tavailability\tprice\n");
        for (int i = 0; i < count; i++) {
            feed.append("H%d\tHostile %d\thttps://shop.example/h/%d\thttp://127.0.0.1:%d/%d\tin stock\t1.90 USD\n"
                    .formatted(i, i, i, port, i));
        }
        String feedId = client.post(shop.api("productfeeds"), Map.of("name", "hostile")).json().get("id").textValue();
        String runs = shop.api("productfeeds/" + feedId + "/runs");
        JsonNode run = client.post(runs, feed.toString().getBytes()).json();
        assertThat(run.get("imported").intValue()).as(run.toString()).isEqualTo(count);
        return runs + "/" + run.get("run").intValue();
    }

    private static ProcessHandle child(ServerProcess server) {
        List<ProcessHandle> children = server.handle().children().toList();
        assertThat(children).hasSize(1);
        return children.getFirst();
    }

    /** What it holds of the machine's memory. */
    private static long megabytes(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        Assumptions.assumeTrue(Files.exists(status), "skipped: this system has no /proc");
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).sum();
    }

    /** A child that has nothing to do gives back what it no longer uses. */
    private static void awaitSmaller(ProcessHandle child, long megabytes) throws Exception {
        for (int i = 0; i < 200 && megabytes(child) >= megabytes; i++) {
            Thread.sleep(100);
        }
        assertThat(megabytes(child)).isLessThan(megabytes);
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> all = Files.list(Shared.path(folder))) {
                files.addAll(all.sorted().toList());
            }
        }
        return files;
    }

    private static HttpServer photoHost(List<Path> files) throws IOException {
        HttpServer host = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        host.createContext("/", exchange -> {
            Path file = files.get(Integer.parseInt(exchange.getRequestURI().getPath().substring(1)));
            exchange.sendResponseHeaders(200, Files.size(file));
            try (exchange) {
                Files.copy(file, exchange.getResponseBody());
            }
        });
        host.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        host.start();
        return host;
    }
}
