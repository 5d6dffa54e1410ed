package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way of a click, on the server as it is shipped: from the mail to the shop, whose page reports it by the SDK. */
class SdkIT {
    @Test
    void codeOfAClickIsTakenFromTheLandingPage() throws Exception {
        try (ServerProcess server = ServerProcess.start("sdk", Map.of());
                SmallShop shop = SmallShop.open(server.client(), 2)) {
            Client client = server.client();
            String campaign = shop.campaign(1);
            String landing = client.open("/serve/tile/" + campaign + "/1/click?userEmail=anna%40example.test")
                    .headers().firstValue("Location").orElseThrow();

            assertEquals(200, client.open("/sdk.js?websiteUuid=" + shop.uuid()).statusCode());
            assertEquals(404, server.admin().open("/sdk.js").statusCode());
            assertThat(landing).startsWith("https://shop.example/p/").contains("#aw_source=");
            assertEquals("Click tracked", client.post("/serve/collect/click", Map.of("websiteUuid", shop.uuid(),
                    "trackingUserId", "66f1a2b3c4d5e6f708192a3b", "source", landing.replaceFirst(".*#aw_source=", "")))
                    .json().path("message").textValue());
        }
    }
}
