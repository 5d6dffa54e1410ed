package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.website.Scope;
import dev.inlay.server.newsletter.RawClient.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn only at the open: a first name, and the time that is left. */
class LiveTilesTest extends SharedShop {
    private static final String ANNA = "anna@example.com";
    private static final String LIVE = "'slots':1,'template':'live','liveText':true";

    private static String authorization;

    private Campaign campaign;

    @BeforeAll
    static void fill() {
        shop.products(3);
        shop.newsletter.warmUp();
        authorization = "Authorization: Bearer " + shop.key(Scope.READ);
    }

    @BeforeEach
    void makeCampaign() {
        campaign = shop.campaign(LIVE);
        shop.visits.clear();
        shop.sources.clear();
    }

    @Test
    void nameIsDrawnForTheHolderOfAToken() {
        Answer nobody = picture(token());
        Answer anna = picture(token() + "&firstName=Anna");
        Answer lena = picture(token() + "&firstName=Lena");

        assertThat(anna.body()).isNotEqualTo(nobody.body()).isNotEqualTo(lena.body());
        assertThat(Set.of(nobody.header("ETag"), anna.header("ETag"), lena.header("ETag"))).hasSize(3);
        assertThat(anna.size()).isEqualTo("200x100");
        assertThat(anna.isTile()).isTrue();
    }

    @Test
    void nameIsNotDrawnForWhoIsMerelyNamed() {
        for (String who : List.of("userEmail=" + ANNA, "customerId=C-5", "", "token=forged")) {
            assertSame(picture(who), picture(who + "&firstName=Anna"));
        }
    }

    @Test
    void nameIsNotDrawnWhereTheCampaignDoesNotSaySo() {
        campaign = shop.campaign("'slots':1,'template':'live'");

        assertSame(picture(token()), picture(token() + "&firstName=Anna"));
    }

