package dev.inlay.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.inlay.server.Axe;
import dev.inlay.server.Chromium;
import dev.inlay.server.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page of the console, with something on it: as axe-core, a phone and a keyboard meet it. */
class AccessibilityIT {
    private static final List<String> OF_WEBSITE = List.of("", "/campaigns", "/campaigns/new", "/campaigns/{campaign}",
            "/campaigns/{tokens}", "/campaigns/{campaign}/edit", "/campaigns/{campaign}/clear",
            "/campaigns/{campaign}/delete", "/results", "/campaigns/{campaign}/results", "/products",
            "/products/one?number=P1", "/products/feeds", "/products/feeds/new", "/products/feeds/new?kind=orders",
            "/products/feeds/{orders}", "/products/feeds/{orders}/edit", "/products/feeds/{orders}/delete",
            "/products/feeds/{orders}/runs/1", "/people", "/people/erased", "/activity", "/settings", "/nothing");

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;
    private static String campaign;
    private static String tokens;
    private static String orders;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "Daybird", List.of("Wanderer boots", "Merino socks", "Trail lamp"));
        campaign = shop.campaign("Spring letter", "'slots': 2");
        tokens = shop.campaign("Member letter", "'identity': 'token'");
        shop.visitor("anna@example.test", "P1", "P2", "unknown-number");
        desk.api("POST", shop.api("/productfeeds"), Json.object().put("name", "main"));
        orders = desk.api("POST", shop.api("/orderfeeds"), Json.object().put("name", "Orders")).get("id").asText();
        desk.api("POST", shop.api("/orderfeeds/" + orders + "/runs"), Json.object().set("items", Json.mapper()
                .createArrayNode().add(Json.object().put("orderNumber", "A1"))));
        for (String target : List.of("1.png", "2.png", "1/click")) {
            desk.send(HttpRequest.newBuilder(URI.create(desk.url("/serve/tile/" + campaign + "/" + target
                    + "?send=s1&userEmail=anna@example.test")))
                    .header("User-Agent", "Mozilla/5.0 Firefox/140").build());
        }
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT"})
    void noPageHasASeriousFindingScrollsSidewaysOrBreaksARule(int width, ColorScheme scheme) {
        try (Chromium.Window window = desk.signIn(width, 800)) {
            window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (String page : OF_WEBSITE) {
                window.page().navigate(shop.page(path(page)));

                assertThat(Axe.findings(window.page())).as(page).isEmpty();
                assertThat(window.scrollsSideways()).as(page + " scrolls sideways").isFalse();
            }
            assertThat(window.problems()).allMatch(problem -> problem.contains("404") && problem.contains("/nothing"));
        }
    }

    @Test
    void everyPageHasOneHeadingAndAName() {
        try (Chromium.Window window = desk.signIn(1280, 800)) {
            for (String page : OF_WEBSITE) {
                window.page().navigate(shop.page(path(page)));

                assertThat(window.page().locator("h1").count()).as(page).isOne();
                assertThat(window.page().title()).as(page).endsWith(" - Inlay").doesNotStartWith(" - ");
            }
        }
    }

    @Test
    void theKeyboardReachesTheNavigationAndTheContent() {
        try (Chromium.Window window = desk.signIn(1280, 800)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns"));
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to content");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");

            assertThat(focused(page)).isEqualTo("New campaign");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT"})
    void thePagesOfAPersonHaveNoSeriousFinding(int width, ColorScheme scheme) {
        try (Chromium.Window window = desk.signIn(width, 800)) {
            Page page = window.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate(shop.page("/people"));
            page.fill("#name", "anna@example.test");
            page.click("button:text-is(\"Find\")");
            page.waitForURL("**/people/*");
            String person = page.url();
            for (String url : List.of(person, person + "/erase")) {
                page.navigate(url);

                assertThat(Axe.findings(page)).as(url.substring(person.length())).isEmpty();
                assertThat(window.scrollsSideways()).isFalse();
                assertThat(page.locator("h1").count()).isOne();
            }
        }
    }

    private static String path(String page) {
        return page.replace("{campaign}", campaign).replace("{orders}", orders).replace("{tokens}", tokens);
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.textContent.trim()");
    }
}
