package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.server.TestServer;
import dev.inlay.server.bounds.CallLimits;
import dev.inlay.server.bounds.Limit;
import dev.inlay.server.tracking.Refusals.Refusal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who calls too often is refused, and nobody else. */
class CallLimitsTest extends TrackingCaller {
    private static final String FULL = "one trackingUserId must not make more than 3 calls a minute";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
    @TempDir
    Path folder;
    private TestServer limited;

    @Override
    TestServer server() {
        limited = new TestServer(DatabaseSettings.embedded(folder), new CallLimits(3, 7, 5), now::get);
        return limited;
    }

    @AfterEach
    void stop() {
        limited.close();
    }

    @Test
    void aTrackingUserBeyondItsLimitIsToldWhenToComeBack() {
        view(PHONE, 3);

        HttpResponse<String> refused = view(PHONE, 1);

        assertRefused(429, FULL, refused);
        assertEquals(Optional.of("20"), refused.headers().firstValue("Retry-After"));
        assertEquals(Optional.of("no-store"), refused.headers().firstValue("Cache-Control"));
        assertEquals(200, view(LAPTOP, 1).statusCode());
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(20)));
        assertEquals(200, view(PHONE, 1).statusCode());
    }

    @Test
    void whatIsRefusedIsNotStoredAndTheOperatorLearnsOfIt() {
        view(PHONE, 3);
        collect("customerId", PHONE, "{'id':'K-1'}");
        view(PHONE, 1);

        assertThat(server.refusals.of(website))
                .extracting(Refusal::path, Refusal::status, Refusal::message, Refusal::count).containsExactly(
                        tuple("/serve/collect/pageview", 429, FULL, 1L),
                        tuple("/serve/collect/customerId", 429, FULL, 1L));
        assertEquals(2, server.bounds.refused(Limit.TRACKING_USER));
        assertThat(known(resolve(PHONE)).customer()).isEmpty();
    }

    @Test
    void thoseWhoOptedOutShareAnIdAndNoLimit() {
        assertEquals(200, view(TrackingUserId.OPTED_OUT, 5).statusCode());
    }

    @Test
    void anAddressBeyondItsLimitIsRefusedWhateverItSends() {
        for (int i = 0; i < 5; i++) {
            post("cart", "no JSON", "X-Forwarded-For", "192.0.2.7");
        }

        assertRefused(429, "one address must not make more than 5 calls a minute",
                post("cart", "no JSON", "X-Forwarded-For", "192.0.2.9, 192.0.2.7"));
        assertEquals(400, post("cart", "no JSON", "X-Forwarded-For", "192.0.2.8").statusCode());
        assertEquals(1, server.bounds.refused(Limit.ADDRESS));
        assertThat(server.refusals.withoutWebsite()).extracting(Refusal::status).startsWith(400, 429);
    }

    @Test
    void newTrackingUsersAreLimitedByAddressAndWebsite() {
        for (int i = 0; i < 5; i++) {
            assertEquals(200, mint("192.0.2.7").statusCode());
        }

        assertEquals(429, mint("192.0.2.7").statusCode());
        assertEquals(200, mint("192.0.2.8").statusCode());
        assertEquals(200, mint("192.0.2.8").statusCode());
        assertRefused(429, "one website must not make more than 7 calls a minute", mint("192.0.2.8"));
        assertEquals(1, server.bounds.refused(Limit.WEBSITE));
        website = server.website(website.settings());
        assertEquals(200, mint("192.0.2.9").statusCode());
    }

    @Test
    void backEndsAreLimitedByTheirWebsiteOnly() {
        String key = server.key(website, Scope.INGEST);

        for (int i = 0; i < 7; i++) {
            assertEquals(200, viewWith(key).statusCode());
        }

        assertRefused(429, "one website must not make more than 7 calls a minute", viewWith(key));
    }

    @Test
    void aKeyThatNobodyMadeHelpsNobody() {
        for (int i = 0; i < 5; i++) {
            viewWith("ink_made_up");
        }

        assertEquals(2, server.bounds.refused(Limit.TRACKING_USER));
        assertRefused(429, "one address must not make more than 5 calls a minute", viewWith("ink_made_up"));
    }

    private HttpResponse<String> view(TrackingUserId trackingUser, int times) {
        HttpResponse<String> last = collect("pageview", trackingUser, "{'productNumber':'stove'}");
        return times > 1 ? view(trackingUser, times - 1) : last;
    }

    private HttpResponse<String> viewWith(String key) {
        return post("pageview", "{'websiteUuid':'" + website.uuid() + "','trackingUserId':'" + PHONE + "'}",
                "Authorization", "Bearer " + key);
    }

    private HttpResponse<String> mint(String address) {
        return server.send("POST", "/serve/trackingUser", "{\"websiteUuid\":\"" + website.uuid() + "\"}",
                "Content-Type", "text/plain", "X-Forwarded-For", address);
    }
}