    @Test
    void nameChangesNothingWhereTheTemplateHasNoPlaceForIt() {
        campaign = shop.campaign("'slots':1,'liveText':true");

        assertSame(picture(token()), picture(token() + "&firstName=Anna"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*%7CFNAME%7C*", "%7B%7B+first_name+%7D%7D", "null", "Anna1", "%3Cb%3EAnna",
        "anna%40example.com", "AnnaAnnaAnnaAnnaAnnaAnnaAnnaAnnaAnnaAnnaA"})
    void whatIsNoNameChangesNeitherPictureNorTag(String name) {
        assertSame(picture(token()), picture(token() + "&firstName=" + name));
    }

    @Test
    void spellingsOfOneNameAreOnePicture() {
        Answer zoe = picture(token() + "&firstName=Zo%C3%AB+Lu");

        assertSame(zoe, picture(token() + "&amp;FIRSTNAME=Zoe%CC%88%20Lu"));
        assertSame(zoe, picture(token() + "&firstName=&firstName=%20Zo%C3%AB%C2%A0Lu+"));
    }

    @Test
    void knownPictureIsNotDrawnAgain() {
        String anna = token() + "&firstName=Anna";
        String etag = picture(anna).header("ETag");
        shop.sources.clear();

        Answer again = shop.client.get(target(anna), "If-None-Match: " + etag);
        Answer other = shop.client.get(target(token() + "&firstName=Lena"), "If-None-Match: " + etag);

        assertThat(again.status()).isEqualTo(304);
        assertThat(other.status()).isEqualTo(200);
        assertThat(shop.sources).containsExactly(TileSource.MEMORY);
    }

    @Test
    void tagTellsNothingOfTheName() {
        String etag = picture(token() + "&firstName=Anna").header("ETag");

        assertThat(etag).matches("\"[0-9a-f]{64}\"").doesNotContainIgnoringCase("anna");
    }

    @Test
    void manyNamesOfOneProductAreCodedOnce() {
        shop.product("many");
        campaign = shop.campaign(LIVE + ",'pinnedProducts':['many']");

        for (char letter = 'a'; letter <= 'z'; letter++) {
            picture(token() + "&firstName=" + letter + "&cache=" + letter + "&utm_x=" + letter);
        }

        assertThat(shop.sources.stream().filter(source -> source == TileSource.DRAWN)).hasSize(1);
    }

    @Test
    void countdownFollowsTheClockByTheMinute() {
        campaign = shop.campaign(LIVE + ",'endsAt':'" + shop.now.get().plusSeconds(3 * 86_400 + 5) + "'");
        Answer first = picture(token());

        shop.advance(Duration.ofSeconds(4));
        assertSame(first, picture(token()));

        shop.advance(Duration.ofSeconds(62));
        Answer later = picture(token());
        assertThat(later.body()).isNotEqualTo(first.body());
        assertThat(later.header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void countdownIsForEverybodyAndEnds() {
        campaign = shop.campaign(LIVE + ",'endsAt':'" + shop.now.get().plusSeconds(90) + "'");
        Answer running = picture("userEmail=" + ANNA);
        Campaign endless = shop.campaign(LIVE);

        shop.advance(Duration.ofSeconds(91));

        Answer ended = picture("userEmail=" + ANNA);
        assertThat(ended.body()).isNotEqualTo(running.body());
        assertThat(ended.body()).isEqualTo(shop.picture(endless, 1, "userEmail=" + ANNA).body());
    }

    @Test
    void changedEndShowsAtTheNextOpenAndChangesNothingElse() {
        Answer endless = picture(token());
        String clicked = shop.click(campaign, 1, token());

        String holder = token();
        campaign = shop.change(campaign, LIVE + ",'endsAt':'" + shop.now.get().plusSeconds(9_000) + "'");

        assertThat(picture(holder).body()).isNotEqualTo(endless.body());
        assertThat(shop.click(campaign, 1, holder)).isEqualTo(clicked);
    }

    @Test
    void previewHasTheBytesOfTheMail() {
        campaign = shop.campaign(LIVE + ",'endsAt':'" + shop.now.get().plusSeconds(9_000) + "'");
        for (String who : List.of(token() + "&firstName=Anna", token(), "userEmail=" + ANNA + "&firstName=Anna",
                "send=4&customerId=C-9")) {
            assertThat(preview(who).body()).as(who).isEqualTo(picture(who).body());
        }
    }

    @Test
    void previewShowsWhatATokenWouldWhereOnlyTokensCount() {
        campaign = shop.campaign(LIVE + ",'identity':'token'");

        assertThat(preview("userEmail=" + ANNA + "&firstName=Anna").body())
                .isEqualTo(picture(token() + "&firstName=Anna").body());
    }

    @Test
    void tileOfAProductIsDrawnWithTheNameThatTheOperatorGives() {
        campaign = shop.campaign(LIVE + ",'pinnedProducts':['p1']");
        String tile = shop.api("/products/p1/tile.png?template=live");

        assertThat(shop.client.get(tile, authorization).body()).isEqualTo(picture(token()).body());
        assertThat(shop.client.get(tile + "&firstName=Anna", authorization).body())
                .isEqualTo(picture(token() + "&firstName=Anna").body());
    }

    @Test
    void headHasTheHeadersOfTheNamedPicture() {
        String anna = token() + "&firstName=Anna";

        Answer head = shop.client.send("HEAD", target(anna), "");

        Answer get = picture(anna);
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
    }

    private String token() {
        return "token=" + shop.token(campaign, ANNA);
    }

    private String target(String query) {
        return "/serve/tile/" + campaign.id() + "/1.png?" + query;
    }

    private Answer picture(String query) {
        return shop.tile(target(query));
    }

    private Answer preview(String query) {
        return shop.client.get(shop.api("/campaigns/" + campaign.id() + "/preview/1.png?" + query), authorization);
    }

    private static void assertSame(Answer expected, Answer actual) {
        assertThat(expected.isTile()).isTrue();
        assertThat(actual.header("ETag")).isEqualTo(expected.header("ETag"));
        assertThat(actual.body()).isEqualTo(expected.body());
    }
}
