package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.server.OpenApi;
import dev.inlay.server.console.HostileStrings;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the API says of picks and of what was left out. */
class ExplanationTest extends SharedShop {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static String key;

    @BeforeAll
    static void open() {
        shop.products(8);
        key = shop.key(Scope.READ);
    }

    @Test
    void recommendationsTellTheirScoreItsPartsAndASentence() {
        TrackingUserId anna = shop.shopper("parts@example.com");
        shop.view(anna, "p1");
        shop.advance(Duration.ofDays(3));
        String day = shop.now.get().minus(Duration.ofDays(3)).toString();

        JsonNode pick = post("/recommendations", "{'userEmail':'parts@example.com','count':1}").at("/products/0");
        JsonNode before = post("/recommendations", "{'userEmail':'parts@example.com','count':1,'at':'" + day + "'}")
                .at("/products/0");

        assertThat(pick.get("reason").textValue()).startsWith("Viewed 3 days ago, on ");
        assertThat(before.get("reason").textValue()).startsWith("Viewed just now");
        assertThat(pick.get("parts").has("history")).isTrue();
        assertThat(sum(pick.get("parts"))).isEqualByComparingTo(pick.get("score").decimalValue());
    }

    @Test
    void beforeAndAfterALockTheSameIsTold() {
        Campaign campaign = shop.campaign("'slots':3");
        shop.view(shop.shopper("lock@example.com"), "p2");
        String who = "{'userEmail':'lock@example.com','send':'s1'}";

        JsonNode proposed = explain(campaign, who);
        assertEquals(proposed, explain(campaign, who));
        shop.tile("/serve/tile/" + campaign.id() + "/1.png?send=s1&userEmail=lock@example.com");
        JsonNode locked = explain(campaign, who);

        assertThat(proposed.findValuesAsText("locked")).containsOnly("false").hasSize(3);
        assertThat(locked.findValuesAsText("locked")).containsOnly("true").hasSize(3);
        for (String told : List.of("productNumber", "strategy", "score", "parts", "reason", "notes")) {
            assertEquals(proposed.get("slots").findValues(told), locked.get("slots").findValues(told), told);
        }
    }

    @Test
    void aLockedSlotIsToldAsItWasLockedAndWhatChangedSince() {
        Campaign campaign = shop.campaign("'slots':1,'whenGone':'home'");
        TrackingUserId reader = shop.shopper("since@example.com");
        shop.view(reader, "p3");
        shop.advance(Duration.ofHours(2));
        shop.tile("/serve/tile/" + campaign.id() + "/1.png?send=s1&userEmail=since@example.com");
        shop.advance(Duration.ofHours(3));
        shop.view(reader, "p3");
        shop.view(reader, "p4");
        shop.view(reader, "p4");
        shop.view(reader, "p4");
        String who = "{'userEmail':'since@example.com','send':'s1'}";

        JsonNode slot = explain(campaign, who).at("/slots/0");
        assertEquals("p3", slot.get("productNumber").textValue());
        assertThat(slot.get("reason").textValue()).startsWith("Viewed 5 hours ago");
        assertThat(slot.at("/notes/0").textValue())
                .startsWith("Locked 3 hours ago; today it would be Product p4: viewed just now");

        Product sold = shop.put(shop.product("p3").withInStock(false));
        assertThat(explain(campaign, who).at("/slots/0/notes/0").textValue()).startsWith("It is sold out by now");
        shop.catalogues.remove(shop.website.id(), "p3");
        assertThat(explain(campaign, who).at("/slots/0/notes/0").textValue())
                .startsWith("It left the catalogue").endsWith("clicks lead to the shop's home");
        shop.put(sold.withInStock(true));
    }

    @Test
    void aSlotWithoutProductSaysSo() {
        Campaign campaign = shop.campaign("'slots':2,'fill':false,'strategies':[{'type':'last_viewed'}]");
        shop.view(shop.shopper("short@example.com"), "p5");

        JsonNode slots = explain(campaign, "{'userEmail':'short@example.com'}").get("slots");

        assertEquals("Viewed just now", slots.at("/0/reason").textValue());
        assertEquals("No product is left that may be shown", slots.at("/1/reason").textValue());
        assertThat(slots.at("/1/productNumber").isNull()).isTrue();
        assertThat(slots.at("/1/score").isNull()).isTrue();
    }

