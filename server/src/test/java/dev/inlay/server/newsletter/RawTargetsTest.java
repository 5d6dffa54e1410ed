package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever a mail client makes of a URL, it gets a picture, and a redirect for a click. */
class RawTargetsTest extends SharedShop {
    private static final List<String> QUERIES = List.of(
            "", "?", "??", "?&", "?=", "?%", "?%%", "?%zz", "?%4", "?userEmail", "?userEmail=", "?userEmail=%",
            "?userEmail=*|EMAIL|*", "?userEmail=%%emailaddr%%", "?userEmail={{person.email}}", "?userEmail={$email}",
            "?userEmail=[email]", "?userEmail=[[contact.email]]", "?userEmail=<persondata.EMAIL>",
                    "?userEmail=\"a\"@b.c",
            "?userEmail=<%=recipient.email%>", "?userEmail=~Contact.Email~", "?userEmail=$SUBSCRIBER.EMAIL$",
                    "?userEmail=a|b",
            "?userEmail={{${email_address}}}", "?userEmail=100%", "?userEmail=a%00b@c.d", "?userEmail=a%0d%0ab@c.d",
            "?userEmail=%ff%fe@example.com", "?userEmail=%C3%B8@example.com", "?userEmail=\u00f8re@bl\u00e5b\u00e6r.dk",
            "?userEmail=\u5f20@example.cn", "?userEmail=a\\b@c.d", "?userEmail=a^b@c.d", "?userEmail=a`b@c.d",
            "?send=\t1&userEmail=a@b.c", "?send=a+b%2Bc&userEmail=a+b@c.d", "?userEmail=a@b.c#fragment", "?#", "#",
            "?userEmail=a@b.c&amp;send=1", "?send=1;userEmail=a@b.c", "?userEmail=a@b.c?x=1", "?a=1&a=2&a=3",
            "?userEmail=a b@c.d", "? userEmail=a@b.c", "?userEmail=Anna Smith <anna@example.com>",
            "?firstName=<script>alert(1)</script>", "?" + "x".repeat(8_000), "?userEmail=" + "a".repeat(7_000) + "@b.c",
            "?" + "a&".repeat(3_000), "?userEmail=" + "%25".repeat(2_000));

    private static final List<String> SUFFIXES = List.of("", "/", "//", "'", "\"", "%27", "%22%3E", "\"><b>", "%",
            "%zz", ",",
            ")", ";jsessionid=1", "%00", "%20", "\u00f8", "/%27", "/\"/");

    private static Campaign campaign;

    @BeforeAll
    static void open() {
        shop.products(3);
        campaign = shop.campaign("'slots':3");
    }

    @Test
    void everyQueryGetsAPicture() {
        for (String query : QUERIES) {
            expectPicture("/serve/tile/" + campaign.id() + "/1.png" + query, StandardCharsets.UTF_8, "568x800");
            expectPicture("/serve/tile/" + campaign.id() + "/1.png" + query, StandardCharsets.ISO_8859_1, "568x800");
        }
    }

    @Test
    void everyQueryOfAClickLeadsToTheShop() {
        for (String query : QUERIES) {
            RawClient.Answer answer = exchange("/serve/tile/" + campaign.id() + "/1/click" + query,
                    StandardCharsets.UTF_8);

            assertThat(answer.status()).as(query).isEqualTo(302);
            assertThat(answer.header("Location")).as(query).startsWith("https://shop.example/");
        }
    }

    @Test
    void whatFollowsTheSlotIsPassedOver() {
        for (String suffix : SUFFIXES) {
            expectPicture("/serve/tile/" + campaign.id() + "/1.png" + suffix, StandardCharsets.UTF_8, "568x800");
            expectPicture("/serve/tile/" + campaign.id() + "/1.jpg" + suffix, StandardCharsets.UTF_8, "568x800");
            assertThat(exchange("/serve/tile/" + campaign.id() + "/1/click" + suffix, StandardCharsets.UTF_8).status())
                    .as(suffix).isEqualTo(302);
        }
    }

    @Test
    void oddPathsGetAPicture() {
        for (String path : List.of("//serve//tile//%s//1.png", "/serve/tile/%s/./1.png", "/serve/t%%69le/%s/1.png",
                "http://other.example/serve/tile/%s/1.png", "/serve/tile/%s/1.PNG", "/serve/tile/%s/01.png",
                "/serve/tile/%s/1'.png", "/serve/tile/%s/1%%22.png")) {
            expectPicture(path.formatted(campaign.id()), StandardCharsets.UTF_8, "568x800");
        }
        for (String path : List.of("/serve/tile/%zz/1.png", "/serve/tile/%2F/1.png", "/serve/tile/%00/1.png",
                "/serve/tile/a%2Fb/%.png", "/serve/tile/x/-1.png", "/serve/tile/x/1e3.png",
                        "/serve/tile/x/99999999999.png")) {
            expectPicture(path, StandardCharsets.UTF_8, "1200x600");
        }
    }

    @Test
    void requestLineThatIsTooLongIsToldSoAndTheNextRequestIsFine() {
        assertThat(exchange("/serve/tile/" + campaign.id() + "/1.png?" + "x".repeat(20_000), StandardCharsets.UTF_8)
                .status())
                .isEqualTo(414);
        expectPicture("/serve/tile/" + campaign.id() + "/1.png", StandardCharsets.UTF_8, "568x800");
    }

    @Test
    void blankInTheRequestLineOfAnotherPathIsABadRequest() {
        assertThat(exchange("/api/web sites", StandardCharsets.UTF_8).status()).isEqualTo(400);
    }

    private static void expectPicture(String target, Charset charset, String size) {
        RawClient.Answer answer = exchange(target, charset);

        assertThat(answer.status()).as(target).isEqualTo(200);
        assertThat(answer.header("Content-Type")).as(target).isEqualTo("image/png");
        assertThat(answer.size()).as(target).isEqualTo(size);
    }

    private static RawClient.Answer exchange(String target, Charset charset) {
        String request = "GET " + target + " HTTP/1.1\r\nHost: inlay.example\r\n\r\n";
        return shop.client.exchange(request.getBytes(charset), false);
    }
}
