package dev.inlay.server.console.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.inlay.server.Axe;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
import dev.inlay.server.console.Shopper;
import dev.inlay.server.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences beside the preview of a campaign, as an operator reads them; the page works without scripts. */
class ReasonsPageTest {
    private static final String ANNA = "66f1a2b3c4d5e6f708192a01";
    private static final String LONG = "Wanderer all-season trekking boots with a very long name that goes on and on, "
            + "in waterproof full-grain leather with a wide fit and a spare pair of laces";

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        List<String> titles = new ArrayList<>(List.of("Tent", LONG, "Stove", "Lamp <i>bright</i>", "Socks"));
        for (int i = 6; i <= 26; i++) {
            titles.add("Product " + i);
        }
        shop = ConsoleShop.open(desk, "Reasons shop", titles);
        for (int i = 0; i < 3; i++) {
            new Shopper(desk, shop.uuid(), "66f1a2b3c4d5e6f7081921%02d".formatted(i)).views("P1", "P2", "P3", "P4");
        }
        new Shopper(desk, shop.uuid(), ANNA).views("P1", "P2").putsIntoCart("P2").buys("SO-1", "P5")
                .isCustomer("C-1").has("anna@example.test");
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void everyPickHasItsPictureItsSentenceItsPartsAndWhatLedToIt(int width) {
        String id = shop.campaign("Reasons " + width, "'slots':4,'excludedProducts':['P3']");
        try (Chromium.Window window = desk.signIn(width, 900)) {
            Page page = look(window, id, "customerId", "C-1");

            String why = page.innerText(".reasons tbody tr:nth-child(1) td:nth-child(3)");
            assertThat(why).containsPattern("In the cart (for|since)");
            assertThat(page.locator(".parts li").allInnerTexts()).anyMatch(part -> part.matches("Own history 0\\.\\d+"))
                    .anyMatch(part -> part.matches("Similar shoppers 0\\.\\d+"));
            assertThat(page.locator(".reasons p.hint a").allInnerTexts()).isNotEmpty();
            assertThat(page.locator(".reasons td:first-child img").count()).isEqualTo(4);
            assertThat(page.locator(".acts li").allTextContents()).hasSize(4)
                    .anyMatch(act -> act.matches("(?s)Socks\\s+Bought .*"));
            assertThat(page.locator(".left-out summary").allTextContents())
                    .contains("Excluded by this campaign (1)", "Bought lately (1)");
            assertThat(page.locator(".left-out li").allTextContents()).anyMatch(left -> left.contains("P5: Bought "));
            page.click(".reasons tbody tr:nth-child(1) td:nth-child(2) a");
            assertThat(page.url()).endsWith("/products/one?number=P2");
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void aLockedSlotTellsWhatWouldBePickedToday() {
        String id = shop.campaign("Locked", "'slots':1,'strategies':[{'type':'last_viewed'}]");
        String reader = "66f1a2b3c4d5e6f708192a02";
        new Shopper(desk, shop.uuid(), reader).views("P7").isCustomer("C-2");
        desk.bytes(HttpRequest.newBuilder(URI.create(desk.url("/serve/tile/" + id + "/1.png?send=preview"
                + "&customerId=C-2"))).header("User-Agent", "Mozilla/5.0 Firefox/140").build());
        new Shopper(desk, shop.uuid(), reader).views("P8");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = look(window, id, "customerId", "C-2");

            assertThat(page.innerText(".reasons tbody tr")).contains("Product 7", "locked");
            assertThat(page.innerText(".reasons .note")).contains("today it would be Product 8: viewed");
        }
    }

    @Test
    void manySlotsAndNobodyAtAllAreTold() {
        String id = shop.campaign("Many", "'slots':24,'defaultProducts':['P4']");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = look(window, id, "nobody", "");

            assertEquals(24, page.locator(".reasons tbody tr").count());
            assertThat(page.textContent("#seen")).contains("The mail names nobody", "Nothing is known that this reader",
                    "Lamp <i>bright</i>", "A default product of this campaign.", "New in the shop");
            assertThat(window.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void nobodyIsKeptFromReadingIt(int width) {
        String id = shop.campaign("Accessible " + width, "'slots':4,'excludedProducts':['P3']");
        try (Chromium.Window window = desk.signIn(width, 900)) {
            assertThat(Axe.findings(look(window, id, "customerId", "C-1"))).isEmpty();
        }
    }

    @Test
    void thePageOfAPersonTellsTheSame() {
        String id = shop.campaign("Of a person", "'slots':2");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/people"));
            page.fill("#name", "anna@example.test");
            page.click("button:text-is(\"Find\")");
            page.waitForURL("**/people/*");
            String told = desk.api("POST", shop.api("/campaigns/" + id + "/explain"),
                    Json.object().put("customerId", "C-1")).at("/slots/0/strategy").textValue();

            assertEquals("for_you", told);
            assertThat(page.locator(".tiles li").first().innerText()).contains("For you", "proposed")
                    .containsPattern("(Own history|Similar shoppers) 0\\.\\d+");
        }
    }

    private static Page look(Chromium.Window window, String id, String who, String name) {
        Page page = window.page();
        page.route("**/*.js*", route -> route.fulfill(new Route.FulfillOptions().setBody("")));
        page.navigate(shop.page("/campaigns/" + id));
        page.selectOption("#who", who);
        page.fill("#name", name);
        page.click(".viewer button");
        page.waitForURL("**#preview");
        for (int i = page.locator("#seen details").count(); i > 0; i--) {
            page.locator("#seen details > summary").nth(i - 1).click();
        }
        return page;
    }
}