    @Test
    void whoCountsAndWhyNobodyDoesIsToldInASentence() {
        Campaign campaign = shop.campaign("'slots':1");
        TrackingUserId known = shop.customer("C-100");
        shop.view(known, "p6");

        JsonNode explained = explain(campaign, "{'customerId':'C-100'}");
        assertThat(explained.at("/identity/sentence").textValue())
                .isEqualTo("Known by 1 tracking user, as customer C-100");
        assertThat(explain(campaign, "{'customerId':'C-101'}").at("/identity/sentence").textValue())
                .startsWith("The shop knows nobody by this name");
        shop.sayConsent(Named.of(known), Consent.State.DENIED);
        JsonNode denied = explain(campaign, "{'customerId':'C-100'}");

        assertThat(denied.at("/identity/sentence").textValue()).startsWith("Consent was denied");
        assertThat(denied.get("history")).isEmpty();
        assertThat(denied.at("/identity/trackingUsers")).isEmpty();
    }

    @Test
    void theHistoryIsMergedAndNewestFirst() {
        TrackingUserId phone = shop.shopper("merged@example.com");
        TrackingUserId laptop = shop.shopper("merged@example.com");
        Association customer = new Association(Optional.of(shop.personalData.customerId("C-200")), List.of(),
                Source.BROWSER);
        shop.identities.associate(shop.website.id(), phone, customer);
        shop.identities.associate(shop.website.id(), laptop, customer);
        shop.view(phone, "p1");
        shop.advance(Duration.ofMinutes(1));
        shop.activities.recordCart(shop.website.id(), Owner.of(laptop),
                List.of(ProductReference.ofNumber("p2")), Association.NONE);
        shop.advance(Duration.ofMinutes(1));
        shop.view(phone, "p3");

        JsonNode history = explain(shop.campaign("'slots':1"), "{'customerId':'C-200'}").get("history");

        assertThat(history.findValuesAsText("productNumber")).containsExactly("p3", "p2", "p1");
        assertThat(history.findValuesAsText("type")).containsExactly("view", "cart", "view");
    }

    @Test
    void whatWasLeftOutIsToldInSentences() {
        shop.put(shop.product("soldout").withInStock(false));
        Campaign campaign = shop.campaign("'slots':1,'excludedProducts':['p7'],'strategies':[{'type':'fixed_list',"
                + "'filter':{'productNumbers':['p7','soldout','nowhere','p1']}}]");

        JsonNode dropped = explain(campaign, "{'customerId':'C-300'}").get("dropped");

        assertThat(dropped.findValuesAsText("reason")).startsWith("Excluded by this campaign", "Sold out",
                "No longer in the catalogue");
        assertThat(dropped.findValuesAsText("rule")).startsWith("excluded", "inStock", "showable");
    }

    @Test
    void hostileTitlesAndIdsStayTextWithinTheAnswer() {
        Campaign campaign = shop.campaign("'slots':2,'pinnedProducts':['hostile','sibling'],'fill':false,"
                + "'strategies':[{'type':'last_viewed'}]");
        shop.put(shop.product("sibling").withItemGroupId("hostile"));
        List<String> texts = HostileStrings.all().stream()
                .filter(text -> text.chars().noneMatch(Character::isISOControl)).limit(150).toList();
        for (String text : texts) {
            shop.put(Product.of("hostile", text, "https://shop.example/h", "https://img.example/h.jpg",
                    BigDecimal.TEN).withItemGroupId("hostile"));
            shop.customer("C-" + text);

            JsonNode explained = answer("/campaigns/" + campaign.id() + "/explain",
                    Json.object().put("customerId", "C-" + text));
            assertThat(explained.at("/identity/sentence").textValue())
                    .endsWith(", as customer " + explained.at("/identity/customerId").textValue());
            assertThat(explained.at("/slots/0/reason").textValue()).isEqualTo("Pinned by this campaign");
            assertThat(explained.toString()).contains("\"rule\":\"variant\"");
        }
        assertThat(texts).hasSizeGreaterThan(100);
    }

    private static BigDecimal sum(JsonNode parts) {
        List<BigDecimal> values = new ArrayList<>();
        parts.forEach(part -> values.add(part.decimalValue()));
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static JsonNode explain(Campaign campaign, String body) {
        return post("/campaigns/" + campaign.id() + "/explain", body);
    }

    private static JsonNode post(String path, String body) {
        return answer(path, Json.parseObject(body.replace('\'', '"').getBytes()));
    }

    /** As the API describes it. */
    private static JsonNode answer(String path, ObjectNode body) {
        try {
            HttpResponse<byte[]> answer = OpenApi.kept(CLIENT.send(HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + shop.client.port() + shop.api(path)))
                    .header("Authorization", "Bearer " + key).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body.toString())).build(), BodyHandlers.ofByteArray()));
            assertEquals(200, answer.statusCode(), new String(answer.body()));
            return Json.parseObject(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
