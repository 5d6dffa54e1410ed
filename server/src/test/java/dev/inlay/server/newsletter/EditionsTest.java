package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.TrackingUserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a new edition, and what an old mail goes on showing. */
class EditionsTest {
    private static final String ANNA = "userEmail=anna@example.com";

    @TempDir
    Path folder;

    private TestShop shop;
    private TrackingUserId anna;

    @BeforeEach
    void open() {
        shop = TestShop.on(folder);
        shop.products(8);
        anna = shop.shopper("anna@example.com");
        shop.view(anna, "p1");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void autoBeginsANewEditionWithEachSend() {
        Campaign campaign = shop.campaign("'type':'auto','slots':1");

        assertThat(shop.click(campaign, 1, "send=1&" + ANNA)).endsWith("/p1");
        shop.view(anna, "p2");

        assertThat(shop.click(campaign, 1, "send=1&" + ANNA)).endsWith("/p1");
        assertThat(shop.click(campaign, 1, "send=2&" + ANNA)).endsWith("/p2");
    }

    @Test
    void autoWithoutSendIsOneEditionADay() {
        Campaign campaign = shop.campaign("'type':'auto','slots':1");
        shop.picture(campaign, 1, "send=*|CAMPAIGN_UID|*&" + ANNA);
        shop.view(anna, "p2");
        assertThat(shop.click(campaign, 1, ANNA)).endsWith("/p1");

        shop.advance(Duration.ofDays(1));
        shop.picture(campaign, 1, ANNA);

        assertThat(shop.click(campaign, 1, ANNA)).endsWith("/p2");
    }

    @Test
    void manualIgnoresSend() {
        Campaign campaign = shop.campaign("'type':'manual','slots':1");
        shop.picture(campaign, 1, "send=1&" + ANNA);
        shop.view(anna, "p2");

        assertThat(shop.click(campaign, 1, "send=2&" + ANNA)).endsWith("/p1");
    }

    @Test
    void oldPictureKeepsItsTargetUntilANewerOneWasServed() {
        Campaign campaign = shop.campaign("'type':'rolling','period':'PT1H','slots':1");
        shop.picture(campaign, 1, ANNA);
        shop.view(anna, "p2");
        shop.advance(Duration.ofHours(1));

        assertThat(shop.click(campaign, 1, ANNA)).endsWith("/p1");
        shop.picture(campaign, 1, ANNA);
        assertThat(shop.click(campaign, 1, ANNA)).endsWith("/p2");
    }

    @Test
    void clearedLocksBeginANewEditionForPicturesOnly() {
        Campaign campaign = shop.campaign("'slots':1");
        shop.picture(campaign, 1, "send=1&" + ANNA);
        shop.view(anna, "p2");
        shop.campaigns.clear(shop.website.id(), campaign.id());

        assertThat(shop.click(campaign, 1, "send=1&" + ANNA)).endsWith("/p1");
        shop.picture(campaign, 1, "send=1&" + ANNA);
        assertThat(shop.click(campaign, 1, "send=1&" + ANNA)).endsWith("/p2");
    }

    @Test
    void moreSlotsExtendALockAndChangeNothingOfIt() {
        Campaign campaign = shop.campaign("'slots':2");
        String first = shop.click(campaign, 1, "send=1&" + ANNA);
        String second = shop.click(campaign, 2, "send=1&" + ANNA);
        shop.view(anna, "p7");

        Campaign more = shop.change(campaign, "'slots':6");
        shop.picture(more, 6, "send=1&" + ANNA);

        Set<String> targets = new HashSet<>();
        for (int slot = 1; slot <= 6; slot++) {
            targets.add(shop.click(more, slot, "send=1&" + ANNA));
        }
        assertThat(shop.click(more, 1, "send=1&" + ANNA)).isEqualTo(first);
        assertThat(shop.click(more, 2, "send=1&" + ANNA)).isEqualTo(second);
        assertThat(shop.click(more, 3, "send=1&" + ANNA)).endsWith("/p7");
        assertThat(targets).hasSize(6);
    }

    @Test
    void sentMailKeepsTheTemplateItWasLockedWith() {
        Campaign campaign = shop.campaign("'slots':1,'template':'product-tile'");
        byte[] before = shop.picture(campaign, 1, "send=1&" + ANNA).body();

        Campaign changed = shop.change(campaign, "'slots':1,'template':'product-card'");

        assertThat(shop.picture(changed, 1, "send=1&" + ANNA).body()).isEqualTo(before);
        assertThat(shop.picture(changed, 1, "send=2&" + ANNA).size()).isEqualTo("1200x600");
    }

    @Test
    void productThatLeftKeepsItsLastTileAndItsLastUrl() {
        Campaign campaign = shop.campaign("'slots':1");
        Campaign home = shop.campaign("'slots':1,'whenGone':'home'");
        byte[] before = shop.picture(campaign, 1, "send=1&" + ANNA).body();
        shop.picture(home, 1, "send=1&" + ANNA);

        shop.catalogues.remove(shop.website.id(), "p1");

        assertThat(shop.picture(campaign, 1, "send=1&" + ANNA).body()).isEqualTo(before);
        assertThat(shop.click(campaign, 1, "send=1&" + ANNA)).isEqualTo("https://shop.example/p/p1");
        assertThat(shop.click(home, 1, "send=1&" + ANNA)).isEqualTo("https://shop.example/");
    }

    @Test
    void soldOutProductStaysLocked() {
        Campaign campaign = shop.campaign("'slots':1");
        byte[] before = shop.picture(campaign, 1, "send=1&" + ANNA).body();

        shop.put(shop.catalogues.catalogue(shop.website.id()).find("p1").orElseThrow().withInStock(false));

        assertThat(shop.click(campaign, 1, "send=1&" + ANNA)).endsWith("/p1");
        assertThat(shop.picture(campaign, 1, "send=1&" + ANNA).body()).isNotEqualTo(before);
    }

    @Test
    void lostSlotsAreNeutralAndLeadHome() {
        Campaign campaign = shop.campaign("'slots':3");
        shop.picture(campaign, 3, "send=1&" + ANNA);

        Campaign fewer = shop.change(campaign, "'slots':2");

        assertThat(shop.picture(fewer, 3, "send=1&" + ANNA).header("Cache-Control")).isEqualTo("no-store");
        assertThat(shop.click(fewer, 3, "send=1&" + ANNA)).isEqualTo("https://shop.example/");
        assertThat(shop.click(fewer, 1, "send=1&" + ANNA)).endsWith("/p1");
    }
}
