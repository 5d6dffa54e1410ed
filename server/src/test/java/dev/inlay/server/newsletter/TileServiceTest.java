package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.TrackingUserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TileServiceTest extends SharedShop {
    private static final String ANNA = "send=1&userEmail=anna@example.com";

    private static Campaign campaign;
    private static TrackingUserId anna;

    @BeforeAll
    static void open() {
        shop.products(6);
        campaign = shop.campaign("'slots':3,'utm':{'source':'news letter','medium':'email'}");
        anna = shop.shopper("anna@example.com");
        shop.view(anna, "p4");
        shop.newsletter.warmUp();
    }

    @Test
    void pictureHasTheTemplatesSizeAndExactlyTheHeadersOfTheContract() {
        RawClient.Answer picture = shop.picture(campaign, 1, ANNA);

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.size()).isEqualTo("568x800");
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
        assertThat(picture.header("Content-Length")).isEqualTo(String.valueOf(picture.body().length));
        assertThat(picture.header("Cache-Control")).isEqualTo("private, no-cache, max-age=0, no-transform");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(picture.header("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(picture.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(picture.header("ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(picture.has("Set-Cookie") || picture.has("Transfer-Encoding") || picture.has("Location")).isFalse();
    }

    @Test
    void clickLeadsToTheProductThatThePictureShowed() {
        byte[] opened = shop.picture(campaign, 1, ANNA).body();
        shop.view(anna, "p5");

        assertThat(shop.click(campaign, 1, ANNA))
                .isEqualTo("https://shop.example/p/p4?utm_source=news%20letter&utm_medium=email");
        assertThat(shop.picture(campaign, 1, ANNA).body()).isEqualTo(opened);
    }

    @Test
    void clickCarriesAnOpaqueCodeAndNothingOfTheRecipient() {
        RawClient.Answer click = shop.client.get("/serve/tile/" + campaign.id() + "/1/click?" + ANNA);

        assertThat(click.status()).isEqualTo(302);
        assertThat(click.header("Location")).matches("https://shop.example/p/p4\\?.*#aw_source=[A-Za-z0-9_-]{40,}");
        assertThat(click.header("Location")).doesNotContain("anna").doesNotContain("@");
        assertThat(click.header("Cache-Control")).isEqualTo("no-store");
        assertThat(click.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(click.header("Content-Length")).isEqualTo("0");
    }

    @Test
    void headHasTheHeadersOfGetAndLocksNothing() {
        String nobody = "send=head&userEmail=nobody@example.com";

        RawClient.Answer head = shop.client.send("HEAD", "/serve/tile/" + campaign.id() + "/1.png?" + nobody, "");

        RawClient.Answer get = shop.picture(campaign, 1, nobody);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo(String.valueOf(get.body().length));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        assertThat(head.header("Cache-Control")).isEqualTo(get.header("Cache-Control"));
    }

    @Test
    void headAnswersAsTheLockThatComesLaterWillAndDoesNotMakeIt() {
        String late = "send=head2&userEmail=late@example.com";
        TrackingUserId shopper = shop.shopper("late@example.com");

        shop.client.send("HEAD", "/serve/tile/" + campaign.id() + "/1.png?" + late, "");
        shop.client.send("HEAD", "/serve/tile/" + campaign.id() + "/1/click?" + late, "");
        shop.client.get("/serve/tile/" + campaign.id() + "/1/click?" + late, "User-Agent: Slackbot-LinkExpanding 1.0");
        shop.view(shopper, "p6");

        assertThat(shop.click(campaign, 1, late)).startsWith("https://shop.example/p/p6");
    }

    @Test
    void knownPictureIsNotSentAgain() {
        String etag = shop.picture(campaign, 2, ANNA).header("ETag");
        String target = "/serve/tile/" + campaign.id() + "/2.png?" + ANNA;

        for (String known : new String[] {etag, "\"other\", " + etag, "W/" + etag, "*"}) {
            RawClient.Answer answer = shop.client.get(target, "If-None-Match: " + known);

            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.header("ETag")).isEqualTo(etag);
            assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache, max-age=0, no-transform");
        }
        assertThat(shop.client.get(target, "If-None-Match: \"other\"").status()).isEqualTo(200);
    }

    @Test
    void neutralPictureIsTaggedButNotKept() {
        String target = "/serve/tile/" + campaign.id() + "/24.png?" + ANNA;
        RawClient.Answer neutral = shop.client.get(target);

        RawClient.Answer again = shop.client.get(target, "If-None-Match: " + neutral.header("ETag"));

        assertThat(neutral.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void headWithARawBlankGetsNoBody() {
        String request = "HEAD /serve/tile/" + campaign.id() + "/1.png?a b HTTP/1.1\r\nHost: inlay.example\r\n\r\n";

        RawClient.Answer answer = shop.client.exchange(request.getBytes(StandardCharsets.US_ASCII), false);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void otherMethodsAreRefused() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            RawClient.Answer answer = shop.client.send(method, "/serve/tile/" + campaign.id() + "/1.png", "");

            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
        }
        assertThat(shop.client.send("POST", "/serve/tile/" + campaign.id() + "/1/click", "").status()).isEqualTo(405);
    }

    @Test
    void rangeAndAcceptChangeNothing() {
        byte[] whole = shop.picture(campaign, 1, ANNA).body();
        String target = "/serve/tile/" + campaign.id() + "/1.png?" + ANNA;

        RawClient.Answer answer = shop.client.get(target, "Range: bytes=0-0", "Accept: image/webp,image/avif");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(whole);
    }

    @Test
    void slotsBeyondTheCampaignsShowTheTemplatesNeutralPicture() {
        RawClient.Answer beyond = shop.picture(campaign, 4, ANNA);

        assertThat(beyond.size()).isEqualTo("568x800");
        assertThat(beyond.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shop.click(campaign, 4, ANNA)).isEqualTo("https://shop.example/");
    }

    @Test
    void whatIsNoSlotOrNoCampaignShowsAPictureOf1200x600() {
        for (String path : new String[] {campaign.id() + "/0", campaign.id() + "/25", campaign.id() + "/abc",
                "nothing/1"}) {
            RawClient.Answer answer = shop.client.get("/serve/tile/" + path + ".png?" + ANNA);

            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.size()).as(path).isEqualTo("1200x600");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void clickOnWhatIsNoSlotLeadsHomeAndWithoutCampaignNowhere() {
        assertThat(shop.client.get("/serve/tile/" + campaign.id() + "/25/click?" + ANNA).header("Location"))
                .isEqualTo("https://shop.example/");
        assertThat(shop.client.get("/serve/tile/nothing/1/click?" + ANNA).status()).isEqualTo(404);
    }

    @Test
    void pathsThatAreNoTilesAreNotFound() {
        for (String path : new String[] {"/serve/tile", "/serve/tile/", "/serve/tile/abc", "/serve/tile/abc/1",
                "/serve/tile/abc/1.gif", "/serve/tile/abc/1/clicks", "/serve/tile/abc/def/ghi"}) {
            assertThat(shop.client.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void jpgIsThePngWhereTheTemplateOffersNone() {
        byte[] png = shop.tile("/serve/tile/" + campaign.id() + "/1.png?" + ANNA).body();

        assertThat(shop.tile("/serve/tile/" + campaign.id() + "/1.jpg?" + ANNA).body()).isEqualTo(png);
    }

    @Test
    void nothingToShowIsNeutralAndLeadsToTheFallbackPage() {
        Campaign empty = shop.campaign("'slots':2,'fill':false,"
                + "'strategies':[{'type':'fixed_list','filter':{'productNumbers':['x']}}],"
                + "'fallbackUrl':'https://shop.example/sale','utm':{'medium':'email'}");

        assertThat(shop.picture(empty, 1, ANNA).header("Cache-Control")).isEqualTo("no-store");
        assertThat(shop.picture(empty, 1, ANNA).size()).isEqualTo("568x800");
        assertThat(shop.click(empty, 1, ANNA)).isEqualTo("https://shop.example/sale?utm_medium=email");
    }

    @Test
    void knownAndUnknownRecipientsGetTheSameHeaders() {
        RawClient.Answer known = shop.picture(campaign, 1, ANNA);
        RawClient.Answer unknown = shop.picture(campaign, 1, "send=1&userEmail=stranger@example.com");

        assertThat(names(unknown)).isEqualTo(names(known));
    }

    private static List<String> names(RawClient.Answer answer) {
        return answer.headers().stream().map(line -> line.replaceFirst(":.*", "")).sorted().toList();
    }
}
