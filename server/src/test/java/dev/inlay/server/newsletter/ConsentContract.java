package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What consent decides of mails, also of those that were sent; run by each kind of store. */
abstract class ConsentContract {
    private static final String SEEN = "https://shop.example/p/p3";
    private static final String DEFAULT = "https://shop.example/p/p9";

    private String address;
    private String customerId;
    private TrackingUserId browser;
    private Campaign campaign;

    /** The node that takes what is said. */
    abstract TestShop shop();

    /** Another node on the same store, or the same one. */
    abstract TestShop other();

    @BeforeEach
    void open() {
        address = "anna." + UUID.randomUUID() + "@example.com";
        customerId = "customer " + UUID.randomUUID();
        browser = TrackingUserId.random();
        shop().products(9);
        associate(browser, Optional.of(customerId), Optional.of(address));
        shop().view(browser, "p3");
        campaign = shop().campaign("'slots':1,'defaultProducts':['p9']");
        await(() -> other().campaigns.find(campaign.id()).isPresent()
                && other().catalogues.catalogue(shop().website.id()).find("p9").isPresent());
    }

    @AfterEach
    void personalizeUnknown() {
        setPersonalizeUnknown(true);
    }

    @TestFactory
    Stream<DynamicTest> denialUnderAnyNameTakesThePersonalProductOutOfSentMails() {
        return names().entrySet().stream().map(name -> DynamicTest.dynamicTest(name.getKey(), () -> {
            open();
            String said = names().get(name.getKey());
            for (String query : queries()) {
                assertThat(click(other(), query)).as(query).isEqualTo(SEEN);
            }
            String before = picture(other(), queries().getFirst());

            JsonNode answer = say(said + ",\"consent\":\"denied\"");

            assertThat(answer.get("success").booleanValue()).isTrue();
            assertThat(answer.get("consent").textValue()).isEqualTo("denied");
            assertThat(answer.get("time").textValue()).isNotEmpty();
            for (String query : queries()) {
                assertThat(picture(other(), query)).as(query).isNotEqualTo(before);
                assertThat(click(other(), query)).as(query).isEqualTo(DEFAULT);
                assertThat(click(shop(), query)).as(query).isEqualTo(DEFAULT);
            }
        }));
    }

    @Test
    void grantMakesTheNextSendPersonalAndChangesNoSentMail() {
        say(names().get("address") + ",\"consent\":\"denied\"");
        String sent = "send=1&userEmail=" + address;
        assertThat(click(other(), sent)).isEqualTo(DEFAULT);

        say(names().get("customer") + ",\"consent\":\"granted\"");

        assertThat(click(other(), sent)).isEqualTo(DEFAULT);
        assertThat(click(other(), "send=2&userEmail=" + address)).isEqualTo(SEEN);
    }

    @Test
    void unknownConsentIsNotPersonalizedWhereTheWebsiteSaysSoAlsoInSentMails() {
        String sent = "send=1&userEmail=" + address;
        assertThat(click(shop(), sent)).isEqualTo(SEEN);

        setPersonalizeUnknown(false);

        assertThat(click(shop(), sent)).isEqualTo(DEFAULT);
        await(() -> click(other(), sent).equals(DEFAULT));
        say(names().get("address") + ",\"consent\":\"granted\"");
        assertThat(click(other(), sent)).isEqualTo(DEFAULT);
        assertThat(click(other(), "send=2&userEmail=" + address)).isEqualTo(SEEN);
    }

    @Test
    void denialLeavesTheMailsOfOthersAsTheyAre() {
        TrackingUserId ben = TrackingUserId.random();
        String benAddress = "ben." + UUID.randomUUID() + "@example.com";
        associate(ben, Optional.empty(), Optional.of(benAddress));
        shop().view(ben, "p3");
        String sent = "send=1&userEmail=" + benAddress;
        assertThat(click(other(), sent)).isEqualTo(SEEN);
        shop().view(ben, "p4");

        say(names().get("address") + ",\"consent\":\"denied\"");

        assertThat(click(other(), sent)).isEqualTo(SEEN);
    }

    @Test
    void customerWhomATrackingUserMovedToDoesNotInheritTheDenial() {
        say(names().get("customer") + ",\"consent\":\"denied\"");
        associate(browser, Optional.of(customerId + " new"), Optional.empty());

        assertThat(click(other(), "send=1&customerId=" + url(customerId + " new"))).isEqualTo(SEEN);
    }

