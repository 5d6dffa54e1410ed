package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.website.Scope;
import dev.inlay.server.http.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hold-out on two nodes over one PostgreSQL: what one locked, the other shows and counts in the same arm. */
class HoldOutPostgresIT {
    private static final String PERSON =
            "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
    private static final String HALF = "'slots':1,'strategies':[{'type':'last_viewed'}],'excludedProducts':['p3'],"
            + "'holdOutPercent':50";
    private static final int READERS = 16;

    private static EmbeddedPostgres postgres;
    private static TestShop shop;
    private static TestShop other;
    private static String key;

    @BeforeAll
    static void open(@TempDir Path here, @TempDir Path there) throws IOException {
        postgres = EmbeddedPostgres.builder().start();
        shop = node(here);
        shop.products(3);
        for (int reader = 0; reader < READERS; reader++) {
            shop.view(shop.shopper(email(reader)), "p2");
        }
        other = node(there);
        key = shop.key(Scope.READ);
        shop.newsletter.warmUp();
        other.newsletter.warmUp();
    }

    private static TestShop node(Path folder) {
        return new TestShop(new DatabaseSettings(postgres.getJdbcUrl("postgres", "postgres"), folder),
                UnaryOperator.identity());
    }

    @AfterAll
    static void close() throws IOException {
        other.close();
        shop.close();
        postgres.close();
    }

    @Test
    void nodesAgreeWhoIsHeldOutAndCountTheLocksArm() {
        Campaign campaign = shop.campaign(HALF);
        int held = 0;
        for (int reader = 0; reader < READERS; reader++) {
            boolean isHeldOut = explain(shop, campaign, reader);
            held += isHeldOut ? 1 : 0;
            assertEquals(isHeldOut, explain(other, campaign, reader), email(reader));
            openUntilShown(campaign, reader);
        }
        assertThat(held).isBetween(1, READERS - 1);

        shop.change(campaign, HALF.replace("'holdOutPercent':50", "'holdOutPercent':0"));
        other.advance(Duration.ofMinutes(1));
        for (int reader = 0; reader < READERS; reader++) {
            String clicked = other.counted(target(campaign, reader, "/click"), PERSON).header("Location");
            assertEquals(explain(shop, campaign, reader), explain(other, campaign, reader), email(reader));
            assertThat(clicked).startsWith(shop.click(campaign, 1, query(reader)));
        }

        assertTrue(other.recorder.flush(Duration.ofSeconds(60)));
        JsonNode arms = statistics(campaign);
        assertArm(READERS - held, arms.get(0));
        assertArm(held, arms.get(1));
    }

    /** A busy machine may cost a picture its product; then it is neutral, and a later one shows the product. */
    private static void openUntilShown(Campaign campaign, int reader) {
        for (int tries = 0; tries < 20; tries++) {
            if (shop.counted(target(campaign, reader, ".png"), PERSON).isTile()) {
                return;
            }
        }
        throw new AssertionError("only neutral pictures for " + email(reader));
    }

    private static void assertArm(int recipients, JsonNode arm) {
        assertEquals(recipients, arm.get("recipients").intValue());
        assertThat(arm.get("pictures").intValue()).isGreaterThanOrEqualTo(recipients);
        assertThat(arm.get("clicks").intValue()).isGreaterThanOrEqualTo(2 * recipients);
        assertEquals(recipients, arm.get("clickers").intValue());
    }

    private static JsonNode statistics(Campaign campaign) {
        assertTrue(shop.recorder.flush(Duration.ofSeconds(60)));
        return Json.parseObject(shop.client.get(shop.api("/campaigns/" + campaign.id() + "/statistics"),
                "Authorization: Bearer " + key).body()).get("arms");
    }

    /** Asked until {@code node} knows key and campaign, which another one made a moment ago. */
    private static boolean explain(TestShop node, Campaign campaign, int reader) {
        RawClient.Answer answer = ask(node, campaign, reader);
        for (int again = 0; again < 100 && answer.status() != 200; again++) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            answer = ask(node, campaign, reader);
        }
        return Json.parseObject(answer.body()).get("holdOut").asBoolean();
    }

    private static RawClient.Answer ask(TestShop node, Campaign campaign, int reader) {
        return node.client.send("POST", shop.api("/campaigns/" + campaign.id() + "/explain"),
                "{\"userEmail\":\"" + email(reader) + "\",\"send\":\"1\"}", "Authorization: Bearer " + key);
    }

    private static String target(Campaign campaign, int reader, String what) {
        return "/serve/tile/" + campaign.id() + "/1" + what + "?" + query(reader);
    }

    private static String query(int reader) {
        return "send=1&userEmail=" + email(reader);
    }

    private static String email(int reader) {
        return "reader" + reader + "@example.com";
    }
}
