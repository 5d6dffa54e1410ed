package dev.inlay.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import dev.inlay.server.Chromium;
import dev.inlay.server.http.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductPagesTest {
    private static final List<String> TITLES = Stream.concat(Stream.of("Wanderer boots", "Merino socks + gift"),
            IntStream.rangeClosed(3, 60).mapToObj(i -> "Lamp " + i)).toList();

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "Daybird", TITLES);
        ObjectNode product = Json.object();
        product.putObject("data").put("type", "products").putObject("attributes").put("productNumber", "Q1")
                .put("title", "Gloves").put("price", 9.90).put("url", "https://shop.example/gloves")
                .put("imgUrl", "https://shop.example/gloves.png").put("inStock", false);
        desk.api("POST", shop.api("/products"), product);
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @Test
    void theListTellsPricesAndWhatKeepsAProductOut() {
        try (Chromium.Window window = window("/products?q=glo")) {
            assertThat(window.page().textContent("tbody tr")).contains("Gloves", "Q1", "9.90 EUR", "out of stock");
            assertEquals("1 of 61 products", window.page().textContent("#found .hint"));
        }
    }

    @Test
    void typingSearchesAtOnce() {
        try (Chromium.Window window = window("/products")) {
            Page page = window.page();
            assertEquals(50, page.locator("tbody tr").count());

            page.locator("#q").pressSequentially("boots");
            page.waitForURL("**q=boots**");

            assertEquals(1, page.locator("tbody tr").count());
            assertThat(page.textContent("tbody")).contains("Wanderer boots");
            page.fill("#q", "");
            page.selectOption("#state", "OUT_OF_STOCK");
            page.waitForSelector("tbody >> text=Gloves");
            assertEquals(1, page.locator("tbody tr").count());
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void searchAndPagesWorkWithoutScript() {
        try (Chromium.Window window = window("/products")) {
            Page page = window.page();
            page.route("**/*.js?*", route -> route.abort());
            page.navigate(shop.page("/products"));
            page.click("text=Next");
            assertThat(page.textContent("main")).contains("Page 2 of 2");
            assertEquals(11, page.locator("tbody tr").count());

            page.fill("#q", "socks + gift");
            page.click("button:has-text('Search')");

            assertThat(page.textContent("tbody")).contains("Merino socks + gift");
            assertEquals("socks + gift", page.inputValue("#q"));
        }
    }

    @Test
    void aPhotoIsAskedForOnce() {
        try (Chromium.Window window = window("/products?q=boots")) {
            Page page = window.page();
            String photo = (String) page.evaluate("document.querySelector('td.photo img').src");
            Response known = page.navigate(photo);
            assertEquals("private, max-age=31536000, immutable", known.headers().get("cache-control"));

            Response unknown = page.navigate(photo.replaceAll("photo=[0-9a-f]+", "photo=0"));

            assertEquals("no-store", unknown.headers().get("cache-control"));
        }
    }

    @Test
    void aProductShowsAllItsFactsAndHowItLooksInMails() {
        try (Chromium.Window window = window("/products?q=boots")) {
            Page page = window.page();
            page.click("text=Wanderer boots");

            assertEquals("Wanderer boots", page.textContent("h1"));
            assertThat(page.textContent(".facts")).contains("productNumber", "P1", "https://shop.example/p/1", "19.9");
            assertThat((boolean) page.evaluate("Promise.all([...document.querySelectorAll('img.tile')].map(i => {"
                    + " i.loading = 'eager'; return i.decode(); })).then(() => true)")).isTrue();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void theProductsOfAnotherWebsiteAreNotFound() {
        String other = desk.website("Other");
        try (Chromium.Window window = desk.signIn(1280, 800)) {
            for (String path : List.of("/one?number=P1", "/photo?number=P1", "/tile?number=P1&template=card")) {
                assertEquals(404, window.page().navigate(
                        desk.url("/console/websites/" + other + "/products" + path)).status(), path);
            }
            window.page().navigate(desk.url("/console/websites/" + other + "/products"));
            assertThat(window.page().textContent("main")).contains("No product yet").doesNotContain("boots");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "1280,DARK", "375,LIGHT", "375,DARK"})
    void everyPageFitsTheWindow(int width, ColorScheme scheme) {
        try (Chromium.Window window = desk.signIn(width, 800)) {
            window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            look(window, "/products", "products-" + width + scheme);
            look(window, "/products/one?number=P1", "product-" + width + scheme);
        }
    }

    private static void look(Chromium.Window window, String path, String name) {
        window.page().navigate(shop.page(path));
        window.page().evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')");
        window.page().waitForLoadState(LoadState.NETWORKIDLE);
        window.shoot(name);
        assertThat(window.scrollsSideways()).as(path).isFalse();
        assertThat(window.problems()).isEmpty();
    }

    private static Chromium.Window window(String path) {
        Chromium.Window window = desk.signIn(1280, 800);
        window.page().navigate(shop.page(path));
        return window;
    }
}
