package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counts of a node that stops, gently or not. */
class StatisticsIT {
    private static final int MANY = 30;

    @Test
    void countsSurviveAStopWholeAndAKillButForTheLastSecond() throws Exception {
        try (ServerProcess server = ServerProcess.start("statistics", Map.of())) {
            Client client = server.client();
            try (SmallShop shop = SmallShop.open(client, 4)) {
                String campaign = shop.campaign(2);
                open(client, campaign, MANY);
                assertThat(server.stop()).isIn(0, 143);

                server.start();
                awaitPictures(MANY, client, shop, campaign);
                open(client, campaign, MANY);
                awaitPictures(2 * MANY, client, shop, campaign);
                open(client, campaign, MANY);
                server.kill();

                server.start();
                assertThat(pictures(client, shop, campaign)).isBetween(2 * MANY, 3 * MANY);
            }
        }
    }

    private static void open(Client client, String campaign, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            assertEquals(200, client.picture(campaign, 1 + i % 2, "s1", "customerId=reader" + i).statusCode());
        }
    }

    /** A picture counts once it was answered: shortly after whoever asked may ask how many there were. */
    private static void awaitPictures(int expected, Client client, SmallShop shop, String campaign) throws Exception {
        int pictures = pictures(client, shop, campaign);
        for (int tries = 0; tries < 400 && pictures < expected; tries++) {
            Thread.sleep(50);
            pictures = pictures(client, shop, campaign);
        }
        assertEquals(expected, pictures);
    }

    private static int pictures(Client client, SmallShop shop, String campaign) throws Exception {
        JsonNode pictures = client.get(shop.api("campaigns/" + campaign + "/statistics")).json().get("pictures");
        int total = 0;
        for (JsonNode number : pictures) {
            total += number.intValue();
        }
        return total;
    }
}
