package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.Shared;
import dev.inlay.server.http.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing that a request, a feed or an operator says leads a click away from the shop. */
class OpenRedirectTest extends SharedShop {
    private static final List<String> PARAMETERS = List.of("userEmail", "customerId", "token", "send", "url",
            "redirect", "next", "fallback", "fallbackUrl", "productNumber", "template", "utm_source", "firstName",
            "aw_source");

    private static final Pattern PLAIN =
            Pattern.compile("https://shop\\.example(?:[/?#](?:(?!\\\\)[\\x21-\\x7e])*)?");

    private static Campaign campaign;

    @BeforeAll
    static void open() {
        shop.products(3);
        campaign = shop.campaign("'slots':2,'utm':{'source':'x'}");
    }

    @Test
    void noParameterChoosesTheHost() throws Exception {
        for (String payload : payloads()) {
            expectShop("/serve/tile/" + campaign.id() + "/1/click?" + everywhere(encoded(payload)));
            if (payload.chars().allMatch(character -> character > ' ' && character < 127)) {
                expectShop("/serve/tile/" + campaign.id() + "/1/click?" + everywhere(payload));
            }
        }
    }

    @Test
    void noPathChoosesTheHost() throws Exception {
        for (String payload : payloads()) {
            for (String path : List.of(campaign.id() + "/" + encoded(payload) + "/click", encoded(payload) + "/1/click",
                    campaign.id() + "/1/click" + encoded(payload))) {
                RawClient.Answer answer = shop.client.get("/serve/tile/" + path);

                assertThat(answer.status()).as(path).isIn(302, 404);
                assertThat(answer.status() == 404 || isShop(answer)).as(path + answer.headers()).isTrue();
            }
        }
    }

    @Test
    void noUrlOfAProductLeadsElsewhere() throws Exception {
        Campaign one = shop.campaign("'slots':1,'pinnedProducts':['evil']");
        for (String payload : payloads()) {
            shop.put(Product.of("evil", "Evil", payload, "https://img.example/evil.jpg", BigDecimal.ONE));

            expectShop("/serve/tile/" + one.id() + "/1/click?userEmail=a@example.com");
        }
    }

    @Test
    void noUtmValueBreaksOut() throws Exception {
        for (String payload : payloads()) {
            if (!payload.isBlank() && payload.length() < 255 && payload.indexOf('\0') < 0) {
                Campaign utm = shop.change(campaign, "'slots':1,'utm':" + Json.mapper().writeValueAsString(
                        Map.of("source", payload, "medium", payload)).replace("'", "\\u0027"));

                expectShop("/serve/tile/" + utm.id() + "/1/click?userEmail=a@example.com");
            }
        }
        shop.change(campaign, "'slots':2");
    }

    private static void expectShop(String target) {
        RawClient.Answer answer = shop.client.get(target);

        assertThat(answer.status()).as(target).isEqualTo(302);
        assertThat(isShop(answer)).as(target + " leads to " + answer.headers()).isTrue();
    }

    /** One Location, plain ASCII, whose host no browser can read as another. */
    private static boolean isShop(RawClient.Answer answer) {
        String location = answer.header("Location");
        long count = answer.headers().stream().filter(line -> line.toLowerCase().startsWith("location:")).count();
        return count == 1 && PLAIN.matcher(location).matches()
                && URI.create(location).getHost().equals("shop.example")
                && answer.headers().stream().allMatch(line -> line.contains(":"));
    }

    private static String everywhere(String value) {
        return PARAMETERS.stream().map(name -> name + "=" + value).collect(Collectors.joining("&"));
    }

    private static String encoded(String payload) {
        return URLEncoder.encode(payload, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> payloads() throws Exception {
        return Files.readAllLines(Shared.path("corpora/open-redirect/cases.jsonl")).stream().map(line ->
                Json.parseObject(line.getBytes(StandardCharsets.UTF_8)).get("value").textValue()).toList();
    }
}
