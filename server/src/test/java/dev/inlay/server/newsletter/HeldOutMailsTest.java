package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.server.http.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What recipients see who are held out, and what is told of them, over the wire. */
class HeldOutMailsTest extends SharedShop {
    private static final String PERSON =
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
    private static final int READERS = 24;
    private static final String HALF = "'slots':1,'strategies':[{'type':'last_viewed'}],'holdOutPercent':50";
    private static final Map<String, TrackingUserId> SHOPPERS = new HashMap<>();

    private static String key;
    private Campaign campaign;

    /** All readers looked at p2; p1 was bought most. */
    @BeforeAll
    static void open() {
        shop.products(3);
        for (int buyer = 0; buyer < READERS; buyer++) {
            buy(shop.shopper("buyer" + buyer + "@example.com"), "order-of-buyer" + buyer, "p1");
        }
        for (String reader : readers()) {
            SHOPPERS.put(reader, shop.shopper(reader));
            shop.view(SHOPPERS.get(reader), "p2");
        }
        shop.indexes.catchUp();
        key = shop.key(Scope.READ);
        shop.newsletter.warmUp();
    }

    @BeforeEach
    void newCampaign() {
        campaign = shop.campaign(HALF);
        shop.advanceToNoon();
    }

    @Test
    void theHeldOutGetBestsellersAndTheOthersTheirOwn() {
        for (String reader : readers()) {
            JsonNode told = explain(reader);
            boolean isHeldOut = told.get("holdOut").asBoolean();

            assertEquals(isHeldOut ? "p1" : "p2", told.at("/slots/0/productNumber").asText(), reader);
            assertEquals(isHeldOut ? "bestsellers" : "last_viewed", told.at("/slots/0/strategy").asText(), reader);
        }
        assertThat(heldOut()).isNotEmpty().hasSizeLessThan(READERS);
    }

    @Test
    void pictureAndClickAgreeInTheHoldOutToo() {
        for (String reader : readers()) {
            String shown = shop.tile(tile(reader)).header("ETag");
            String target = shop.click(campaign, 1, query(reader));

            assertEquals("https://shop.example/p/" + (heldOut(reader) ? "p1" : "p2"), target, reader);
            assertEquals(shown, shop.tile(tile(reader)).header("ETag"), reader);
        }
    }

    @Test
    void heldOutMailKeepsFilterPinnedAndExcludedProducts() {
        campaign = shop.campaign(HALF.replace("'slots':1", "'slots':2,'pinnedProducts':['p3'],"
                + "'excludedProducts':['p1']"));
        String reader = heldOut().getFirst();

        JsonNode slots = explain(reader).get("slots");

        assertEquals("p3", slots.at("/0/productNumber").asText());
        assertEquals("pinned", slots.at("/0/strategy").asText());
        assertEquals("p2", slots.at("/1/productNumber").asText());
    }

    @Test
    void lockedMailsKeepTheirArmWhenTheShareChanges() {
        String held = heldOut().getFirst();
        String other = readers().stream().filter(reader -> !heldOut(reader)).findFirst().orElseThrow();
        List.of(held, other).forEach(reader -> countShown(tile(reader)));

        campaign = shop.change(campaign, HALF.replace("'holdOutPercent':50", "'holdOutPercent':0"));

        assertTrue(heldOut(held));
        assertEquals("https://shop.example/p/p1", shop.click(campaign, 1, query(held)));
        assertEquals("https://shop.example/p/p2", shop.click(campaign, 1, query(other)));
        countShown(tile(held));
        assertThat(arm(1).get("pictures").intValue()).isGreaterThanOrEqualTo(2);
        assertEquals(1, arm(0).get("recipients").intValue());
        assertEquals(1, arm(1).get("recipients").intValue());
    }

    @Test
    void lockThatGrowsKeepsItsArm() {
        String held = heldOut().getFirst();
        count(tile(held));

        campaign = shop.change(campaign, "'slots':2,'strategies':[{'type':'last_viewed'}],'fill':false");
        count("/serve/tile/" + campaign.id() + "/2.png?" + query(held));

        JsonNode told = explain(held);
        assertEquals("bestsellers", told.at("/slots/1/strategy").asText());
        assertEquals(1, arm(1).get("recipients").intValue());
    }

    @Test
    void newSendAsksTheCampaignAnew() {
        String held = heldOut().getFirst();
        count(tile(held));

        campaign = shop.change(campaign, HALF.replace("'holdOutPercent':50", "'holdOutPercent':0"));

        assertEquals("https://shop.example/p/p2", shop.click(campaign, 1, query(held).replace("send=1", "send=2")));
    }