    @Test
    void previewExplanationAndRecommendationsAreThoseOfNobodyKnown() {
        say(names().get("trackingUser") + ",\"consent\":\"denied\"");

        names().forEach((name, member) -> {
            JsonNode explained = post("/campaigns/" + campaign.id() + "/explain", "{" + member + "}");
            JsonNode recommended = post("/recommendations",
                    "{" + member + ",\"count\":1,\"defaultProducts\":[\"p9\"]}");

            assertThat(explained.get("history")).as(name).isEmpty();
            assertThat(explained.get("identity").get("trackingUsers")).as(name).isEmpty();
            assertThat(explained.get("slots").get(0).get("productNumber").textValue()).as(name).isEqualTo("p9");
            assertThat(recommended.get("products").get(0).get("productNumber").textValue()).as(name).isEqualTo("p9");
        });
        RawClient.Answer preview = shop().client.get(
                shop().api("/campaigns/" + campaign.id() + "/preview/1.png?" + queries().getFirst()), authorization());
        picture(shop(), queries().getFirst());
        assertThat(preview.body()).isEqualTo(shop().picture(campaign, 1, queries().getFirst()).body());
    }

    /** A busy store may cost a click its product: then it leads home, and a later one to the product. */
    private String click(TestShop node, String query) {
        for (int tries = 0; tries < 20; tries++) {
            String target = node.click(campaign, 1, query);
            if (!target.equals("https://shop.example/")) {
                return target;
            }
        }
        throw new AssertionError("only the shop's home for " + query);
    }

    /** The picture's ETag, which tells products apart; a busy machine may cost a picture its product at first. */
    private String picture(TestShop node, String query) {
        for (int tries = 0; tries < 20; tries++) {
            RawClient.Answer picture = node.picture(campaign, 1, query);
            if (picture.isTile()) {
                return picture.header("ETag");
            }
        }
        throw new AssertionError("only neutral pictures for " + query);
    }

    /** By each name that a call may use, a member of JSON. */
    private Map<String, String> names() {
        return Map.of("address", "\"userEmail\":\"" + address + "\"",
                "customer", "\"customerId\":\"" + customerId + "\"",
                "trackingUser", "\"trackingUserId\":\"" + browser + "\"",
                "digest", "\"userEmailMd5\":\"" + digest("MD5") + "\"");
    }

    /** By each name that a mail may use. */
    private List<String> queries() {
        return List.of("send=1&userEmail=" + address, "send=1&customerId=" + url(customerId),
                "send=1&customerId=" + customerId.replace(' ', '+'), "send=1&userEmailMd5=" + digest("MD5"),
                "send=1&userEmailSha1=" + digest("SHA-1"), "send=1&userEmailSha256=" + digest("SHA-256"));
    }

    private JsonNode say(String members) {
        return post("/people/consent", "{" + members + "}");
    }

    private JsonNode post(String path, String body) {
        RawClient.Answer answer = shop().client.send("POST", shop().api(path), body, authorization(),
                "Content-Type: application/json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return Json.parseObject(answer.text().getBytes(StandardCharsets.UTF_8));
    }

    private String authorization() {
        return "Authorization: Bearer " + shop().key(Scope.ADMIN);
    }

    private void associate(TrackingUserId trackingUser, Optional<String> customer, Optional<String> email) {
        Optional<CustomerId> id = customer.map(shop().personalData::customerId);
        shop().identities.associate(shop().website.id(), trackingUser, new Association(id, email.map(text ->
                shop().personalData.emailKeys(EmailAddress.parse(text).orElseThrow())).orElse(List.of()),
                Source.BROWSER));
    }

    private void setPersonalizeUnknown(boolean personalize) {
        shop().websites.update(shop().website.id(), before -> new Website(before.id(), before.uuid(), before.name(),
                before.url(), before.currency(), before.locale(), before.hosts(), new WebsiteSettings(
                        before.settings().timeZone(), before.settings().priceFormat(), personalize,
                        before.settings().retentionDays(), before.settings().requireCustomerIdSignature(),
                        before.settings().attributionDays(), before.settings().mailRetentionDays())));
    }

    private String digest(String algorithm) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance(algorithm).digest(address.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String url(String text) {
        return text.replace(" ", "%20");
    }

    private static void await(BooleanSupplier condition) {
        for (int pause = 0; pause < 1_000 && !condition.getAsBoolean(); pause++) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(condition.getAsBoolean()).as("what was waited for came").isTrue();
    }
}
