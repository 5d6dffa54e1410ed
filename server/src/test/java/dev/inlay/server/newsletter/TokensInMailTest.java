package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.website.Scope;
import dev.inlay.server.newsletter.RawClient.Answer;
import dev.inlay.server.newsletter.TileVisit.TileLetter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pictures and clicks make of a recipient token. */
class TokensInMailTest extends SharedShop {
    private static final String ANNA = "anna@example.com";

    private Campaign tokens;
    private Campaign open;

    @BeforeAll
    static void fill() {
        shop.products(9);
        shop.view(shop.shopper(ANNA), "p3");
        shop.view(shop.customer("C-5"), "p5");
    }

    @BeforeEach
    void makeCampaigns() {
        tokens = shop.campaign("'slots':1,'identity':'token','strategies':[{'type':'last_viewed'}],"
                + "'defaultProducts':['p9']");
        open = shop.campaign("'slots':1,'strategies':[{'type':'last_viewed'}],'defaultProducts':['p9']");
    }

    @Test
    void holderOfATokenSeesTheirOwnProducts() {
        assertThat(shop.click(tokens, 1, "token=" + shop.token(tokens, ANNA))).endsWith("/p3");
        assertThat(shop.click(tokens, 1, "amp;TOKEN=%20" + shop.token(tokens, ANNA) + "%20")).endsWith("/p3");
        assertThat(shop.click(tokens, 1, "token=" + customersToken())).endsWith("/p5");
    }

    @Test
    void openCampaignTakesTokensBeforeAnyOtherName() {
        assertThat(shop.click(open, 1, "customerId=C-5&token=" + shop.token(open, ANNA))).endsWith("/p3");
        assertThat(shop.click(open, 1, "userEmail=" + ANNA)).endsWith("/p3");
    }

    @Test
    void whatIsNoTokenOfThisCampaignSeesTheDefaultProducts() {
        String token = shop.token(tokens, ANNA);
        for (String query : List.of("token=forged", "token=" + shop.token(open, ANNA), "token=" + token.substring(1),
                "token=" + token.toLowerCase(), "userEmail=" + ANNA, "customerId=C-5", "", "token=*|TOKEN|*")) {
            assertThat(shop.click(tokens, 1, query)).as(query).endsWith("/p9");
        }
    }

    @Test
    void oldKeyGoesOnUntilTheSecondRotation() {
        String token = shop.token(tokens, ANNA);
        assertThat(shop.click(tokens, 1, "send=1&token=" + token)).endsWith("/p3");
        shop.tokenKeys.rotate(shop.website.id());

        assertThat(shop.click(tokens, 1, "send=1&token=" + token)).endsWith("/p3");
        assertThat(shop.click(tokens, 1, "send=2&token=" + token)).endsWith("/p3");

        shop.tokenKeys.rotate(shop.website.id());
        assertThat(shop.click(tokens, 1, "send=1&token=" + token)).endsWith("/p9");
        assertThat(shop.click(tokens, 1, "send=1&token=" + shop.token(tokens, ANNA))).endsWith("/p3");
    }

    @Test
    void lockIsThePersonsWhicheverKeyMadeTheToken() {
        String first = recipient("token=" + shop.token(tokens, ANNA));
        shop.tokenKeys.rotate(shop.website.id());

        assertEquals(first, recipient("token=" + shop.token(tokens, ANNA)));
        assertNotEquals(first, recipient("token=" + customersToken()));
        assertNotEquals(first, recipient("userEmail=" + ANNA));
    }

    @Test
    void strangersHaveLocksOfTheirOwn() {
        List<String> locks = IntStream.range(0, 4).mapToObj(i -> recipient(
                List.of("token=forged", "token=forged2", "userEmail=" + ANNA, "").get(i))).toList();

        assertThat(locks).doesNotHaveDuplicates();
        assertEquals(locks.getFirst(), recipient("token=forged"));
    }

    @Test
    void lockOfATimeWhenNamesCountedIsNotShownToWhoMerelyNamesThePerson() {
        assertThat(shop.click(open, 1, "send=1&userEmail=" + ANNA)).endsWith("/p3");
        shop.change(open, "'slots':1,'identity':'token','defaultProducts':['p9']");

        assertThat(shop.click(open, 1, "send=1&userEmail=" + ANNA)).endsWith("/p9");
    }

    @Test
    void forgedTokenIsAnsweredAsAGoodOne() {
        String stranger = shop.token(tokens, "nobody-knows@example.com");
        for (String path : List.of("1.png?send=9&token=", "1/click?send=9&token=")) {
            for (String method : List.of("HEAD", "GET")) {
                Answer good = answer(method, path + stranger);
                Answer forged = answer(method, path + stranger.substring(0, 71) + '~');

                assertEquals(good.status(), forged.status());
                assertEquals(headers(good), headers(forged));
                assertArrayEquals(good.body(), forged.body());
            }
        }
    }

    @Test
    void pictureOfAForgedTokenHasTheHeadersOfAPersonalOne() {
        Answer personal = answer("GET", "1.png?token=" + shop.token(tokens, ANNA));
        Answer forged = answer("GET", "1.png?token=forged");

        assertEquals(names(personal), names(forged));
        assertEquals(personal.header("Cache-Control"), forged.header("Cache-Control"));
        assertEquals(personal.size(), forged.size());
        assertNotEquals(personal.header("ETag"), forged.header("ETag"));
    }

    @Test
    void headLocksNothing() {
        answer("HEAD", "1.png?send=8&token=" + shop.token(tokens, ANNA));
        shop.view(shop.shopper(ANNA), "p4");

        assertThat(shop.click(tokens, 1, "send=8&token=" + shop.token(tokens, ANNA))).endsWith("/p4");
        shop.view(shop.shopper(ANNA), "p3");
    }

    @Test
    void operatorSeesWhatTheTokenLocked() {
        shop.click(tokens, 1, "send=7&token=" + shop.token(tokens, ANNA));

        Answer explained = shop.client.send("POST", shop.api("/campaigns/" + tokens.id() + "/explain"),
                "{\"userEmail\":\"" + ANNA + "\",\"send\":\"7\"}", "Authorization: Bearer " + shop.key(Scope.READ));
        assertThat(explained.text()).contains("\"productNumber\":\"p3\"", "\"locked\":true");
    }

    private String customersToken() {
        return shop.tokens.mint(shop.website.id(), tokens.id()).token(Owner.of(shop.personalData.customerId("C-5")));
    }

    private String recipient(String query) {
        shop.visits.clear();
        shop.counted("/serve/tile/" + tokens.id() + "/1.png?" + query);
        return shop.visits.element().letter().map(TileLetter::recipient).orElseThrow();
    }

    private Answer answer(String method, String path) {
        return shop.client.send(method, "/serve/tile/" + tokens.id() + "/" + path, "");
    }

    private static List<String> headers(Answer answer) {
        return answer.headers().stream().filter(line -> !line.startsWith("Date")).map(line ->
                line.replaceFirst("aw_source=.*", "aw_source")).sorted().toList();
    }

    private static List<String> names(Answer answer) {
        return answer.headers().stream().map(line -> line.split(":")[0]).sorted().toList();
    }
}
