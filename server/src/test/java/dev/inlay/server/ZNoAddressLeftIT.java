package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Runs last: no address that a test sent stands in any file of any installation, in any spelling. Addresses go in through
 * every member that could hold one.
 */
class ZNoAddressLeftIT {
    private static final String USER = "00112233445566778899aabb";
    /** The distinctive part of every address that tests use: the domain. */
    private static final List<String> CONTROL = List.of("harmless-order-4711");
    private static final List<String> TRACES = List.of("zelda.fitz", "@example.test", "%40example.test", "@nowhere.test");

    @Test
    void noAddressIsLeftInAnyFile() throws Exception {
        try (ServerProcess server = ServerProcess.start("addresses", Map.of())) {
            sendAddressesEverywhere(server.client());
            server.kill();
            server.start();
            server.stop();
        }

        assertThat(found(CONTROL)).as("the search finds what is there").isNotEmpty();
        assertThat(found(TRACES)).isEmpty();
    }

    /** Where any of {@code traces} stands. */
    private static List<String> found(List<String> traces) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ServerProcess.INSTALLATIONS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                search(file, traces, found);
            }
        }
        return found;
    }

    private static void sendAddressesEverywhere(Client client) throws Exception {
        String address = "Zelda.Fitz+news@Example.Test";
        try (SmallShop shop = SmallShop.open(client, 3)) {
            String campaign = shop.campaign(2);
            String page = "https://shop.example/p/1?email=zelda.fitz%2Bnews%40example.test&x=zelda.fitz@example.test#zelda.fitz@example.test";
            post(client, "pageview", Map.of("websiteUuid", shop.uuid(), "trackingUserId", USER, "location", page,
                    "referrer", page, "url", page));
            post(client, "pageview", Map.of("websiteUuid", shop.uuid(), "trackingUserId", USER, "productNumber", address));
            post(client, "cart", Map.of("websiteUuid", shop.uuid(), "trackingUserId", USER, "productNumbers", List.of("P1"),
                    "url", "https://shop.example/restore?who=" + address, "email", address));
            post(client, "conversion", Map.of("websiteUuid", shop.uuid(), "trackingUserId", USER, "orderNumber", address,
                    "email", address, "customerId", address, "productNumbers", List.of("P2")));
            post(client, "conversion", Map.of("websiteUuid", shop.uuid(), "trackingUserId", USER, "orderNumber",
                    CONTROL.getFirst(), "productNumbers", List.of("P3")));
            post(client, "customerId", Map.of("websiteUuid", shop.uuid(), "trackingUserId", USER, "id", address));
            post(client, "customerId", Map.of("websiteUuid", shop.uuid(), "trackingUserId", USER, "id",
                    "zelda.fitz%40example.test"));
            post(client, "email", Map.of("websiteUuid", shop.uuid(), "trackingUserId", USER, "email",
                    "Zelda <" + address + ">"));
            assertThat(client.post("/serve/collect/email",
                    Map.of("websiteUuid", address, "trackingUserId", address, "email", address)).status()).isEqualTo(400);
            makeTokens(client, shop, campaign, address);
            openPictures(client, campaign, Client.encoded(address));
            client.post(shop.api("campaigns/" + campaign + "/explain"), Map.of("userEmail", address, "send", address));
            client.post(shop.api("recommendations"), Map.of("userEmail", address, "count", 2));
            client.get(shop.api("campaigns/" + campaign + "/preview/1.png?userEmail=" + Client.encoded(address)));
        }
    }

    private static void makeTokens(Client client, SmallShop shop, String campaign, String address) throws Exception {
        Client.Answer made = client.post(shop.api("campaigns/" + campaign + "/tokens"), Map.of("recipients",
                List.of(Map.of("userEmail", address), Map.of("customerId", address))));
        client.picture(campaign, 1, "s4", "token=" + made.json().get("tokens").get(0).textValue());
        client.click(campaign, 1, "s5", "token=" + made.json().get("tokens").get(1).textValue());
        assertThat(client.list(shop.api("campaigns/" + campaign + "/tokens"), "email\n" + address + "\n"))
                .startsWith("email,token\r\n" + address + ",A");
    }

    private static void openPictures(Client client, String campaign, String address) throws Exception {
        client.picture(campaign, 1, "s1", "userEmail=" + address);
        client.picture(campaign, 1, address, "customerId=" + address);
        client.picture(campaign, 1, "s2", "token=" + address);
        client.picture(campaign, 1, "s3", "firstName=" + address + "&utm_source=" + address + "&userEmail=" + address);
        client.click(campaign, 1, address, "userEmail=" + address);
        client.open("/serve/tile/" + campaign + "/" + address + ".png?userEmail=" + address);
        client.open("/serve/tile/" + address + "/1/click?userEmail=" + address);
        client.open("/" + address);
    }

    private static void post(Client client, String call, Map<String, Object> body) throws Exception {
        assertThat(client.post("/serve/collect/" + call, body).status()).isEqualTo(200);
    }

    private static void search(Path file, List<String> traces, List<String> found) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String text = new String(bytes, charset == StandardCharsets.UTF_8 ? StandardCharsets.ISO_8859_1 : charset)
                    .toLowerCase(java.util.Locale.ROOT);
            traces.stream().filter(text::contains).forEach(trace -> found.add(trace + " in " + file));
        }
    }
}