    @Test
    void statisticsKeepTheArmsApart() {
        List<String> held = heldOut();
        for (String reader : readers()) {
            countShown(tile(reader));
            countShown(tile(reader).replace("send=1", "send=2"));
        }
        shop.advance(Duration.ofMinutes(1));
        count(clickOn(held.getFirst()));
        count(clickOn(held.getFirst()).replace("send=1", "send=2"));
        count(clickOn(held.getLast()), "User-Agent: curl/8.14.1");

        assertArm("personalized", READERS - held.size(), 0, 0, 0, arm(0));
        assertArm("holdOut", held.size(), 1, 3, 2, arm(1));
        assertThat(arm(0).get("pictures").intValue()).isGreaterThanOrEqualTo(2 * (READERS - held.size()));
        assertThat(arm(1).get("pictures").intValue()).isGreaterThanOrEqualTo(2 * held.size());
        assertTrue(statistics().get("uplift").isNull());
    }

    @Test
    void ordersCountForTheArmThatWasClicked() {
        String held = heldOut().getFirst();
        count(tile(held));
        shop.advance(Duration.ofMinutes(1));
        count(clickOn(held));
        assertTrue(shop.recorder.flush(Duration.ofSeconds(60)));
        campaign = shop.change(campaign, HALF.replace("'holdOutPercent':50", "'holdOutPercent':0"));
        shop.advance(Duration.ofMinutes(1));
        buy(SHOPPERS.get(held), "order-" + campaign.id(), "p3");
        shop.advance(Duration.ofMinutes(1));
        shop.attribution.catchUp();

        assertEquals(1, arm(1).get("orders").intValue());
        assertEquals("20", arm(1).get("revenue").asText());
        assertEquals(0, arm(0).get("orders").intValue());
    }

    @Test
    void whoeverIsUnknownOrNotNamedTakesNoPart() {
        for (int stranger = 0; stranger < 10; stranger++) {
            count(tile("stranger" + stranger + "@example.com"));
        }
        count("/serve/tile/" + campaign.id() + "/1.png?send=1");

        assertThat(statistics().has("arms")).isFalse();
    }

    @Test
    void headAndLinkScannersLockNothingAndAreComparedWithNothing() {
        String held = heldOut().getFirst();
        shop.client.send("HEAD", tile(held), "", PERSON);
        count(clickOn(held), "User-Agent: Slackbot-LinkExpanding 1.0");

        assertThat(statistics().has("arms")).isFalse();
    }

    @Test
    void withoutHoldOutNothingIsCompared() {
        campaign = shop.campaign("'slots':1");
        count(tile(readers().getFirst()));

        assertThat(statistics().has("arms")).isFalse();
        assertThat(statistics().has("uplift")).isFalse();
    }

    private static void assertArm(String name, int recipients, int clickers, int clicks, int personClicks,
            JsonNode arm) {
        assertEquals("{\"arm\":\"" + name + "\",\"recipients\":" + recipients + ",\"clickers\":" + clickers
                + ",\"pictures\":" + arm.get("pictures") + ",\"clicks\":" + clicks + ",\"personClicks\":" + personClicks
                + ",\"orders\":0,\"revenue\":0}", arm.toString());
    }

    private static List<String> readers() {
        return IntStream.range(0, READERS).mapToObj(number -> "reader" + number + "@example.com").toList();
    }

    private List<String> heldOut() {
        return readers().stream().filter(this::heldOut).toList();
    }

    private boolean heldOut(String reader) {
        return explain(reader).get("holdOut").asBoolean();
    }

    private JsonNode explain(String reader) {
        return Json.parseObject(shop.client.send("POST", shop.api("/campaigns/" + campaign.id() + "/explain"),
                "{\"userEmail\":\"" + reader + "\",\"send\":\"1\"}", "Authorization: Bearer " + key).body());
    }

    private JsonNode arm(int index) {
        return statistics().at("/arms/" + index);
    }

    private JsonNode statistics() {
        assertTrue(shop.recorder.flush(Duration.ofSeconds(60)));
        return Json.parseObject(shop.client.get(shop.api("/campaigns/" + campaign.id() + "/statistics"),
                "Authorization: Bearer " + key).body());
    }

    /** A busy machine may cost a picture its product; then it is neutral, and a later one shows the product. */
    private static void countShown(String target) {
        for (int tries = 0; tries < 20; tries++) {
            if (shop.counted(target, PERSON).isTile()) {
                return;
            }
        }
        throw new AssertionError("only neutral pictures at " + target);
    }

    private static void count(String target) {
        count(target, PERSON);
    }

    private static void count(String target, String who) {
        shop.counted(target, who);
    }

    private String tile(String reader) {
        return "/serve/tile/" + campaign.id() + "/1.png?" + query(reader);
    }

    private String clickOn(String reader) {
        return "/serve/tile/" + campaign.id() + "/1/click?" + query(reader);
    }

    private static String query(String reader) {
        return "send=1&userEmail=" + reader;
    }

    private static void buy(TrackingUserId shopper, String order, String product) {
        shop.activities.recordConversion(shop.website.id(), Owner.of(shopper), new Conversion(order,
                Optional.of(new BigDecimal("20")), List.of(new OrderLine(ProductReference.ofNumber(product),
                        Optional.empty(), Optional.of(new BigDecimal("20"))))), Association.NONE);
    }
}
