package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.Secret;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A click tells the shop's page whose mail it stood in: only where the campaign wants it, and not for long. */
class ReidentificationTest extends SharedShop {
    private static final String ANNA = "userEmail=anna@example.com";
    private static final String SHA1 = "userEmailSha1=dcc1c43a1d5c2a1a0ecc8fd2c1bf9dd2a6d06e4c";
    private static final TrackingUserId PHONE = new TrackingUserId("66f1a2b3c4d5e6f708192a3b");
    private static final TrackingUserId LAPTOP = new TrackingUserId("66f1a2b3c4d5e6f708192a3c");

    private static Campaign campaign;
    private Reidentification reidentification;

    @BeforeAll
    static void open() {
        shop.products(1);
        campaign = shop.campaign("'slots':1,'reidentify':true");
    }

    @BeforeEach
    void newNode() {
        reidentification = new Reidentification(
                new Secret("a secret of the tests, long enough".getBytes(StandardCharsets.UTF_8)), shop.now::get);
    }

    @Test
    void campaignThatDoesNotAskTellsNobody() {
        assertThat(location(shop.campaign("'slots':1"), ANNA)).doesNotContain("aw_id");
    }

    @Test
    void clickTellsAllKeysOfItsAddressAndNoAddress() {
        String location = location(campaign, ANNA);

        assertThat(location).startsWith("https://shop.example/p/p1#aw_source=").contains("&aw_id=")
                .doesNotContain("anna");
        assertThat(new String(Base64.getUrlDecoder().decode(token(ANNA)), StandardCharsets.ISO_8859_1))
                .doesNotContain("email", "SHA");
        Association named = read(token(ANNA), PHONE).orElseThrow();
        assertEquals(shop.personalData.emailKeys(EmailAddress.parse("anna@example.com").orElseThrow()), named.email());
        assertThat(named.source().isTrusted()).isFalse();
    }

    @Test
    void clickTellsTheCustomerOrTheOneDigestThatItKnows() {
        assertEquals(Optional.of(new CustomerId("K-1", false)),
                read(token("customerId=K-1"), PHONE).orElseThrow().customer());
        assertThat(read(token(SHA1), PHONE).orElseThrow().email()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"send=1", "userEmail=*|EMAIL|*", "userEmail=nonsense", "token=abc",
            "customerId=K+1", "userEmail=+anna@example.com"})
    void nobodyIsToldWhereTheUrlNamesNobodyOrSeveral(String query) {
        assertThat(location(campaign, query)).contains("#aw_source=").doesNotContain("aw_id");
    }

    @Test
    void tokenLastsTenMinutes() {
        String token = token(ANNA);
        shop.advance(Duration.ofMinutes(9));
        assertThat(read(token, PHONE)).isPresent();

        shop.advance(Duration.ofMinutes(1));

        assertThat(read(token, PHONE)).isEmpty();
    }

    @Test
    void tokenIsOfOneWebsite() {
        assertThat(reidentification.read(shop.website.id() + 1, token(ANNA), PHONE)).isEmpty();
    }

    @Test
    void tokenIsOfTheBrowserThatShowsItFirst() {
        String token = token(ANNA);

        assertThat(read(token, PHONE)).isPresent();
        assertThat(read(token, LAPTOP)).isEmpty();
        assertThat(read(token, PHONE)).isPresent();
    }

    @Test
    void tokenThatWasChangedTellsNobody() {
        String token = token(ANNA);

        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(read(token.substring(0, i) + other + token.substring(i + 1), PHONE)).isEmpty();
        }
        for (String wrong : List.of("", "x", "é", token + "é", token.substring(4), "A".repeat(4_000))) {
            assertThat(read(wrong, PHONE)).as(wrong).isEmpty();
        }
    }

    @Test
    void websiteThatDemandsSignaturesTellsNobodyWhomAnybodyCouldName() {
        demandSignatures(true);
        try {
            assertThat(location(campaign, ANNA)).contains("#aw_source=").doesNotContain("aw_id");
        } finally {
            demandSignatures(false);
        }
    }

    @Test
    void nobodyIsToldWhoMayNotBeFollowed() {
        Named bert = Named.byEmail(List.of(
                shop.personalData.emailKeys(EmailAddress.parse("bert@example.com").orElseThrow()).getFirst()));
        String query = "userEmail=bert@example.com";
        assertThat(location(campaign, query)).contains("aw_id");

        shop.sayConsent(bert, Consent.State.DENIED);
        assertThat(location(campaign, query)).contains("#aw_source=").doesNotContain("aw_id");

        shop.advance(Duration.ofSeconds(1));
        shop.sayConsent(bert, Consent.State.GRANTED);
        assertThat(location(campaign, query)).contains("aw_id");
    }

    private static void demandSignatures(boolean demanded) {
        shop.websites.update(shop.website.id(), website -> new Website(website.id(), website.uuid(), website.name(),
                website.url(), website.currency(), website.locale(), website.hosts(),
                new WebsiteSettings(ZoneOffset.UTC, Optional.empty(), true, 395, demanded, 7, 395)));
    }

    private Optional<Association> read(String token, TrackingUserId browser) {
        return reidentification.read(shop.website.id(), token, browser);
    }

    private static String token(String query) {
        return location(campaign, query).replaceFirst(".*&aw_id=", "");
    }

    private static String location(Campaign campaign, String query) {
        return shop.client.get("/serve/tile/" + campaign.id() + "/1/click?" + query).header("Location");
    }
}
