package dev.inlay.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inlay.server.Client;
import dev.inlay.server.ServerProcess;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long a process with a heap of 256 MB takes over a feed of 100,000 orders whose lines stand far apart, and how
 * long tiles take meanwhile.
 */
final class ManyOrders {
    static final int ORDERS = 100_000;

    private static final int LINES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /**
     * What was measured.
     *
     * @param first seconds until all orders stood
     * @param again seconds for the same feed once more, which tells nothing new
     * @param memory most memory of the process, in MB
     */
    record Figures(double first, double again, Spread tileMillis, double memory) { }

    private ManyOrders() {
    }

    static Figures measure() throws Exception {
        Path feed = Files.createTempFile("orders", ".csv");
        try (ServerProcess server = ServerProcess.start("many-orders", Map.of(ServerProcess.HEAP, "-Xmx256m"))) {
            write(feed);
            Client client = server.client();
            String shop = "/api/websites/" + client.post("/api/websites", Map.of("name", "Shop", "url",
                    "https://shop.example/", "currency", "EUR", "locale", "en")).json().get("websiteUuid").asText();
            String campaign = client.post(shop + "/campaigns", Map.of("name", "Letter")).json().get("id").asText();
            String runs = shop + "/orderfeeds/" + client.post(shop + "/orderfeeds", Map.of("name", "All")).json()
                    .get("id").asText() + "/runs";
            try (Opening opening = new Opening(client, campaign)) {
                double first = seconds(server, runs, feed, ORDERS);
                double again = seconds(server, runs, feed, 0);
                return new Figures(first, again, opening.stop(), memory(server));
            }
        } finally {
            Files.delete(feed);
        }
    }

    private static double seconds(ServerProcess server, String runs, Path feed, int added) throws Exception {
        long begin = System.nanoTime();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(server.client().uri(runs)).timeout(PATIENCE)
                    .header("Authorization", "Bearer " + ServerProcess.KEY)
                    .POST(HttpRequest.BodyPublishers.ofFile(feed)).build(), HttpResponse.BodyHandlers.ofByteArray());
            JsonNode report = new ObjectMapper().readTree(answer.body());
            if (report.path("imported").asInt() != ORDERS || report.path("added").asInt() != added) {
                throw new IllegalStateException(answer.statusCode() + " " + report);
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** All first lines, then all second ones, and so on. */
    private static void write(Path feed) throws IOException {
        Instant begin = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(300));
        try (BufferedWriter out = Files.newBufferedWriter(feed)) {
            out.write("ordernumber;email;customerId;total;date;productNumber;quantity;lineTotal\n");
            for (int line = 0; line < LINES; line++) {
                for (int order = 0; order < ORDERS; order++) {
                    out.write("ORDER-" + order + ";customer" + order % 30_000 + "@example.test;"
                            + (order % 3 == 0 ? "" : "C" + order % 30_000) + ";59,90;"
                            + begin.plusSeconds(order * 60L) + ";P" + (order * 7 + line * 31) % 5_000 + ";1;19,90\n");
                }
            }
        }
    }

    /** The most memory that the process ever had, as Linux counts it. */
    private static double memory(ServerProcess server) throws IOException {
        Path status = Path.of("/proc/" + server.handle().pid() + "/status");
        return Files.exists(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0) : 0;
    }

    /** Opens one tile after the other, each for another recipient, until it is told to stop. */
    private static final class Opening implements AutoCloseable {
        private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final FutureTask<Void> work;

        Opening(Client client, String campaign) {
            work = new FutureTask<>(() -> open(client, campaign));
            Thread.ofVirtual().start(work);
        }

        /** Throws if a tile was not answered. */
        Spread stop() throws Exception {
            close();
            work.get();
            return Spread.of(millis);
        }

        @Override
        public void close() {
            stopped.set(true);
        }

        private Void open(Client client, String campaign) throws IOException, InterruptedException {
            for (int recipient = 0; !stopped.get(); recipient++) {
                long begin = System.nanoTime();
                int status = client.open("/serve/tile/" + campaign + "/1.png?send=s&customerId=C" + recipient)
                        .statusCode();
                if (status != 200) {
                    throw new IllegalStateException("a tile answered " + status);
                }
                millis.add((System.nanoTime() - begin) / 1e6);
                Thread.sleep(20);
            }
            return null;
        }
    }
}
