package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.newsletter.RawClient.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that are asked for as {@code .jpg}. */
class JpegTilesTest extends SharedShop {
    private Campaign campaign;

    @BeforeAll
    static void fill() {
        shop.products(3);
        shop.newsletter.warmUp();
    }

    @BeforeEach
    void clear() {
        campaign = shop.campaign("'slots':1,'template':'still-jpg'");
        shop.sources.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.jpg", "1.jpeg", "1.JPG"})
    void jpegIsSentWhereTheTemplateOffersIt(String name) {
        Answer jpeg = get(name, "");

        assertThat(jpeg.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(jpeg.body()).startsWith(0xFF, 0xD8, 0xFF).endsWith(0xFF, 0xD9);
        assertThat(jpeg.size()).isEqualTo("200x100");
        assertThat(jpeg.header("Content-Length")).isEqualTo(String.valueOf(jpeg.body().length));
        assertThat(jpeg.header("Cache-Control")).isEqualTo("private, no-cache, max-age=0, no-transform");
    }

    @Test
    void jpegHasATagOfItsOwn() {
        String etag = get("1.jpg", "").header("ETag");
        Answer png = get("1.png", "");

        Answer again = shop.client.get(target("1.jpg", ""), "If-None-Match: " + etag);

        assertThat(png.header("Content-Type")).isEqualTo("image/png");
        assertThat(png.header("ETag")).isNotEqualTo(etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("Content-Type")).isEqualTo("image/jpeg");
    }

    @Test
    void jpegIsDrawnOnce() {
        shop.product("once");
        campaign = shop.campaign("'slots':1,'template':'still-jpg','pinnedProducts':['once']");

        for (int i = 0; i < 5; i++) {
            get("1.jpg", "userEmail=reader" + i + "@example.com&x=" + i);
        }

        assertThat(shop.sources.stream().filter(source -> source == TileSource.DRAWN)).hasSize(1);
    }

    @Test
    void pngIsSentUnderItsNameWhereTheTemplateOffersNone() {
        campaign = shop.campaign("'slots':1,'template':'live'");

        Answer answer = get("1.jpg", "");

        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
        assertThat(answer.body()).isEqualTo(get("1.png", "").body());
        assertThat(answer.header("ETag")).isEqualTo(get("1.png", "").header("ETag"));
    }

    @Test
    void neutralPictureIsAJpegToo() {
        Answer beyond = shop.client.get(target("9.jpg", ""));

        assertThat(beyond.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(beyond.body()).startsWith(0xFF, 0xD8, 0xFF).endsWith(0xFF, 0xD9);
        assertThat(beyond.size()).isEqualTo("200x100");
        assertThat(beyond.header("Cache-Control")).isEqualTo("no-store");
        assertThat(shop.client.get(target("9.png", "")).header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void neutralPictureIsAPngWhereTheTemplateOffersNoJpeg() {
        campaign = shop.campaign("'slots':1,'template':'live'");

        Answer beyond = shop.client.get(target("9.jpg", ""));

        assertThat(beyond.header("Content-Type")).isEqualTo("image/png");
        assertThat(beyond.body()).isEqualTo(shop.client.get(target("9.png", "")).body());
    }

    @Test
    void namesAreDrawnIntoJpegs() {
        campaign = shop.campaign("'slots':1,'template':'live-jpg','liveText':true");
        String token = "token=" + shop.token(campaign, "anna@example.com");

        Answer anna = get("1.jpg", token + "&firstName=Anna");

        assertThat(anna.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(anna.body()).isNotEqualTo(get("1.jpg", token).body())
                .isNotEqualTo(get("1.jpg", token + "&firstName=Lena").body())
                .isEqualTo(get("1.jpg", token + "&firstName=Anna").body());
        assertThat(shop.client.get(target("1.jpg", token + "&firstName=Anna"),
                "If-None-Match: " + anna.header("ETag")).status()).isEqualTo(304);
        assertThat(shop.sources.stream().filter(source -> source == TileSource.DRAWN)).hasSizeLessThanOrEqualTo(3);
    }

    private String target(String name, String query) {
        return "/serve/tile/" + campaign.id() + "/" + name + "?" + query;
    }

    private Answer get(String name, String query) {
        return shop.tile(target(name, query));
    }
}
