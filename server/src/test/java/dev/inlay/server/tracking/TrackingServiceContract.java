package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.History;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What tracking calls store, on whatever store. */
abstract class TrackingServiceContract extends TrackingAnswersContract {
    private static final TrackingUserId TABLET = new TrackingUserId("66f1a2b3c4d5e6f708192a3d");

    @Test
    void addressIsNowhereInWhatIsStored() {
        collect("pageview", PHONE, """
                {'productNumber':'anna@example.com','url':'https://shop.example/a?m=anna%40example.com'}""");
        collect("customerId", PHONE, "{'id':'anna@example.com'}");

        Event view = server.activities.historyOf(website.id(), resolve(PHONE)).events().getFirst();

        assertThat(view.product().productNumber().orElseThrow()).matches("[0-9a-f]{64}");
        assertEquals(Optional.of("https://shop.example/a"), view.product().url());
        assertThat(known(resolve(PHONE)).customer().orElseThrow().hashed()).isTrue();
    }

    @Test
    void activityBelongsToTheTrackingUserAndFollowsItsCustomer() {
        collect("pageview", PHONE, "{'productNumber':'1'}");
        collect("pageview", LAPTOP, "{'url':'https://shop.example/b?mail=anna@example.com#top'}");
        collect("customerId", PHONE, "{'id':'K-1'}");
        collect("customerId", LAPTOP, "{'id':'K-1'}");

        History history = server.activities.historyOf(website.id(), resolve("K-1"));

        assertEquals(List.of(Optional.of("https://shop.example/b"), Optional.empty()),
                history.events().stream().map(event -> event.product().url()).toList());
        assertEquals(List.of(Optional.empty(), Optional.of("1")),
                history.events().stream().map(event -> event.product().productNumber()).toList());
    }

    @Test
    void orderAssociatesCustomerAndEmail() {
        collect("conversion", PHONE, """
                {'orderNumber':'SO-1','total':204.80,'email':'Anna.Berg+news@Example.com','customerId':'K-1',
                'products':[{'productNumber':'W-1042','quantity':1,'lineTotal':'129.95'}]}""");

        assertEquals(List.of(PHONE), known(resolve("K-1")).trackingUsers());
        assertEquals(Optional.of(new CustomerId("K-1", false)), known(email("anna.berg+news@example.com")).customer());
        Event line = server.activities.historyOf(website.id(), resolve(PHONE)).purchases().getFirst();
        assertEquals(Optional.of("W-1042"), line.product().productNumber());
    }

    @Test
    void sameOrderCountsOnce() {
        String order = "{'orderNumber':'SO-1','productNumbers':['1','2']}";

        collect("conversion", PHONE, order);
        collect("conversion", PHONE, order);

        assertThat(server.activities.historyOf(website.id(), resolve(PHONE)).purchases()).hasSize(2);
    }

    @Test
    void lastCartStands() {
        collect("cart", PHONE, "{'productNumbers':['1','2',' '],'email':'anna@example.com'}");
        collect("cart", PHONE, "{'productNumbers':[3]}");

        History history = server.activities.historyOf(website.id(), email("anna@example.com"));

        assertEquals(Optional.of("3"), history.cart().orElseThrow().products().getFirst().productNumber());
        assertThat(history.events()).extracting(Event::type).containsOnly(EventType.CART).hasSize(3);
    }

    @Test
    void otherEmailLaterMovesTheTrackingUser() {
        collect("email", PHONE, "{'email':'anna@example.com'}");
        collect("email", PHONE, "{'email':'mailto:Bo@example.com,'}");

        assertEquals(new Identity.Unknown(), email("anna@example.com"));
        assertEquals(List.of(PHONE), known(email("bo@example.com")).trackingUsers());
    }

    @Test
    void upperCaseIdIsTheSameTrackingUser() {
        String body = "{'websiteUuid':'" + website.uuid().toString().toUpperCase() + "','trackingUserId':'"
                + PHONE.value().toUpperCase() + "','productNumber':'1'}";

        post("pageview", body);

        assertThat(server.activities.historyOf(website.id(), resolve(PHONE)).events()).hasSize(1);
    }

    @Test
    void backEndNamesACustomerWithAKey() {
        String body = "{'websiteUuid':'%s','customerId':'K-9','productNumber':'1'}".formatted(website.uuid());
        String key = server.key(website, Scope.INGEST);

        assertEquals(200, post("pageview?apiKey=" + key, body).statusCode());
        assertEquals(200,
                post("pageview", body, "Authorization", "Bearer " + TestServer.INSTALLATION_KEY).statusCode());
        assertRefused(401, "a key is needed: Authorization: Bearer <key>, or ?apiKey=",
                post("pageview?apiKey=x", body));
        assertRefused(403, "the key must have scope ingest",
                post("pageview?apiKey=" + server.key(website, Scope.READ), body));
        assertRefused(403, "the key belongs to another website", post("pageview?apiKey="
                + server.key(server.website(WebsiteSettings.DEFAULTS), Scope.ADMIN), body));
        assertRefused(400, "trackingUserId or customerId is required",
                post("pageview?apiKey=" + key, "{'websiteUuid':'" + website.uuid() + "'}"));
        assertThat(server.activities.historyOf(website.id(), resolve("K-9")).events()).hasSize(2);
    }

