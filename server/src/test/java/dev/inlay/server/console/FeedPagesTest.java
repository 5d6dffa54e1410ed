package dev.inlay.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.inlay.server.Chromium;
import dev.inlay.server.feeds.FeedServer;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedPagesTest {
    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private FeedServer shop;
    private String uuid;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @BeforeEach
    void openShop() throws IOException {
        shop = new FeedServer();
        uuid = desk.website("Daybird");
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aFeedIsAddedRunsByItselfAndItsPageFollows() {
        try (Chromium.Window window = window("/products/feeds")) {
            Page page = window.page();
            page.click("main >> text=Add a feed >> nth=0");
            page.fill("#name", "Google feed");
            page.fill("#url", shop.url());
            page.click("button:has-text('Add the feed')");

            page.waitForSelector(".figure:has-text('products imported') >> text=10");

            assertEquals("Google feed", page.textContent("h1"));
            assertEquals("PT1H", feed(0).get("interval").asText());
            page.navigate(url("/products/feeds"));
            assertThat(page.textContent("tbody tr")).contains("Google feed", "ok", "10", "every hour");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void aRunThatTakesLongIsFollowedUntilItIsRecorded() {
        CountDownLatch slow = new CountDownLatch(1);
        String feed = create("'name':'Slow','url':'" + shop.url() + "'");
        shop.before(() -> await(slow));
        try (Chromium.Window window = window("/products/feeds/" + feed)) {
            Page page = window.page();
            page.click("text=Fetch it now");
            page.waitForSelector("text=A run is under way");

            slow.countDown();
            page.waitForSelector("text=products imported");

            assertThat(page.isVisible("text=A run is under way")).isFalse();
            assertThat(page.getAttribute("#runs", "hx-get")).isNull();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void aCatalogueThatShrinksIsRefusedAndTakenInAnyCase() {
        String feed = create("'name':'Shrinks','url':'" + shop.url() + "'");
        try (Chromium.Window window = window("/products/feeds/" + feed)) {
            Page page = window.page();
            page.click("text=Fetch it now");
            page.waitForSelector("text=products imported");
            shop.serve(FeedServer.rows(2));
            page.click("text=Fetch it now");
            page.waitForSelector(".problem:has-text('fewer than half of the 10')");
            assertThat(page.textContent("#runs")).contains("Your products stand as they were before.", "Earlier runs");

            page.check("#force");
            page.click("text=Fetch it now");
            page.waitForSelector(".figure:has-text('products removed') >> text=8");

            page.click("tbody th a >> nth=0");
            assertThat(page.textContent("main")).contains("Run 2", "fewer than half");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void aFileIsUploadedAndItsWarningsAreTold() {
        String feed = create("'name':'Files'");
        try (Chromium.Window window = window("/products/feeds/" + feed)) {
            Page page = window.page();
            String rows = FeedServer.rows(3) + "4,Without price,https://shop.example/4,http://127.0.0.1:9/4.png,\n";
            page.setInputFiles("#file", new FilePayload("feed.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
            page.click("button:has-text('Upload')");

            page.waitForSelector(".figure:has-text('products imported') >> text=4");

            assertThat(page.textContent("[aria-label=Warnings] tbody")).contains("cannot be shown: no price");
            assertThat(page.isVisible("text=Fetch it now")).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void aMistakeIsToldBesideItsFieldAndThePasswordIsNeverShown() {
        try (Chromium.Window window = window("/products/feeds/new")) {
            Page page = window.page();
            page.fill("#name", "By hand");
            page.fill("#username", "reader");
            page.fill("#password", "a secret of the shop");
            page.click("button:has-text('Add the feed')");
            assertThat(page.textContent("#interval-hint")).startsWith("interval needs a url");
            assertThat(page.content()).doesNotContain("a secret of the shop");
            page.fill("#url", "https://shop.example/feed");
            page.fill("#username", "reader:x");
            page.click("button:has-text('Add the feed')");
            assertThat(page.textContent("#username-hint")).contains("no colon");
            page.fill("#username", "reader");
            page.fill("#password", "a secret of the shop");
            page.selectOption("#interval", "");
            page.click("button:has-text('Add the feed')");

            assertEquals("reader", feed(0).get("username").asText());
            page.click("main >> text=Change");
            assertEquals("", page.inputValue("#password"));
            page.fill("#name", "Renamed");
            page.click("text=Save");
            assertThat(page.textContent("h1")).isEqualTo("Renamed");
            assertEquals("reader", feed(0).get("username").asText());
        }
    }

    @Test
    void aFeedIsDeletedWithItsProductsAfterAQuestion() {
        String feed = create("'name':'Gone','url':'" + shop.url() + "'");
        desk.api("POST", "/api/websites/" + uuid + "/productfeeds/" + feed + "/runs");
        try (Chromium.Window window = window("/products/feeds/" + feed)) {
            window.page().click("main >> text=Delete");
            assertThat(window.page().textContent("main")).contains("10 products leave the catalogue");
            window.page().click("button:has-text('Delete feed')");
            window.page().waitForURL("**/products/feeds");

            assertThat(window.page().textContent("main")).contains("No product feed yet");
            window.page().navigate(url("/products"));
            assertThat(window.page().textContent("main")).contains("No product yet");
        }
    }

    @Test
    void theFeedOfAnotherWebsiteIsNotFound() {
        String feed = create("'name':'Mine'");
        String other = desk.website("Other");
        try (Chromium.Window window = desk.signIn(1280, 800)) {
            for (String page : new String[] {"", "/edit", "/delete", "/runs/1"}) {
                int status = window.page().navigate(
                        desk.url("/console/websites/" + other + "/products/feeds/" + feed + page)).status();
                assertEquals(404, status, page);
            }
            window.page().navigate(desk.url("/console/websites/" + other + "/products/feeds"));
            assertThat(window.page().textContent("main")).doesNotContain("Mine");
        }
    }

    @Test
    void anUploadWithoutTheTokenOfAPageIsRefused() {
        String feed = create("'name':'Mine'");
        try (Chromium.Window window = window("/products/feeds/" + feed)) {
            String cookie = window.context().cookies().stream().map(kept -> kept.name + "=" + kept.value)
                    .findFirst().orElseThrow();
            int status = desk.send(HttpRequest.newBuilder(URI.create(url("/products/feeds/" + feed + "/upload")))
                    .header("Cookie", cookie).header("Content-Type", "application/octet-stream")
                    .POST(HttpRequest.BodyPublishers.ofString(FeedServer.rows(1))).build()).statusCode();

            assertEquals(403, status);
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "1280,DARK", "375,LIGHT", "375,DARK"})
    void everyPageFitsTheWindow(int width, ColorScheme scheme) {
        String feed = create("'name':'Google feed','url':'" + shop.url() + "','interval':'PT6H'");
        shop.serve(FeedServer.rows(20) + "21,,https://shop.example/21,,\n");
        desk.api("POST", "/api/websites/" + uuid + "/productfeeds/" + feed + "/runs");
        shop.serve("<html>");
        desk.api("POST", "/api/websites/" + uuid + "/productfeeds/" + feed + "/runs");
        String path = "/products/feeds/" + feed;
        try (Chromium.Window window = desk.signIn(width, 800)) {
            window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            look(window, "/products/feeds", "feeds-" + width + scheme);
            look(window, path, "feed-" + width + scheme);
            look(window, path + "/runs/1", "run-" + width + scheme);
            look(window, path + "/edit", "feed-form-" + width + scheme);
            look(window, path + "/delete", "feed-delete-" + width + scheme);
        }
    }

    private void look(Chromium.Window window, String path, String name) {
        window.page().navigate(url(path));
        window.shoot(name);
        assertThat(window.scrollsSideways()).as(path).isFalse();
        assertThat(window.problems()).isEmpty();
    }

    private Chromium.Window window(String path) {
        Chromium.Window window = desk.signIn(1280, 800);
        window.page().navigate(url(path));
        return window;
    }

    private String url(String path) {
        return desk.url("/console/websites/" + uuid + path);
    }

    private String create(String settings) {
        return desk.api("POST", "/api/websites/" + uuid + "/productfeeds",
                Json.parseObject(("{" + settings.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8)))
                .get("id").asText();
    }

    private JsonNode feed(int index) {
        return desk.api("GET", "/api/websites/" + uuid + "/productfeeds", Json.object()).at("/productFeeds/" + index);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
