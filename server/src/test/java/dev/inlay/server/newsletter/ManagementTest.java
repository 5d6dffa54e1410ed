package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.server.http.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Recommendations, explanations and previews for the operator. */
class ManagementTest extends SharedShop {
    private static Campaign campaign;
    private static TrackingUserId anna;
    private static String authorization;

    @BeforeAll
    static void open() {
        shop.products(5);
        shop.product("a/b c");
        campaign = shop.campaign("'slots':3");
        anna = shop.shopper("anna@example.com");
        shop.view(anna, "p4");
        shop.advance(Duration.ofMinutes(1));
        shop.view(anna, "p2");
        authorization = "Authorization: Bearer " + shop.key(Scope.READ);
    }

    @Test
    void recommendationsComeBestFirst() {
        JsonNode answer = post("/recommendations", "{\"userEmail\":\"anna@example.com\",\"count\":2}");

        assertThat(numbers(answer.get("products"))).containsExactly("p2", "p4");
        assertThat(answer.get("products").get(0).get("strategy").asText()).isEqualTo("for_you");
        assertThat(answer.get("products").get(0).get("score").isNumber()).isTrue();
        assertThat(answer.get("products").get(0).get("becauseOf").get(0).asText()).isEqualTo("p2");
    }

    @Test
    void historyAfterTheGivenTimeDoesNotCount() {
        String at = shop.now.get().minusSeconds(30).toString();

        JsonNode answer = post("/recommendations",
                "{\"trackingUserId\":\"" + anna + "\",\"count\":1,\"at\":\"" + at + "\"}");

        assertThat(numbers(answer.get("products"))).containsExactly("p4");
    }

    @Test
    void whatDrawsAttentionIsToldForTimesLongBeforeAnyEventToo() {
        JsonNode answer = post("/recommendations", "{\"trackingUserId\":\"" + anna + "\",\"count\":2,"
                + "\"strategies\":[\"trending\"],\"at\":\"2001-01-01T00:00:00Z\"}");

        answer.get("products").forEach(pick -> assertThat(pick.get("score").asDouble()).isLessThan(1e6));
        assertThat(answer.get("products")).isNotEmpty();
    }

    @Test
    void strategiesAndCampaignsChangeTheRules() {
        Campaign pinned = shop.campaign("'pinnedProducts':['p5'],'excludedProducts':['p2']");

        assertThat(numbers(post("/recommendations", "{\"userEmail\":\"anna@example.com\",\"count\":2,\"campaignId\":\""
                + pinned.id() + "\"}").get("products"))).containsExactly("p5", "p4");
        assertThat(numbers(post("/recommendations", "{\"userEmail\":\"anna@example.com\",\"count\":1,"
                + "\"strategies\":[{\"type\":\"fixed_list\",\"filter\":{\"productNumbers\":[\"p3\"]}}]}")
                .get("products")))
                .containsExactly("p3");
        assertThat(numbers(post("/recommendations", "{\"userEmail\":\"anna@example.com\",\"count\":1,"
                + "\"strategies\":[\"last_viewed\"]}").get("products"))).containsExactly("p2");
    }

    @Test
    void badQuestionsAreTold() {
        expect(400, "/recommendations", "{\"count\":2}");
        expect(400, "/recommendations", "{\"userEmail\":\"anna@example.com\",\"customerId\":\"1\"}");
        expect(400, "/recommendations", "{\"userEmail\":\"nobody\"}");
        expect(400, "/recommendations", "{\"trackingUserId\":\"xyz\"}");
        expect(400, "/recommendations", "{\"customerId\":\"1\",\"count\":0}");
        expect(400, "/recommendations", "{\"customerId\":\"1\",\"count\":101}");
        expect(400, "/recommendations", "{\"customerId\":\"1\",\"at\":\"yesterday\"}");
        expect(400, "/recommendations", "{\"customerId\":\"1\",\"at\":\"+999999999-12-31T23:59:59Z\"}");
        expect(400, "/recommendations", "{\"customerId\":\"1\",\"at\":\"-999999999-01-01T00:00:00Z\"}");
        expect(400, "/recommendations", "{\"customerId\":\"1\",\"strategies\":[\"magic\"]}");
        expect(404, "/recommendations", "{\"customerId\":\"1\",\"campaignId\":\"nothing\"}");
        expect(404, "/campaigns/nothing/explain", "{\"customerId\":\"1\"}");
        assertThat(shop.client.send("POST", shop.api("/recommendations"), "{\"customerId\":\"1\"}").status())
                .isEqualTo(401);
        assertThat(shop.client.send("POST", shop.api("/recommendations"), "{\"customerId\":\"1\"}",
                "Authorization: Bearer " + shop.key(Scope.INGEST)).status()).isEqualTo(403);
    }

