package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.inlay.db.identity.TrackingUserId;
import java.io.ByteArrayInputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The main job on real catalogues, with their photos from a loopback server: feed and a thousand events in, personal
 * pictures and matching clicks out. The pictures stay in {@code target/pictures}, to be looked at.
 */
class RealCataloguesIT {
    private static final int EVENTS = 1_000;
    private static final int VISITORS = 50;
    private static final int RECIPIENTS = 10;

    @ParameterizedTest
    @CsvSource({"eshop-outdoor, google-rss.xml, 101", "magento-luma, google.tsv, 118",
            "online-boutique, helloretail-products.json, 9"})
    void tenRecipientsSeeWhatTheyLookedAt(String catalogue, String feed, int products) throws Exception {
        Path catalogues = Shared.path("data/catalogues");
        HttpServer photos = photoHost(catalogues);
        try (ServerProcess server = ServerProcess.start("real-" + catalogue, Map.of())) {
            Client client = server.client();
            String uuid = client.createWebsite(catalogue, "https://shop.example.test/");
            List<String> numbers = importFeed(client, uuid,
                    Files.readAllBytes(catalogues.resolve(catalogue + "/feeds/" + feed)), products);
            List<List<String>> viewed = trackEvents(client, uuid, numbers);
            String campaign = client.post("/api/websites/" + uuid + "/campaigns",
                    Map.of("name", "Weekly", "slots", 4)).json().get("id").textValue();

            for (int i = 0; i < RECIPIENTS; i++) {
                String identity = i % 2 == 0 ? "userEmail=Reader+" + i + "@Example.test" : "customerId=C-" + i;
                openAndClick(client, uuid, campaign, identity, catalogue + "-" + i, viewed.get(i));
            }
        } finally {
            photos.stop(0);
        }
    }

    private static void openAndClick(Client client, String uuid, String campaign, String identity, String name,
            List<String> viewed) throws Exception {
        // Locks: until then each event that the index still takes up can change what would be shown.
        client.picture(campaign, 1, "w1", identity);
        JsonNode explained = client.post("/api/websites/" + uuid + "/campaigns/" + campaign + "/explain",
                Map.of(identity.split("=")[0], identity.split("=")[1], "send", "w1")).json();
        List<String> shown = new ArrayList<>();
        for (int slot = 1; slot <= 4; slot++) {
            HttpResponse<byte[]> picture = client.picture(campaign, slot, "w1", identity);
            Files.createDirectories(Path.of("target/pictures"));
            Files.write(Path.of("target/pictures", name + "-" + slot + ".png"), picture.body());
            String number = explained.at("/slots/" + (slot - 1) + "/productNumber").textValue();
            String page = client.get("/api/websites/" + uuid + "/products/" + Client.encoded(number)).json()
                    .at("/data/attributes/url").textValue();

            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth()).isEqualTo(568);
            assertThat(client.click(campaign, slot, "w1", identity)).isEqualTo(page);
            shown.add(number);
        }
        assertThat(shown).doesNotHaveDuplicates().containsAnyElementsOf(viewed);
    }

    /** Tracks fifty visitors side by side and returns what each looked at. */
    private static List<List<String>> trackEvents(Client client, String uuid, List<String> numbers) throws Exception {
        List<Future<List<String>>> visitors = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int visitor = 0; visitor < VISITORS; visitor++) {
                int number = visitor;
                visitors.add(executor.submit(() -> visit(client, uuid, numbers, number)));
            }
        }
        List<List<String>> viewed = new ArrayList<>();
        for (Future<List<String>> visitor : visitors) {
            viewed.add(visitor.get());
        }
        return viewed;
    }

    private static List<String> visit(Client client, String uuid, List<String> numbers, int visitor) throws Exception {
        Random random = new Random(visitor);
        Map<String, Object> who = Map.of("websiteUuid", uuid, "trackingUserId", TrackingUserId.random().value());
        List<String> viewed = new ArrayList<>();
        for (int i = 1; i < EVENTS / VISITORS; i++) {
            String number = numbers.get((visitor * 3 + random.nextInt(6)) % numbers.size());
            viewed.add(number);
            track(client, "pageview", who, "productNumber", number);
        }
        if (visitor % 2 == 0) {
            track(client, "email", who, "email", "reader+" + visitor + "@example.test");
        } else {
            track(client, "customerId", who, "id", "C-" + visitor);
        }
        return viewed;
    }

    private static void track(Client client, String call, Map<String, Object> who, String name, String value)
            throws Exception {
        Map<String, Object> body = new HashMap<>(who);
        body.put(name, value);
        assertThat(client.post("/serve/collect/" + call, body).status()).isEqualTo(200);
    }

    private static List<String> importFeed(Client client, String uuid, byte[] feed, int products) throws Exception {
        String feeds = "/api/websites/" + uuid + "/productfeeds";
        String id = client.post(feeds, Map.of("name", "main")).json().get("id").textValue();
        JsonNode run = client.post(feeds + "/" + id + "/runs", feed).json();
        assertThat(run.get("refused").isNull()).as(run.toString()).isTrue();
        assertThat(run.get("imported").intValue()).isEqualTo(products);
        String report = feeds + "/" + id + "/runs/" + run.get("run").intValue();
        SmallShop.awaitPhotos(client, report);
        assertThat(client.get(report).json().get("photosFailed").intValue()).isZero();
        List<String> numbers = new ArrayList<>();
        client.get("/api/websites/" + uuid + "/products?pageSize=1000").json().get("data").forEach(product -> {
            if (product.at("/attributes/inStock").asBoolean(true)) {
                numbers.add(product.get("id").textValue());
            }
        });
        return numbers;
    }

    private static HttpServer photoHost(Path root) throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 8099);
        try {
            HttpServer server = SimpleFileServer.createFileServer(address, root.toRealPath(),
                    SimpleFileServer.OutputLevel.NONE);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (BindException | java.io.UncheckedIOException taken) {
            Assumptions.abort("skipped: the photos' port 8099 is taken on this machine");
            throw taken;
        }
    }
}
