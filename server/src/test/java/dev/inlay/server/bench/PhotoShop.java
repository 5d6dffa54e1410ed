package dev.inlay.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.inlay.server.Client;
import dev.inlay.server.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A website of products {@code P0}, {@code P1}, ... each with a {@link DistinctPhotos photo} of its own. */
final class PhotoShop implements AutoCloseable {
    private static final int READERS = 2;
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final ServerProcess server;
    private final Client client;
    private final HttpServer photos;
    private final String api;
    private final int products;

    /** An empty one: its products come by {@link #importProducts()}. */
    PhotoShop(ServerProcess server, int products) throws Exception {
        this.server = server;
        this.client = server.client();
        this.products = products;
        this.photos = serve(new DistinctPhotos());
        this.api = "/api/websites/" + client.createWebsite("Photo Shop", "https://shop.example");
    }

    private static HttpServer serve(DistinctPhotos photos) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] jpeg = photos.photo(Integer.parseInt(exchange.getRequestURI().getPath().replaceAll("\\D", "")));
            exchange.sendResponseHeaders(200, jpeg.length);
            try (var body = exchange.getResponseBody()) {
                body.write(jpeg);
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    /** Feeds all products and waits until our own copies of their photos stand. */
    void importProducts() throws Exception {
        StringBuilder feed = new StringBuilder("id\ttitle\tlink\timage_link\tavailability\tprice\tsale_price\tbrand\n");
        for (int i = 0; i < products; i++) {
            feed.append(("P%d\tSturdy product number %d\thttps://shop.example/p/%d\thttp://127.0.0.1:%d/%d.jpg"
                    + "\tin stock\t%d.90 USD\t%d.90 USD\tBrand %d\n").formatted(i, i, i,
                    photos.getAddress().getPort(), i, 20 + i % 80, 10 + i % 80, i % 30));
        }
        String runs = api + "/productfeeds/" + client.post(api + "/productfeeds", Map.of("name", "All")).json()
                .get("id").textValue() + "/runs";
        JsonNode run = client.post(runs, feed.toString().getBytes(StandardCharsets.UTF_8)).json();
        awaitPhotos(runs + "/" + run.path("run").asText());
    }

    private void awaitPhotos(String run) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode report = client.get(run).json();
        while (report.get("photosPending").intValue() > 0 && System.nanoTime() < end) {
            Thread.sleep(200);
            report = client.get(run).json();
        }
        if (report.get("photosPending").intValue() > 0 || report.get("photosFailed").intValue() > 0) {
            throw new IllegalStateException("the photos are not there: " + report);
        }
    }

    /** Has the tile of each product drawn and coded in {@code template}, two at once. */
    void drawTiles(String template) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            List<Future<?>> drawn = new ArrayList<>();
            for (int i = 0; i < products; i++) {
                HttpRequest tile = HttpRequest.newBuilder(client.uri(api + "/products/P" + i + "/tile.png?template="
                        + template)).header("Authorization", "Bearer " + ServerProcess.KEY).build();
                drawn.add(readers.submit(() -> draw(http, tile)));
            }
            for (Future<?> tile : drawn) {
                tile.get();
            }
        }
    }

    private static Void draw(HttpClient http, HttpRequest tile) throws Exception {
        HttpResponse<Void> answer = http.send(tile, HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("a tile answered " + answer.statusCode());
        }
        return null;
    }

    /** A campaign as {@code settings} say; returns its id. */
    String campaign(Map<String, Object> settings) throws Exception {
        return client.post(api + "/campaigns", settings).json().get("id").textValue();
    }

    /** One token for each of {@code recipients} customers of whom nothing is known. */
    List<String> tokens(String campaign, int recipients) throws Exception {
        List<Map<String, String>> customers = new ArrayList<>();
        for (int i = 0; i < recipients; i++) {
            customers.add(Map.of("customerId", "reader-" + i));
        }
        List<String> tokens = new ArrayList<>();
        client.post(api + "/campaigns/" + campaign + "/tokens", Map.of("recipients", customers)).json().get("tokens")
                .forEach(token -> tokens.add(token.textValue()));
        return tokens;
    }

    ServerProcess server() {
        return server;
    }

    @Override
    public void close() {
        photos.stop(0);
    }
}