    @Test
    void explanationTellsWhoWhatAndWhyAndLocksNothing() {
        JsonNode before = explain("{\"userEmail\":\"anna@example.com\",\"send\":\"e1\"}");
        JsonNode again = explain("{\"userEmail\":\"anna@example.com\",\"send\":\"e1\"}");

        assertThat(before).isEqualTo(again);
        assertThat(before.get("identity").get("trackingUsers").get(0).asText()).isEqualTo(anna.value());
        assertThat(before.get("identity").get("customerId").isNull()).isTrue();
        assertThat(before.get("history").get(0).get("productNumber").asText()).isEqualTo("p2");
        assertThat(before.get("history").get(0).get("type").asText()).isEqualTo("view");
        assertThat(before.get("history").get(0).has("time")).isTrue();
        assertThat(numbers(before.get("slots"))).startsWith("p2", "p4").hasSize(3);
        assertThat(before.get("slots").get(0).get("slot").asInt()).isEqualTo(1);
        assertThat(before.get("slots").get(0).get("locked").asBoolean()).isFalse();
    }

    @Test
    void explanationTellsWhatWasLocked() {
        shop.picture(campaign, 1, "send=e2&userEmail=anna@example.com");

        JsonNode explanation = explain("{\"userEmail\":\"Anna@Example.com\",\"send\":\"e2\"}");

        assertThat(explanation.get("slots").get(2).get("locked").asBoolean()).isTrue();
    }

    @Test
    void explanationTellsWhatWasDroppedAndWhy() {
        Campaign strict = shop.campaign("'slots':2,'excludedProducts':['p2'],'filter':{'productNumbers':['p1','p2']}");

        JsonNode dropped = post("/campaigns/" + strict.id() + "/explain", "{\"userEmail\":\"anna@example.com\"}")
                .get("dropped");

        assertThat(dropped.toString()).contains("{\"productNumber\":\"p2\",\"rule\":\"excluded\",")
                .contains("{\"productNumber\":\"p4\",\"rule\":\"filter");
    }

    @Test
    void previewIsTheTileThatTheRecipientWillSee() {
        String query = "?send=e3&userEmail=anna@example.com";
        RawClient.Answer preview = get("/campaigns/" + campaign.id() + "/preview/1.png" + query);
        shop.view(anna, "p2");

        RawClient.Answer tile = shop.picture(campaign, 1, "send=e3&userEmail=anna@example.com");

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.header("Content-Type")).isEqualTo("image/png");
        assertThat(preview.body()).isEqualTo(tile.body());
        assertThat(get("/products/p2/tile.png").body()).isEqualTo(tile.body());
    }

    @Test
    void anyProductCanBeDrawnWithAnyTemplate() {
        assertThat(get("/products/p1/tile.png?template=product-card").size()).isEqualTo("1200x600");
        assertThat(get("/products/a%2Fb%20c/tile.png").size()).isEqualTo("568x800");
        assertThat(get("/products/nothing/tile.png").status()).isEqualTo(404);
        assertThat(get("/products/p1/tile.png?template=nothing").status()).isEqualTo(404);
        assertThat(get("/campaigns/nothing/preview/1.png").status()).isEqualTo(404);
        assertThat(get("/campaigns/" + campaign.id() + "/preview/25.png").status()).isEqualTo(404);
        assertThat(get("/campaigns/" + campaign.id() + "/preview/24.png").size()).isEqualTo("568x800");
    }

    private static JsonNode explain(String body) {
        return post("/campaigns/" + campaign.id() + "/explain", body);
    }

    private static JsonNode post(String path, String body) {
        RawClient.Answer answer = shop.client.send("POST", shop.api(path), body, authorization,
                "Content-Type: application/json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Json.parseObject(answer.body());
    }

    private static void expect(int status, String path, String body) {
        RawClient.Answer answer = shop.client.send("POST", shop.api(path), body, authorization);

        assertThat(answer.status()).as(body + answer.text()).isEqualTo(status);
    }

    private static RawClient.Answer get(String path) {
        return shop.client.get(shop.api(path), authorization);
    }

    private static List<String> numbers(JsonNode picks) {
        List<String> numbers = new ArrayList<>();
        picks.forEach(pick -> numbers.add(pick.get("productNumber").asText()));
        return numbers;
    }
}
