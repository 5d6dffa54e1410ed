package dev.inlay.server.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
import dev.inlay.server.console.Contrast;
import dev.inlay.server.console.Shopper;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonDataPagesTest {
    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;
    private static String campaign;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "Daybird", List.of("Wanderer boots", "Merino socks"));
        campaign = shop.campaign("Spring letter", "'slots': 2");
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @Test
    void theExportIsAFileWithEverything() throws IOException {
        String phone = "66f1a2b3c4d5e6f708190001";
        new Shopper(desk, shop.uuid(), phone).views("P1").isCustomer("K-1");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = found(window, "customerId", "K-1");

            Download download = page.waitForDownload(() -> page.click("text=Export as JSON"));

            JsonNode data = Json.parseObject(Files.readAllBytes(download.path()));
            assertEquals(phone, data.at("/trackingUsers/0/trackingUserId").textValue());
            assertEquals("P1", data.at("/activity/0/productNumber").textValue());
            assertThat(download.suggestedFilename()).matches("person-\\d{4}-\\d{2}-\\d{2}\\.json");
        }
    }

    @Test
    void erasingAsksFirstAndThenNothingIsKnownAnyMore() {
        new Shopper(desk, shop.uuid(), "66f1a2b3c4d5e6f708190002").views("P1").isCustomer("K-2");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = found(window, "customerId", "K-2");
            String person = page.url();
            page.click("main a:text-is('Erase')");
            page.waitForURL("**/erase");
            assertThat(page.textContent("main")).contains("Customer K-2", "Every tracking user of this customer",
                    "Mails already sent show default products", "cannot be undone");

            page.click("button:has-text('Erase this person')");
            page.waitForURL("**/people/erased");

            assertEquals("The person was erased", page.textContent("h1"));
            assertEquals(404, page.navigate(person).status());
            assertEquals(404, page.navigate(person + "/erase").status());
            assertEquals(404, page.navigate(person + "/export").status());
        }
    }

    @Test
    void whoIsKnownFromMailsOnlyCanBeErasedToo() {
        String address = "only.mailed@quux.example";
        desk.bytes(HttpRequest.newBuilder(URI.create(desk.url("/serve/tile/" + campaign + "/1.png?send=s1&userEmail="
                + address))).build());
        try (Chromium.Window window = desk.signIn(375, 800)) {
            Page page = search(window, "userEmail", address);
            assertThat(page.textContent("main")).contains("Known from mails only").doesNotContain("Nobody found");
            assertFits(window, "people-mailed-375");
            page.click("main a:text-is('Erase')");
            page.waitForURL("**/erase");
            assertEquals(shop.page("/people"), desk.url(page.getAttribute("a:text-is('Keep the data')", "href")));

            page.click("button:has-text('Erase this person')");
            page.waitForURL("**/people/erased");

            assertThat(search(window, "userEmail", address).textContent("main")).contains("Nobody found");
        }
    }

    @Test
    void nobodyIsErasedWithoutTheTokenOfThePage() {
        new Shopper(desk, shop.uuid(), "66f1a2b3c4d5e6f708190003").views("P1");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = found(window, "trackingUserId", "66f1a2b3c4d5e6f708190003");
            String cookies = String.join("; ", page.context().cookies().stream()
                    .map(cookie -> cookie.name + "=" + cookie.value).toList());

            assertEquals(403, desk.send(HttpRequest.newBuilder(URI.create(page.url() + "/erase"))
                    .header("Cookie", cookies).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("formToken=wrong")).build()).statusCode());
            assertEquals(200, page.navigate(page.url()).status());
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "375, LIGHT"})
    void thePagesFitTheWindow(int width, ColorScheme scheme) {
        String address = "zacharias.quint@quux.example";
        new Shopper(desk, shop.uuid(), "66f1a2b3c4d5e6f708190004").views("P1").has(address).isCustomer("K-4");
        try (Chromium.Window window = desk.signIn(width, 800)) {
            window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Page page = found(window, "userEmail", address);
            assertFits(window, "person-data-" + width + "-" + scheme);
            page.navigate(page.url() + "/erase");
            assertFits(window, "person-erase-" + width + "-" + scheme);
            page.navigate(shop.page("/people/erased"));
            assertFits(window, "person-erased-" + width + "-" + scheme);
            assertThat(window.problems()).isEmpty();
        }
    }

    private static void assertFits(Chromium.Window window, String name) {
        assertThat(Contrast.tooLow(window.page())).as(name).isEmpty();
        assertThat(window.page().locator("h1").count()).as(name).isOne();
        window.shoot(name);
        assertThat(window.scrollsSideways()).as(name).isFalse();
    }

    private static Page found(Chromium.Window window, String who, String name) {
        Page page = search(window, who, name);
        page.waitForURL("**/people/*");
        return page;
    }

    private static Page search(Chromium.Window window, String who, String name) {
        Page page = window.page();
        page.navigate(shop.page("/people"));
        page.selectOption("#who", who);
        page.fill("#name", name);
        page.click("button:text-is(\"Find\")");
        return page;
    }
}
