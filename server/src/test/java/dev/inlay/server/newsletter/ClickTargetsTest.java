package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.Secret;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.catalogue.Product;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClickTargetsTest extends SharedShop {
    private static Campaign campaign;

    @BeforeAll
    static void open() {
        campaign = shop.campaign("'slots':1,'pinnedProducts':['it'],"
                + "'utm':{'source':'mail','campaign':'a&b=c#d \u00e9'}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "https://shop.example/p | https://shop.example/p?UTM#aw_source=",
        "https://shop.example | https://shop.example?UTM#aw_source=",
        "https://shop.example/p?a=1&b=%20x | https://shop.example/p?a=1&b=%20x&UTM#aw_source=",
        "https://shop.example/p?utm_source=old&a=1&UTM_Medium=x&utm_id=9 | https://shop.example/p?a=1&UTM#aw_source=",
        "https://shop.example/p?ut%6d_source=old | https://shop.example/p?UTM#aw_source=",
        "https://shop.example/p#own | https://shop.example/p?UTM#own&aw_source=",
        "https://shop.example/p# | https://shop.example/p?UTM#aw_source=",
        "https://shop.example/p#own&aw_source=old | https://shop.example/p?UTM#own&aw_source=",
        "https://shop.example/p#aw_id=old&own | https://shop.example/p?UTM#own&aw_source=",
        "https://www.shop.example/p | https://www.shop.example/p?UTM#aw_source=",
        "https://shop.example/p?a=1#/route?x=1 | https://shop.example/p?a=1&UTM#/route?x=1&aw_source=",
        "https://SHOP.example/\u00fcber \"x\" | https://shop.example/%C3%BCber%20%22x%22?UTM#aw_source=",
        "https://shop.example/100% | https://shop.example/100%25?UTM#aw_source=",
        "http://shop.example:8080/p | http://shop.example:8080/p?UTM#aw_source="
    })
    void urlOfTheProductIsKeptButForUtm(String url, String expected) {
        assertThat(location(url)).startsWith(expected.replace("UTM",
                "utm_source=mail&utm_campaign=a%26b%3Dc%23d%20%C3%A9"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "https://evil.example/", "//evil.example/", "https://shop.example@evil.example/", "https://user@shop.example/",
        "https://shop.example\\@evil.example/", "https://shop.example.evil.example/", "javascript:alert(1)", "/p/1",
        "ftp://shop.example/", "https:shop.example/p", "https://shop.example:99999/", "nonsense"
    })
    void whatIsNoPageOfTheShopLeadsHome(String url) {
        assertThat(location(url)).isEqualTo("https://shop.example/");
    }

    @Test
    void controlCharactersLeadHome() {
        assertThat(location("https://shop.example/a\r\nSet-Cookie: x=1")).isEqualTo("https://shop.example/");
        assertThat(location("https://shop.example/a\u0000b")).isEqualTo("https://shop.example/");
        assertThat(location("https://sh\top.example/")).isEqualTo("https://shop.example/");
    }

    @Test
    void codeIsAReportForItsOwnWebsiteOnly() {
        String code = location("https://shop.example/p").replaceFirst(".*aw_source=", "");
        ClickReports reports = new ClickReports(
                new Secret("a secret of the tests, long enough".getBytes()), shop.campaigns, shop.identities,
                shop.consents, shop.now::get);

        assertThat(reports.read(shop.website.id(), code)).map(ClickCode::productNumber).contains("it");
        assertThat(reports.read(shop.website.id() + 1, code)).isEmpty();
        assertThat(reports.read(shop.website.id(), "x" + code)).isEmpty();
    }

    @Test
    void codeNamesThePictureUntilItExpires() {
        String code = location("https://shop.example/p").replaceFirst(".*aw_source=", "");
        ClickCodes codes = new ClickCodes(
                new Secret("a secret of the tests, long enough".getBytes()), shop.now::get);

        ClickCode known = codes.read(code).orElseThrow();

        assertThat(known.campaignId()).isEqualTo(campaign.id());
        assertThat(known.slot()).isEqualTo(1);
        assertThat(known.productNumber()).isEqualTo("it");
        for (int i = 0; i < code.length(); i++) {
            char other = code.charAt(i) == 'A' ? 'B' : 'A';
            String forged = code.substring(0, i) + other + code.substring(i + 1);
            assertThat(codes.read(forged).filter(read -> !read.equals(known))).isEmpty();
        }
        assertThat(new ClickCodes(new Secret("a secret of the tests, long enough".getBytes()),
                () -> shop.now.get().plus(Duration.ofDays(31))).read(code)).isEmpty();
    }

    private static String location(String url) {
        shop.put(Product.of("it", "It", url, "https://img.example/it.jpg", BigDecimal.TEN));
        return shop.client.get("/serve/tile/" + campaign.id() + "/1/click?userEmail=a@example.com").header("Location");
    }
}
