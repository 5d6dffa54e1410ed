package dev.inlay.server.console.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a campaign that takes tokens only, in a real browser. */
class TokenListTest {
    private static final String ANNA = "anna@example.test";

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;
    private static String campaign;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "Daybird", List.of("Wanderer boots", "Merino socks", "Trail lamp"));
        campaign = shop.campaign("Member letter", "'slots':1,'identity':'token','type':'manual'");
        shop.visitor(ANNA, "P2");
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @Test
    void listComesBackWithTokensThatLeadToTheirPeople() throws IOException {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/" + campaign));
            String list = upload(page, "email;name\n" + ANNA + ";Anna\n;Nobody\n");
            List<String> lines = list.lines().toList();

            assertEquals("email;name;token", lines.get(0));
            assertEquals(";Nobody;", lines.get(2));
            String token = lines.get(1).substring((ANNA + ";Anna;").length());
            assertThat(click("token=" + token)).endsWith("/p/2");
            assertEquals("Saved as recipients-with-tokens.csv.", page.innerText("[data-done]"));
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void whatIsNoListIsToldBesideTheFile() {
        try (Chromium.Window window = desk.signIn(375, 800)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/" + campaign));
            page.setInputFiles("#recipients", file("name\nAnna\n"));
            page.click("[data-tokens] button");
            page.waitForSelector("[data-tokens] [data-problem]:visible");

            assertEquals("the first row must name the columns, one of them email or customerId",
                    page.innerText("[data-tokens] [data-problem]"));
            assertThat(window.scrollsSideways()).isFalse();
        }
    }

    @Test
    void realUrlsOfThePreviewHoldATokenAndNoAddress() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/" + campaign));
            page.selectOption("#who", "userEmail");
            page.fill("#name", ANNA);
            page.waitForResponse("**/campaigns/" + campaign, () -> page.click(".viewer button"));
            page.waitForCondition(() -> page.textContent(".reasons").contains("P2"));
            String link = page.locator(".real li a").last().getAttribute("href");

            assertThat(link).contains("/click?token=A").doesNotContain("anna");
            assertThat(click(link.substring(link.indexOf('?') + 1))).endsWith("/p/2");
        }
    }

    @Test
    void snippetNamesTheReaderByTokenUnlessAskedOtherwise() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().navigate(shop.page("/campaigns/" + campaign));

            assertEquals("token", window.page().inputValue("#identity"));
            assertThat(window.page().inputValue("#snippet-html")).contains("?token=*|<MERGE FIELD>|*");
            window.page().navigate(shop.page("/campaigns/" + shop.campaign("Open letter", "'slots':1")));
            assertEquals("userEmail", window.page().inputValue("#identity"));
            assertThat(window.page().locator("#tokens").count()).isZero();
        }
    }

    @Test
    void listNeedsThePageThatItIsSentFrom() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            assertEquals(403, window.page().request().post(shop.page("/campaigns/" + campaign + "/tokens"),
                    RequestOptions.create().setHeader("Content-Type", "text/csv")
                            .setData("email\n")).status());
        }
    }

    @Test
    void explanationKnowsTheHolderOfAToken() {
        String path = shop.api("/campaigns/" + campaign);
        String token = desk.api("POST", path + "/tokens", Json.parseObject(
                ("{\"recipients\":[{\"userEmail\":\"" + ANNA + "\"}]}").getBytes())).get("tokens").get(0).asText();

        assertThat(desk.api("POST", path + "/explain", Json.object().put("token", token)).get("history").toString())
                .contains("P2");
        assertThat(desk.api("POST", path + "/explain", Json.object().put("token", "forged")).get("history")).isEmpty();
    }

    private static String upload(Page page, String list) throws IOException {
        page.setInputFiles("#recipients", file(list));
        Download download = page.waitForDownload(() -> page.click("[data-tokens] button"));
        assertEquals("recipients-with-tokens.csv", download.suggestedFilename());
        page.waitForCondition(() -> !page.textContent("[data-done]").isEmpty());
        return Files.readString(download.path());
    }

    private static FilePayload file(String list) {
        return new FilePayload("list.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8));
    }

    /** Where a click leads, without fragment. */
    private static String click(String query) {
        return desk.send(HttpRequest.newBuilder(URI.create(desk.url("/serve/tile/" + campaign + "/1/click?" + query)))
                .header("User-Agent", "Mozilla/5.0 Firefox/140").build())
                .headers().firstValue("Location").orElse("").replaceFirst("#.*", "");
    }
}
