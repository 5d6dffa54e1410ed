package dev.inlay.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.inlay.server.Chromium;
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

class StartPageTest {
    @TempDir
    static Path folder;
    private static ConsoleDesk desk;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aNewWebsiteIsToldTheNextStepOfEach() {
        String uuid = desk.website("Daybird");
        try (Chromium.Window window = window(desk.url("/console/websites/" + uuid), 1280)) {
            Page page = window.page();

            assertEquals(List.of("to do", "to do", "to do", "to do"), page.locator(".mark").allTextContents());
            assertThat(page.inputValue("#sdk-line")).startsWith("<script async src=\"http")
                    .endsWith("/sdk.js?websiteUuid=" + uuid + "\"></script>");
            page.click("#copy-sdk-line");
            page.waitForSelector("#status:not(:empty)");
            page.click("text=add a product feed");
            assertEquals("Add a feed", page.textContent("h1"));
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void theFirstPageViewAppearsByItself() {
        try (ConsoleShop shop = ConsoleShop.open(desk, "Daybird", List.of("Boots", "Socks"));
                Chromium.Window window = window(shop.page(""), 1280)) {
            assertThat(window.page().textContent("#start")).contains("2 of 2 products");
            shop.visitor("anna@example.test", "P1");

            window.page().waitForSelector(".latest >> text=ago");

            assertThat(window.page().textContent(".latest")).contains("Product view", "none lately");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void whenAPictureWasOpenedNothingIsMissingAndFiguresAppear() {
        try (ConsoleShop shop = complete()) {
            try (Chromium.Window window = window(shop.page(""), 1280)) {
                Page page = window.page();

                assertEquals(List.of("done", "done", "done", "done"), page.locator(".mark").allTextContents());
                assertThat(page.textContent(".figures")).contains("1pictures loaded");
                assertThat(page.getAttribute("#start", "hx-get")).isNull();
                assertThat(window.problems()).isEmpty();
            }
        }
    }

    @Test
    void whatHappensOnAnotherWebsiteIsNotShown() {
        try (ConsoleShop shop = complete()) {
            String other = desk.website("Other");
            try (Chromium.Window window = window(desk.url("/console/websites/" + other), 1280)) {
                assertEquals(List.of("to do", "to do", "to do", "to do"),
                        window.page().locator(".mark").allTextContents());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "1280,DARK", "375,LIGHT", "375,DARK"})
    void thePageFitsTheWindow(int width, ColorScheme scheme) {
        String empty = desk.url("/console/websites/" + desk.website("Daybird"));
        try (ConsoleShop shop = complete(); Chromium.Window window = desk.signIn(width, 800)) {
            window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            look(window, empty, "start-new-" + width + scheme);
            look(window, shop.page(""), "start-" + width + scheme);
        }
    }

    private static void look(Chromium.Window window, String url, String name) {
        window.page().navigate(url);
        window.shoot(name);
        assertThat(window.scrollsSideways()).isFalse();
        assertThat(window.problems()).isEmpty();
    }

    /** A shop with products, a visitor, a campaign and a mail that was opened. */
    private static ConsoleShop complete() {
        ConsoleShop shop = ConsoleShop.open(desk, "Daybird", List.of("Boots", "Socks"));
        shop.visitor("anna@example.test", "P1");
        String campaign = shop.campaign("Newsletter", "'slots':2");
        desk.send(HttpRequest.newBuilder(URI.create(desk.url("/serve/tile/" + campaign + "/1.png")))
                .header("User-Agent", "Mozilla/5.0").build());
        return shop;
    }

    private static Chromium.Window window(String url, int width) {
        Chromium.Window window = desk.signIn(width, 800);
        window.page().navigate(url);
        return window;
    }
}
