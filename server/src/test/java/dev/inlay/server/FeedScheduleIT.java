package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Feeds that run by themselves, in a real process. */
@Timeout(120)
class FeedScheduleIT {
    private static final byte[] FEED = "id,title,price\n1,Pot,5 USD\n2,Pan,7 USD\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void feedThatAStopInterruptedRunsAfterTheStart() throws Exception {
        Semaphore arrived = new Semaphore(0);
        CountDownLatch stopped = new CountDownLatch(1);
        HttpServer shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        shop.createContext("/", exchange -> {
            arrived.release();
            try (exchange) {
                stopped.await();
                exchange.sendResponseHeaders(200, FEED.length);
                exchange.getResponseBody().write(FEED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        shop.start();
        try (ServerProcess server = ServerProcess.start("scheduled-feed", Map.of())) {
            String feeds = "/api/websites/" + server.client().createWebsite("Shop", "https://shop.example")
                    + "/productfeeds";
            server.client().post(feeds, Map.of("name", "Hourly", "interval", "PT1H",
                    "url", "http://127.0.0.1:" + shop.getAddress().getPort() + "/feed.csv"));
            arrived.acquire();
            server.stop();
            stopped.countDown();
            server.start();

            JsonNode feed = awaitRun(server.client(), feeds);

            assertThat(feed.path("state").textValue()).isEqualTo("ok");
            assertThat(feed.path("lastRun").path("run").intValue()).isEqualTo(1);
            assertThat(feed.path("lastRun").path("imported").intValue()).isEqualTo(2);
            assertThat(feed.path("failures").intValue()).isZero();
        } finally {
            shop.stop(0);
        }
    }

    private static JsonNode awaitRun(Client client, String feeds) throws Exception {
        JsonNode feed = client.get(feeds).json().path("productFeeds").path(0);
        for (int i = 0; i < 300 && !feed.path("state").asText().equals("ok"); i++) {
            Thread.sleep(100);
            feed = client.get(feeds).json().path("productFeeds").path(0);
        }
        return feed;
    }
}
