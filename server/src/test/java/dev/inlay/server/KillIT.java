package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.identity.TrackingUserId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What was acknowledged survives {@code kill -9}: events, associations and locks. */
class KillIT {
    private static final int ROUNDS = 5;
    private static final int WORKERS = 6;
    private static final int PRODUCTS = 40;
    private static final int LEAST_PROMISES = 20;

    /** Acknowledged: this customer viewed this product and is shown this one in slot 1. */
    private record Promise(String customer, int viewed, String shown) { }

    @Test
    void everyAcknowledgedEventAndLockSurvivesOnH2() throws Exception {
        try (ServerProcess server = ServerProcess.start("kill-h2", Map.of())) {
            killAndCompare(server);
        }
    }

    @Test
    void everyAcknowledgedEventAndLockSurvivesOnPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on").start();
                ServerProcess server = ServerProcess.start("kill-postgres",
                        Map.of("INLAY_DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres")))) {
            killAndCompare(server);
        }
    }

    private static void killAndCompare(ServerProcess server) throws Exception {
        Client client = server.client();
        try (SmallShop shop = SmallShop.open(client, PRODUCTS)) {
            String campaign = shop.campaign(2);
            List<Promise> promises = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                promises.addAll(work(server, shop, campaign, round));
                server.start();
                compare(client, shop, campaign, promises);
            }
        }
    }

    private static List<Promise> work(ServerProcess server, SmallShop shop, String campaign, int round)
            throws Exception {
        Queue<Promise> promises = new ConcurrentLinkedQueue<>();
        List<Thread> workers = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            String prefix = "K-" + round + "-" + worker + "-";
            workers.add(Thread.ofVirtual().start(() ->
                    promiseUntilKilled(server.client(), shop, campaign, prefix, promises)));
        }
        int enough = ThreadLocalRandom.current().nextInt(LEAST_PROMISES, 4 * LEAST_PROMISES);
        while (promises.size() < enough) {
            Thread.sleep(1);
        }
        server.kill();
        for (Thread worker : workers) {
            worker.join();
        }
        return List.copyOf(promises);
    }

    private static void promiseUntilKilled(Client client, SmallShop shop, String campaign, String prefix,
            Queue<Promise> promises) {
        try {
            for (int i = 0;; i++) {
                String trackingUser = TrackingUserId.random().value();
                int product = ThreadLocalRandom.current().nextInt(PRODUCTS) + 1;
                if (shop.view(trackingUser, product) == 200 && shop.setCustomer(trackingUser, prefix + i) == 200) {
                    String identity = "customerId=" + prefix + i;
                    client.picture(campaign, 1, "s1", identity);
                    promises.add(new Promise(prefix + i, product, client.click(campaign, 1, "s1", identity)));
                }
            }
        } catch (IOException | InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void compare(Client client, SmallShop shop, String campaign, List<Promise> promises)
            throws Exception {
        for (Promise promise : promises) {
            JsonNode explained = client.post(shop.api("campaigns/" + campaign + "/explain"),
                    Map.of("customerId", promise.customer(), "send", "s1")).json();

            assertThat(explained.at("/history/0/productNumber").textValue()).as(promise.toString())
                    .isEqualTo("P" + promise.viewed());
            assertThat(explained.at("/slots/0/locked").booleanValue()).as(promise.toString()).isTrue();
            assertThat(client.click(campaign, 1, "s1", "customerId=" + promise.customer())).isEqualTo(promise.shown());
        }
    }
}
