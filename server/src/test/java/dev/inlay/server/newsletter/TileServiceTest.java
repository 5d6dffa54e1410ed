package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.TrackingUserId;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileServiceTest {
    private static final String ANNA = "send=1&userEmail=anna@example.com";

    @TempDir
    static Path folder;

    private static TestShop shop;
    private static Campaign campaign;
    private static TrackingUserId anna;

    @BeforeAll
    static void open() {
        shop = TestShop.on(folder);
        shop.products(6);
        campaign = shop.campaign("'slots':3,'utm':{'source':'news letter','medium':'email'}");
        anna = shop.shopper("anna@example.com");
        shop.view(anna, "p4");
        shop.newsletter.warmUp();
    }

    @AfterAll
    static void close() {
        shop.close();
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
}
