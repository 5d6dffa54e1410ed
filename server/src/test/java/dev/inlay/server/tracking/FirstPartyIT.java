package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import dev.inlay.server.Chromium;
import dev.inlay.server.Client;
import dev.inlay.server.Nginx;
import dev.inlay.server.ServerProcess;
import dev.inlay.server.SmallShop;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way of a shopper, with the server as it is shipped, nginx as the shop's web server, and a browser: from the
 * first page over a newsletter to a browser that lost its cookie and comes back.
 */
class FirstPartyIT {
    private static final int PRODUCTS = 4;
    private static final String ANNA = "anna@example.test";
    private static final String MAIL = "?send=w1&userEmail=anna%40example.test";

    @TempDir
    Path folder;

    private ServerProcess server;
    private ShopPages pages;
    private Nginx nginx;
    private SmallShop shop;
    private Chromium.Window window;
    private Page page;
    private String campaign;

    @BeforeEach
    void openShop() throws Exception {
        window = Chromium.open(800, 600);
        page = window.page();
        pages = new ShopPages();
        server = ServerProcess.start("first-party", Map.of());
        nginx = Nginx.start(folder, pages.port(), server.port());
        shop = SmallShop.open(server.client(), PRODUCTS, nginx.url(""));
        IntStream.rangeClosed(1, PRODUCTS).forEach(this::putPage);
        campaign = server.client().post(shop.api("campaigns"), Map.of("name", "News", "slots", 2, "reidentify", true,
                "strategies", List.of(Map.of("type", "last_viewed")))).json().get("id").textValue();
    }

    @AfterEach
    void closeShop() throws Exception {
        if (shop != null) {
            shop.close();
        }
        if (nginx != null) {
            nginx.close();
        }
        if (server != null) {
            server.close();
        }
        pages.close();
        window.close();
    }

    @Test
    void clickInANewsletterBringsABrowserBackThatLostItsCookie() throws Exception {
        String first = visit(nginx.url("/p/3"));
        told("email", () -> page.evaluate("hrq.push(['setCustomerEmail','" + ANNA + "'])"));
        HttpResponse<byte[]> picture = server.client().open("/serve/tile/" + campaign + "/1.png" + MAIL);
        assertEquals("image/png", picture.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(first, visit(click()));
        assertThat(page.url()).startsWith(nginx.url("/p/3")).doesNotContain("#", "aw_");

        window.context().clearCookies();
        assertThat(historyOf(visit(nginx.url("/p/1")))).containsExactly("P1");
        window.context().clearCookies();
        String second = visit(click());

        assertThat(second).isNotEqualTo(first);
        assertThat(page.url()).startsWith(nginx.url("/p/3")).doesNotContain("#", "aw_");
        JsonNode explained = explain(Map.of("userEmail", ANNA));
        assertThat(texts(explained.at("/identity/trackingUsers"), "")).containsExactly(second, first);
        assertEquals(explained.get("history"), explain(Map.of("trackingUserId", second)).get("history"));
        assertThat(historyOf(second)).containsExactly("P3", "P3", "P3");
    }

    @Test
    void clickCountsOnceHoweverOftenItsPageIsLoadedAndItsCodeIsReported() throws Exception {
        server.client().open("/serve/tile/" + campaign + "/1.png" + MAIL);
        Response landing = landing(click());
        String code = landing.request().redirectedFrom().existingResponse().headerValue("Location")
                .replaceFirst(".*#aw_source=([^&]*).*", "$1");
        told("pageview", page::reload);
        told("click", () -> page.evaluate("code => hrq.push(['trackClick', code])", code));

        JsonNode statistics = statistics(1);

        assertEquals(1, total(statistics.get("clicks")));
        assertEquals(1, total(statistics.at("/slots/0/clicks")));
        assertEquals(1, statistics.at("/products/0/clicks").intValue());
        assertEquals(1, statistics.at("/days/29/clicks").intValue());
    }

    private void putPage(int product) {
        pages.put("/p/" + product, "<!doctype html><title>Product</title><script async "
                + "src='/inlay/sdk.js?websiteUuid=" + shop.uuid() + "'></script>", Map.of());
    }

    private String click() {
        return server.client().uri("/serve/tile/" + campaign + "/1/click" + MAIL).toString();
    }

    /** Goes to {@code url}; returns the cookie, once the server has set it and knows of the visit. */
    private String visit(String url) {
        landing(url);
        Cookie cookie = window.context().cookies().stream().filter(one -> one.name.equals("hello_retail_id"))
                .findFirst().orElseThrow();
        return cookie.value;
    }

    private Response landing(String url) {
        List<Response> answers = new ArrayList<>();
        told("pageview", () -> answers.add(page.navigate(url)));
        return answers.getFirst();
    }

    private void told(String path, Runnable doing) {
        Response answer = page.waitForResponse(nginx.url("/inlay/serve/collect/" + path), doing);
        assertTrue(answer.ok(), path);
        assertThat(answer.text()).doesNotContain("ignored");
    }

    private JsonNode explain(Map<String, String> who) throws Exception {
        Client.Answer answer = server.client().post(shop.api("campaigns/" + campaign + "/explain"), who);
        assertEquals(200, answer.status());
        return answer.json();
    }

    private List<String> historyOf(String trackingUser) throws Exception {
        return texts(explain(Map.of("trackingUserId", trackingUser)).get("history"), "/productNumber");
    }

    /** A click counts once it was answered: shortly after whoever asked may ask how many there were. */
    private JsonNode statistics(int clicks) throws Exception {
        JsonNode statistics = server.client().get(shop.api("campaigns/" + campaign + "/statistics")).json();
        for (int tries = 0; tries < 400 && total(statistics.get("clicks")) < clicks; tries++) {
            Thread.sleep(50);
            statistics = server.client().get(shop.api("campaigns/" + campaign + "/statistics")).json();
        }
        return statistics;
    }

    private static List<String> texts(JsonNode list, String pointer) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.at(pointer).asText()));
        return texts;
    }

    private static int total(JsonNode numbers) {
        int total = 0;
        for (JsonNode number : numbers) {
            total += number.intValue();
        }
        return total;
    }
}
