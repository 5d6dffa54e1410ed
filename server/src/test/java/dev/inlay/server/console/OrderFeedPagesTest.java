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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFeedPagesTest {
    private static final String ORDERS = """
            ordernumber;email;total;date;productNumber;quantity
            A1;anna@example.test;44,90;LATELY 10:00:00;P1;2
            A1;anna@example.test;44,90;LATELY 10:00:00;P2;1
            A2;nobody;10,00;LATELY 10:00:00;P1;1
            A3;carla@example.test;ten;LATELY 10:00:00;P1;1
            """.replace("LATELY", LocalDate.now().minusDays(9).toString());

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
        shop.serve(ORDERS);
        uuid = desk.website("Daybird");
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void anOrderFeedIsAddedRunsByItselfAndStandsBesideTheProductFeeds() {
        try (Chromium.Window window = window("/products/feeds")) {
            Page page = window.page();
            page.click("text=Add an order feed");
            page.fill("#name", "Orders of the last days");
            page.fill("#url", shop.url());
            page.selectOption("#format", "csv");
            page.click("button:has-text('Add the feed')");

            page.waitForSelector(".figure:has-text('orders in it') >> text=2");

            assertThat(page.textContent("[aria-label=Warnings] tbody")).contains("A2", "email is no address", "A3",
                    "total must be an amount - was 'ten'").doesNotContain("anna@", "carla@");
            assertEquals("csv", feed().get("format").asText());
            page.navigate(url("/products/feeds"));
            assertThat(page.textContent("[aria-label='Order feeds']")).contains("Orders of the last days", "ok", "2",
                    "every hour");
            assertThat(page.textContent("main")).contains("No product feed yet");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void aFileIsUploadedAndTheFeedIsChangedAndDeletedButItsOrdersStay() {
        String feed = create("'name':'Files'");
        try (Chromium.Window window = window("/products/feeds/" + feed)) {
            Page page = window.page();
            assertThat(page.isVisible("#upload-force")).isFalse();
            page.setInputFiles("#file", new FilePayload("o.csv", "text/csv", ORDERS.getBytes(StandardCharsets.UTF_8)));
            page.click("button:has-text('Upload')");
            page.waitForSelector(".figure:has-text('new') >> text=2");
            page.click("main >> text=Change");
            page.fill("#name", "By hand");
            page.click("text=Save");
            assertEquals("By hand", page.textContent("h1"));

            page.click("main >> text=Delete");
            assertThat(page.textContent("main")).contains("Its orders stay").doesNotContain("catalogue");
            page.click("button:has-text('Delete feed')");
            page.waitForURL("**/products/feeds");

            assertThat(page.textContent("main")).contains("No order feed yet");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void whatIsNoOrderFeedIsRefusedAndSaysWhy() {
        String feed = create("'name':'Mixed up','url':'" + shop.url() + "'");
        shop.serve(FeedServer.rows(3));
        try (Chromium.Window window = window("/products/feeds/" + feed)) {
            window.page().click("text=Fetch it now");

            window.page().waitForSelector(".problem:has-text('this is a product feed, not an order feed')");

            assertThat(window.page().textContent("#runs")).contains("All orders stand as they were before.");
        }
    }

    @Test
    void aMistakeInANewOrderFeedKeepsItsKind() {
        try (Chromium.Window window = window("/products/feeds/new?kind=orders")) {
            Page page = window.page();
            page.fill("#name", "Orders");
            page.click("button:has-text('Add the feed')");
            assertThat(page.textContent("#interval-hint")).startsWith("interval needs a url");

            page.selectOption("#interval", "");
            page.click("button:has-text('Add the feed')");

            assertEquals("Orders", feed().get("name").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT", "1280,DARK", "375,LIGHT", "375,DARK"})
    void everyPageFitsTheWindow(int width, ColorScheme scheme) {
        String feed = create("'name':'Orders of the last days','url':'" + shop.url() + "','interval':'PT6H'");
        desk.api("POST", "/api/websites/" + uuid + "/orderfeeds/" + feed + "/runs?force=true");
        shop.serve("<html>");
        desk.api("POST", "/api/websites/" + uuid + "/orderfeeds/" + feed + "/runs");
        String path = "/products/feeds/" + feed;
        try (Chromium.Window window = desk.signIn(width, 800)) {
            window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            look(window, "/products/feeds", "orderfeeds-" + width + scheme);
            look(window, path, "orderfeed-" + width + scheme);
            look(window, path + "/runs/1", "orderfeed-run-" + width + scheme);
            look(window, path + "/edit", "orderfeed-form-" + width + scheme);
            look(window, path + "/delete", "orderfeed-delete-" + width + scheme);
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
        return desk.api("POST", "/api/websites/" + uuid + "/orderfeeds",
                Json.parseObject(("{" + settings.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8)))
                .get("id").asText();
    }

    private JsonNode feed() {
        return desk.api("GET", "/api/websites/" + uuid + "/orderfeeds", Json.object()).at("/orderFeeds/0");
    }
}
