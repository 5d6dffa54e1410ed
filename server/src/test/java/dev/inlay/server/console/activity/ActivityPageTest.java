package dev.inlay.server.console.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
import dev.inlay.server.console.Contrast;
import dev.inlay.server.console.HostileStrings;
import dev.inlay.server.console.Shopper;
import dev.inlay.server.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityPageTest {
    private static final String PHONE = "66f1a2b3c4d5e6f708192a3b";

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private ConsoleShop shop;
    private Shopper shopper;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void shop() {
        shop = ConsoleShop.open(desk, "Daybird", List.of("Wanderer boots", "Merino socks"));
        shopper = new Shopper(desk, shop.uuid(), PHONE);
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void whatHappensShowsByItself() {
        try (Chromium.Window window = activity(1280)) {
            assertThat(window.page().textContent("#live")).contains("Nothing has arrived yet");

            shopper.views("P1");
            window.page().waitForSelector("#latest .entry:has-text('Wanderer boots')");
            assertThat(window.page().textContent("#live")).doesNotContain("Nothing has arrived yet");
            window.page().focus("#latest .entry a");
            Object focused = window.page().evaluate("document.activeElement.id");
            shopper.putsIntoCart("no-such-number");
            window.page().waitForSelector("#latest .entry:has-text('no-such-number') mark:text('unmatched')");

            assertEquals(2, window.page().locator("#latest .entry").count());
            assertEquals(focused, window.page().evaluate("document.activeElement.id"));
            window.page().click("#latest .entry >> nth=0 >> text=66f1a2b3");
            window.page().waitForSelector("h1:has-text('Tracking user " + PHONE + "')");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void aPausedPageStaysAsItIsUntilItIsResumed() {
        shopper.views("P1");
        try (Chromium.Window window = activity(1280)) {
            List<String> polls = new ArrayList<>();
            window.page().focus("#pause");
            window.page().keyboard().press("Enter");
            window.page().waitForSelector("#pause:text('Resume')");
            window.page().onRequest(request -> polls.add(request.url()));
            shopper.views("P2");
            window.page().waitForTimeout(4_000);
            assertThat(polls).isEmpty();
            assertEquals(1, window.page().locator("#latest .entry").count());

            window.page().keyboard().press("Enter");

            window.page().waitForSelector("#latest .entry:has-text('Merino socks')");
            assertEquals("Pause", window.page().textContent("#pause"));
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void theNewestFiftyEventsShow() {
        for (int view = 0; view < 55; view++) {
            shopper.views("n" + view);
        }
        try (Chromium.Window window = activity(1280)) {
            List<String> products = window.page().locator("#latest .product").allTextContents();

            assertEquals(50, products.size());
            assertEquals("n54", products.getFirst());
        }
    }

    @Test
    void unmatchedProductsAreCountedWithAnExampleAndWhatLooksAlike() {
        shopper.views("#p-1", "#p-1", "P2").viewsPage("https://shop.example/items/2?colour=red");
        shopper.viewsPage("https://shop.example/items/2?colour=blue");
        shopper.views("#p-1");
        try (Chromium.Window window = activity(1280)) {
            List<String> rows = window.page().locator("section[aria-labelledby=unmatched] tbody tr").allInnerTexts();

            assertThat(rows).hasSize(2);
            assertThat(rows.get(0)).contains("#p-1", "\t3\t", "66f1a2b3", "Wanderer boots", "P1",
                    "the number sent looks like its product number");
            assertThat(rows.get(1)).contains("https://shop.example/items/2?colour=blue", "\t2\t", "Merino socks",
                    "the end of the URL sent looks like the end of its URL");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void refusedCallsTellWhyAndOfThisShopOnly() {
        Shopper elsewhere = new Shopper(desk, desk.website("Other shop"), PHONE);
        shopper.call("conversion", Json.object().put("orderNumber", " "));
        shopper.call("conversion", Json.object().put("orderNumber", " "));
        elsewhere.call("conversion", Json.object().put("orderNumber", 3.5).put("total", "much"));
        try (Chromium.Window window = activity(1280)) {
            String refused = window.page().locator("section[aria-labelledby=refused] table").first().innerText();

            assertThat(refused).contains("/serve/collect/conversion\torderNumber must not be blank - was ' '\t400\t2\t")
                    .doesNotContain("much");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void mergeTagsLeftAsTheyWereAreCountedByCampaign() {
        String campaign = shop.campaign("Spring letter", "'slots': 2");
        shop.campaign("Quiet letter", "'slots': 2");
        desk.send(HttpRequest.newBuilder(
                URI.create(desk.url("/serve/tile/" + campaign + "/1.png?userEmail=*%7CEMAIL%7C*"))).build());
        try (Chromium.Window window = activity(1280)) {
            assertEquals(List.of("Spring letter\t1"),
                    window.page().locator("section[aria-labelledby=tags] tbody tr").allInnerTexts());
        }
    }

    @Test
    void nothingOfAnotherShopShows() {
        new Shopper(desk, desk.website("Other shop"), "66f1a2b3c4d5e6f708192a44").views("secret-number");
        try (Chromium.Window window = activity(1280)) {
            assertThat(window.page().content()).doesNotContain("secret-number", "66f1a2b3");
        }
    }

    @Test
    void whateverAShopSendsIsShownAsText() {
        List<String> hostile = HostileStrings.all();
        shopper.putsIntoCart(hostile.subList(0, Math.min(900, hostile.size())).toArray(String[]::new));
        hostile.subList(0, 60).forEach(text -> {
            shopper.viewsPage("https://shop.example/" + text);
            shopper.call("conversion", Json.object().put("orderNumber", "1").put("total", text));
        });
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            List<String> dialogs = new ArrayList<>();
            window.page().onDialog(dialog -> dialogs.add(dialog.message()));
            window.page().navigate(shop.page("/activity"));
            window.page().waitForSelector("#latest .entry");
            shopper.views("<img src=x onerror=alert(1)>");
            window.page().waitForSelector("#latest .entry:has-text('<img src=x onerror=alert(1)>')");

            assertThat(dialogs).isEmpty();
            assertThat(window.page().locator("main script, main img[onerror], main svg, main iframe").count()).isZero();
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void thePageFitsTheWindow(int width) {
        shopper.views("P1", "#p-1", "P2").putsIntoCart("P2", "parent-77").isCustomer("K-5518").buys("SO-20931", "P2");
        shopper.viewsPage("https://shop.example/a/page/with/a/long/address/" + "that-goes-on-".repeat(12) + "?id=2");
        shopper.call("conversion", Json.object().put("orderNumber", " "));
        ObjectNode wrong = Json.object().put("productNumber", true);
        shopper.call("pageview", wrong);
        new Shopper(desk, "7c0d5f0e-3a56-4a0e-9f0b-1c2d3e4f5a6b", PHONE).call("pageview", Json.object());
        String campaign = shop.campaign("Spring letter", "'slots': 2");
        desk.send(HttpRequest.newBuilder(
                URI.create(desk.url("/serve/tile/" + campaign + "/1.png?userEmail=*%7CEMAIL%7C*"))).build());
        try (Chromium.Window window = activity(width)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                load(window.page(), "img");
                assertThat(Contrast.tooLow(window.page())).isEmpty();
                window.shoot("activity-" + width + "-" + scheme);
                assertThat(window.scrollsSideways()).isFalse();
            }
            assertThat(window.problems()).isEmpty();
        }
    }

    private Chromium.Window activity(int width) {
        Chromium.Window window = desk.signIn(width, 900);
        window.page().navigate(shop.page("/activity"));
        return window;
    }

    /** Waits for pictures, also for those that are loaded when they come into sight. */
    private static void load(Page page, String pictures) {
        page.locator(pictures).evaluateAll("all => Promise.all(all.map(one => (one.loading = 'eager', one.decode())))");
    }
}