    @Test
    void backEndTellsOrdersAndTheEmailOfACustomer() {
        String key = server.key(website, Scope.INGEST);
        String who = "{'websiteUuid':'" + website.uuid() + "','customerId':'K-9',";
        collect("customerId", PHONE, "{'id':'K-9'}");

        assertEquals(200, post("cart?apiKey=" + key, who + "'productNumbers':['1']}").statusCode());
        assertEquals(200,
                post("conversion?apiKey=" + key, who + "'orderNumber':'1','productNumbers':[1]}").statusCode());
        assertEquals(200, post("email?apiKey=" + key, who + "'email':'anna@example.com'}").statusCode());

        assertEquals(Optional.of(new CustomerId("K-9", false)), known(email("anna@example.com")).customer());
        assertThat(server.activities.historyOf(website.id(), resolve("K-9")).purchases()).hasSize(1);
    }

    @Test
    void addressOfACustomersCartGoesToHisTrackingUserOrIsIgnored() {
        String key = server.key(website, Scope.INGEST);
        String cart = "{'websiteUuid':'" + website.uuid()
                + "','customerId':'K-9','productNumbers':['1'],'email':'anna@example.com'}";

        String without = post("cart?apiKey=" + key, cart).body();
        collect("customerId", PHONE, "{'id':'K-9'}");
        String with = post("cart?apiKey=" + key, cart).body();

        assertEquals("{\"success\":true,\"message\":\"Cart tracked\",\"ignored\":[\"email\"]}", without);
        assertEquals("{\"success\":true,\"message\":\"Cart tracked\"}", with);
        assertEquals(Optional.of(new CustomerId("K-9", false)), known(email("anna@example.com")).customer());
    }

    @Test
    void clickInAMailMakesItsBrowserTheOneLastSeen() {
        collect("email", PHONE, "{'email':'anna@example.com'}");
        collect("email", LAPTOP, "{'email':'anna@example.com'}");

        String answer = collect("click", PHONE, "{'source':'" + code(website, 3_600) + "'}").body();

        assertEquals("{\"success\":true,\"message\":\"Click tracked\"}", answer);
        assertEquals(List.of(PHONE), known(email("anna@example.com")).trackingUsers());
    }

    @Test
    void clickOfAnotherWebsiteOrOfLongAgoIsRefused() {
        String other = code(server.website(WebsiteSettings.DEFAULTS), 3_600);
        String expired = code(website, -1);

        for (String code : List.of(other, expired)) {
            assertRefused(400, "source must be a tracking code that has not expired - was '" + code + "'",
                    collect("click", PHONE, "{'source':'" + code + "'}"));
        }
        assertEquals(new Identity.Unknown(), resolve(PHONE));
    }

    @Test
    void clickThatTellsItsRecipientBringsTheBrowserBack() {
        collect("email", PHONE, "{'email':'anna@example.com'}");
        collect("pageview", PHONE, "{'productNumber':'1'}");

        assertEquals("{\"success\":true,\"message\":\"Click tracked\"}", click(LAPTOP, recipient()));

        assertEquals(List.of(LAPTOP, PHONE), known(resolve(LAPTOP)).trackingUsers());
        assertThat(server.activities.historyOf(website.id(), resolve(LAPTOP)).events())
                .extracting(event -> event.product().productNumber()).contains(Optional.of("1"));
    }

    @Test
    void recipientWhoIsNotToBeBelievedIsIgnoredAndTheClickCounts() {
        String ignored = "{\"success\":true,\"message\":\"Click tracked\",\"ignored\":[\"recipient\"]}";
        collect("email", PHONE, "{'email':'bo@example.com'}");
        String used = recipient();
        click(TABLET, used);

        assertEquals(ignored, click(LAPTOP, "forged"));
        assertEquals(ignored, click(LAPTOP, used));
        assertEquals(ignored, click(LAPTOP, server.clickRecipient(server.website(WebsiteSettings.DEFAULTS),
                "userEmail=anna@example.com")));
        assertEquals(ignored, click(PHONE, recipient()));

        assertEquals(List.of(LAPTOP), known(resolve(LAPTOP)).trackingUsers());
        assertEquals(List.of(PHONE), known(email("bo@example.com")).trackingUsers());
        assertEquals(List.of(TABLET), known(email("anna@example.com")).trackingUsers());
        assertRefused(400, "recipient must be a string - was '7'",
                collect("click", LAPTOP, "{'source':'" + code(website, 3_600) + "','recipient':7}"));
    }

    @Test
    void recipientWhoWithdrawsConsentAfterTheClickIsIgnoredAndTheClickCounts() {
        String recipient = recipient();
        collect("email", PHONE, "{'email':'anna@example.com'}");
        server.consents.record(website.id(), Named.of(PHONE), Consent.State.DENIED, Consent.Source.API, "",
                Optional.empty());

        assertEquals("{\"success\":true,\"message\":\"Click tracked\",\"ignored\":[\"recipient\"]}",
                click(LAPTOP, recipient));

        assertEquals(List.of(LAPTOP), known(resolve(LAPTOP)).trackingUsers());
    }

    private String click(TrackingUserId browser, String recipient) {
        return collect("click", browser,
                "{'source':'" + code(website, 3_600) + "','recipient':'" + recipient + "'}").body();
    }

    private String recipient() {
        return server.clickRecipient(website, "userEmail=anna@example.com");
    }

    private String code(Website website, int seconds) {
        return server.clickCode(website, Instant.now().plusSeconds(seconds));
    }
}
