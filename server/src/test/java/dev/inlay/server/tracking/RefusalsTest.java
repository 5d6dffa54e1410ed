package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.TestServer;
import dev.inlay.server.tracking.Refusals.Refusal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator learns of calls that were refused. */
class RefusalsTest extends TrackingCaller {
    @TempDir
    static Path folder;
    private static TestServer shared;

    @BeforeAll
    static void start() {
        shared = TestServer.on(folder);
    }

    @AfterAll
    static void stop() {
        shared.close();
    }

    @Override
    TestServer server() {
        return shared;
    }

    @Test
    void refusalsAreCountedByReasonTheLastOneFirst() {
        collect("cart", PHONE, "{}");
        collect("conversion", PHONE, "{'orderNumber':' '}");
        collect("cart", LAPTOP, "{}");

        assertThat(server.refusals.of(website))
                .extracting(Refusal::path, Refusal::status, Refusal::message, Refusal::count).containsExactly(
                        tuple("/serve/collect/cart", 400, "productNumbers or urls is required", 2L),
                        tuple("/serve/collect/conversion", 400, "orderNumber must not be blank - was ' '", 1L));
    }

    @Test
    void callsThatSucceedAreNoRefusals() {
        collect("pageview", PHONE, "{'productNumber':'stove'}");

        assertThat(server.refusals.of(website)).isEmpty();
    }

    @Test
    void refusalsOfAnotherWebsiteAreApart() {
        collect("cart", PHONE, "{}");
        newWebsite();

        assertThat(server.refusals.of(website)).isEmpty();
    }

    @Test
    void callsOfNoWebsiteBelongToNone() {
        post("cart", "{'websiteUuid':'7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b'}");
        post("cart", "no JSON");

        assertThat(server.refusals.of(website)).isEmpty();
        assertThat(server.refusals.withoutWebsite()).extracting(Refusal::message).startsWith(
                "body must be JSON of at most 16 levels",
                "websiteUuid must be a known website - was '7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b'");
    }

    @Test
    void noMessageHoldsAnAddress() {
        collect("email", PHONE, "{'email':'anna@@shop.example'}");
        collect("customerId", PHONE, "{'id':['anna%40shop.example']}");
        collect("conversion", PHONE, "{'orderNumber':'1','total':'anna@shop.example'}");

        assertEquals(3, server.refusals.of(website).size());
        assertThat(server.refusals.of(website)).extracting(Refusal::message).noneMatch(text -> text.contains("anna"));
    }

    @Test
    void theLastHundredDifferentOnesAreKept() {
        collect("conversion", PHONE, "{'orderNumber':'1','total':'first'}");
        for (int i = 0; i < Refusals.KEPT; i++) {
            collect("conversion", PHONE, "{'orderNumber':'1','total':'x" + i + "'}");
        }

        List<String> messages = server.refusals.of(website).stream().map(Refusal::message).toList();
        assertEquals(Refusals.KEPT, messages.size());
        assertThat(messages.getFirst()).endsWith("'x99'");
        assertThat(messages.getLast()).endsWith("'x0'");
    }

    @Test
    void callsOfNoWebsitePushOutNoWebsitesRefusals() {
        collect("cart", PHONE, "{}");
        for (int i = 0; i <= Refusals.KEPT; i++) {
            post("cart", "{'websiteUuid':'none-" + i + "'}");
        }

        assertEquals(1, server.refusals.of(website).size());
        assertEquals(Refusals.KEPT_OF_NONE, server.refusals.withoutWebsite().size());
    }

    @Test
    void websitesThatWereRefusedLongestAgoAreForgotten() {
        collect("cart", PHONE, "{}");
        for (int other = 1; other <= Refusals.MOST_WEBSITES; other++) {
            server.refusals.note(-other, new Refusals.Key("/serve/collect/cart", 400, "no cart"));
        }

        assertThat(server.refusals.of(website)).isEmpty();
    }

    @Test
    void websitesWithStrictSettingsTellWhatTheyRefuse() {
        website = server.website(new WebsiteSettings(WebsiteSettings.DEFAULTS.timeZone(),
                WebsiteSettings.DEFAULTS.priceFormat(), true, 395, true, 7, 395));

        collect("customerId", PHONE, "{'id':'K-1'}");

        assertThat(server.refusals.of(website)).extracting(Refusal::message).singleElement().asString()
                .startsWith("customerIdSignature must be");
    }
}
