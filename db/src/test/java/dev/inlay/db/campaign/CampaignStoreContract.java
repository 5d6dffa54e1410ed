package dev.inlay.db.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlay.db.StoreContract;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a campaign store promises on every database. */
abstract class CampaignStoreContract extends StoreContract {
    private static final JsonNode SETTINGS = JsonNodeFactory.instance.objectNode().put("name", "Herbst – \"neu\"");
    private static final Duration DAY = Duration.ofDays(1);

    private CampaignStore campaigns;

    @BeforeEach
    void open() {
        campaigns = new CampaignStore(database());
    }

    @AfterEach
    void close() {
        campaigns.close();
    }

    @Test
    void campaignIsFoundByItsRandomIdAlone() {
        Campaign campaign = campaigns.create(shop, CampaignType.ROLLING, DAY, 3, SETTINGS);

        assertThat(campaign.id()).matches("[a-z2-7]{16}");
        assertEquals(Optional.of(campaign), campaigns.find(campaign.id()));
        assertEquals(Optional.empty(), campaigns.find("aaaaaaaaaaaaaaaa"));
    }

    @Test
    void campaignSurvivesARestart() throws IOException {
        JsonNode settings = new ObjectMapper().readTree("{\"filter\":{\"priceMin\":12.5},\"slots\":[null,true,\"€\"]}");
        Campaign campaign = campaigns.create(shop, CampaignType.ROLLING, Duration.parse("PT1H30M"), 24, settings);

        campaigns.close();
        store.restart();
        campaigns = new CampaignStore(database());

        assertEquals(campaign.settings().toString(), campaigns.find(campaign.id()).orElseThrow().settings().toString());
        assertEquals(Duration.ofMinutes(90), campaigns.find(campaign.id()).orElseThrow().period());
    }

    @Test
    void campaignsOfAWebsiteAreListedOldestFirst() {
        Campaign first = campaigns.create(shop, CampaignType.AUTO, DAY, 1, SETTINGS);
        store.time().advance(Duration.ofSeconds(1));
        Campaign second = campaigns.create(shop, CampaignType.MANUAL, DAY, 1, SETTINGS);
        campaigns.create(newWebsite(), CampaignType.AUTO, DAY, 1, SETTINGS);

        assertEquals(List.of(first, second), campaigns.list(shop));
    }

    @Test
    void updateKeepsTheClearCount() {
        Campaign campaign = campaigns.create(shop, CampaignType.AUTO, DAY, 1, SETTINGS);
        campaigns.clear(shop, campaign.id());

        Campaign updated = campaigns.update(shop, campaign.id(), old -> slots(old, 5)).orElseThrow();

        assertEquals(5, updated.slots());
        assertEquals(1, updated.clearCount());
        assertEquals(Optional.of(updated), campaigns.find(campaign.id()));
    }

    @Test
    void campaignThatIsGoneCannotBeUpdatedNorCleared() {
        Campaign campaign = campaigns.create(shop, CampaignType.AUTO, DAY, 1, SETTINGS);

        assertTrue(campaigns.delete(shop, campaign.id()));
        assertFalse(campaigns.delete(shop, campaign.id()));
        assertEquals(Optional.empty(), campaigns.find(campaign.id()));
        assertEquals(Optional.empty(), campaigns.clear(shop, campaign.id()));
        assertEquals(Optional.empty(), campaigns.update(shop, campaign.id(), old -> slots(old, 2)));
    }

    @Test
    void updatesThatComeAtOnceAllCount() {
        Campaign campaign = campaigns.create(shop, CampaignType.AUTO, DAY, 1, SETTINGS);

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() ->
                campaigns.update(shop, campaign.id(), old -> slots(old, old.slots() + 1))))
                .limit(20).toArray(CompletableFuture[]::new)).join();

        assertEquals(21, campaigns.find(campaign.id()).orElseThrow().slots());
    }

    @Test
    void updateThatThrowsStoresNothing() {
        Campaign campaign = campaigns.create(shop, CampaignType.AUTO, DAY, 1, SETTINGS);

        assertThrows(IllegalArgumentException.class, () ->
                campaigns.update(shop, campaign.id(), old -> slots(old, Campaign.MAX_SLOTS + 1)));
        assertThrows(IllegalArgumentException.class, () ->
                campaigns.update(shop, campaign.id(), old ->
                        new Campaign("other", shop, CampaignType.AUTO, DAY, 1, 0, SETTINGS)));

        assertEquals(Optional.of(campaign), campaigns.find(campaign.id()));
    }

    @Test
    void otherWebsitesCannotTouchACampaign() {
        Campaign campaign = campaigns.create(shop, CampaignType.AUTO, DAY, 1, SETTINGS);
        int other = newWebsite();

        assertFalse(campaigns.delete(other, campaign.id()));
        assertEquals(Optional.empty(), campaigns.clear(other, campaign.id()));
        assertEquals(0, campaigns.find(campaign.id()).orElseThrow().clearCount());
    }

    @Test
    void changesOfOtherNodesShowSoon() {
        try (CampaignStore other = new CampaignStore(database())) {
            Campaign campaign = campaigns.create(shop, CampaignType.AUTO, DAY, 1, SETTINGS);
            Campaign cleared = campaigns.clear(shop, campaign.id()).orElseThrow();

            await(() -> other.find(campaign.id()).equals(Optional.of(cleared)));
        }
    }

    @Test
    void contentOfATemplateIsKeptByItsVersion() {
        campaigns.keepTemplate(shop, "a".repeat(64), "text: ä");
        campaigns.keepTemplate(shop, "a".repeat(64), "text: ä");

        try (CampaignStore other = new CampaignStore(database())) {
            assertEquals(Optional.of("text: ä"), other.findTemplate(shop, "a".repeat(64)));
            assertEquals(Optional.empty(), other.findTemplate(shop, "b".repeat(64)));
            assertEquals(Optional.empty(), other.findTemplate(newWebsite(), "a".repeat(64)));
        }
    }

    private static Campaign slots(Campaign old, int slots) {
        return new Campaign(old.id(), old.websiteId(), old.type(), old.period(), slots, 0, old.settings());
    }
}
