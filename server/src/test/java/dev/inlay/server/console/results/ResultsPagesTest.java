package dev.inlay.server.console.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
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

class ResultsPagesTest {
    private static final String READER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36";
    private static final String GMAIL =
            "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;
    private static String campaign;
    private static String unsent;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "Result shop", List.of("Mug", "Tent", "Stove"));
        String anna = shop.visitor("anna@example.test", "P1", "P2");
        campaign = shop.campaign("Weekly", "'slots':3");
        unsent = shop.campaign("Unsent", "'slots':1");
        for (String reader : List.of("anna@example.test", "nobody@example.test", "*%7CEMAIL%7C*")) {
            for (int slot = 1; slot <= 4; slot++) {
                ask(slot + ".png?send=w1&userEmail=" + reader, GMAIL);
            }
        }
        ask("1.png?send=w1&userEmail=anna@example.test", READER);
        ask("1/click?send=w1&userEmail=anna@example.test", READER);
        ask("2/click?send=w1&userEmail=nobody@example.test", "");
        await("uniqueClicks");
        shop.order(anna, "P1", 1234.5);
        await("orders");
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void theNumbersAreThoseOfTheApi(int width) {
        JsonNode api = desk.api("GET", shop.api("/campaigns/" + campaign + "/statistics"), Json.object());
        try (Chromium.Window window = desk.signIn(width, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/" + campaign + "/results"));

            assertEquals(api.get("uniqueClicks").asText(), figure(page, "People who clicked"));
            assertEquals(sum(api.get("pictures")), Integer.parseInt(figure(page, "Picture loads")));
            assertEquals("1", figure(page, "Orders"));
            assertEquals("1,234.50 EUR", figure(page, "Revenue"));
            assertEquals(api.get("shownOrders").asText(), figure(page, "Orders without click"));
            assertThat(page.innerText("main")).contains("within " + api.get("windowDays") + " days after a click");
            assertThat(text(page, ".figure:has-text('Tags left')")).contains(api.get("placeholders") + " loads");
            assertThat(text(page, ".figure:has-text('Unknown readers')")).contains(api.get("unknown") + " loads");
            assertThat(text(page, ".figure:has-text('Neutral')")).contains(api.get("neutral") + " loads");
            assertTable(page, "Who asked", api.get("pictures"), api.get("clicks"));
            for (JsonNode slot : api.get("slots")) {
                assertThat(rows(page, "Slots")).anyMatch(row -> row.startsWith(slot.get("slot").asText() + " "
                        + sum(slot.get("pictures")) + " " + sum(slot.get("clicks")) + " "
                        + slot.get("clicks").get("person") + " "));
            }
            for (JsonNode product : api.get("products")) {
                String numbers = " " + product.get("productNumber").asText() + " " + product.get("pictures") + " "
                        + product.get("personClicks") + " ";
                assertThat(rows(page, "Products")).anyMatch(row -> row.contains(numbers));
            }
            page.click("text=Table of days");
            JsonNode today = api.get("days").get(29);
            assertThat(rows(page, "Each day")).hasSize(30).last().isEqualTo(today.get("day").asText() + " "
                    + today.get("pictures") + " " + today.get("clicks") + " " + today.get("personClicks")
                    + " 1 1,234.50 EUR");
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void chartsAreDrawnFromTheSameNumbersAndOnlyHereTheirScriptIsLoaded() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            List<String> scripts = new ArrayList<>();
            window.page().onRequest(request -> scripts.add(request.url()));
            window.page().navigate(shop.page("/campaigns/" + campaign));
            assertThat(scripts).noneMatch(url -> url.contains("chart"));
            window.page().navigate(shop.page("/campaigns/" + campaign + "/results"));

            assertThat(scripts).anyMatch(url -> url.contains("chart.js"));
            assertEquals(3, window.page().locator("canvas").count());
            assertEquals(List.of(true, true, true), window.page().evaluate("Array.from("
                    + "document.querySelectorAll('canvas')).map(canvas => canvas.toDataURL().length > 3000)"));
            String slots = window.page().locator("canvas").nth(2).getAttribute("data-chart");
            assertEquals("[1,0,0,0]", Json.parseObject(slots.getBytes()).at("/series/0/values").toString());
        }
    }

    @Test
    void filesAreThoseOfTheApi() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().navigate(shop.page("/campaigns/" + campaign + "/results"));
            for (String table : List.of("days", "products", "slots")) {
                String url = window.page().getAttribute("a[href*='table=" + table + "']", "href");
                String api = shop.api("/campaigns/" + campaign + "/statistics?format=csv&table=" + table);

                assertEquals(desk.send(asOperator(api)).body(),
                        window.page().request().get(desk.url(url)).text());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void theOverviewShowsAllCampaigns(int width) {
        try (Chromium.Window window = desk.signIn(width, 900)) {
            window.page().navigate(shop.page("/results"));

            assertEquals(List.of("Unsent 0 0 0 - 0 0.00 EUR", "Weekly 13 1 1 7.7 % 1 1,234.50 EUR"),
                    rows(window.page(), "Campaigns"));
            assertEquals("13", figure(window.page(), "Picture loads"));
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void whereNothingHappenedThePageSaysHowToBegin() {
        try (Chromium.Window window = desk.signIn(375, 900)) {
            window.page().navigate(shop.page("/campaigns/" + unsent + "/results"));
            assertThat(window.page().textContent("main")).contains("Nothing yet in these days", "snippet");

            window.page().navigate(shop.page("/results?from=2020-01-01&to=2020-01-31"));
            assertThat(window.page().textContent("main")).contains("Nothing yet in these days");
            assertEquals("2020-01-31", window.page().inputValue("#to"));
        }
    }

    @Test
    void daysAreChosenAndAWrongOneIsSaid() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().navigate(shop.page("/campaigns/" + campaign + "/results"));
            window.page().fill("#from", window.page().inputValue("#to"));
            window.page().click("text=Show >> nth=0");
            window.page().waitForURL("**/results?from=*");
            assertEquals(1, rows(window.page(), "Each day").size());

            window.page().navigate(shop.page("/campaigns/" + campaign + "/results?from=2026-13-01"));
            assertThat(window.page().textContent("[role=alert]")).contains("from must be a date such as");
        }
    }

    private static void assertTable(Page page, String name, JsonNode pictures, JsonNode clicks) {
        List<String> classes = List.of("person", "proxy", "prefetch", "scanner", "suspect");
        List<String> rows = rows(page, name);
        for (int i = 0; i < classes.size(); i++) {
            assertThat(rows.get(i)).endsWith(" " + pictures.get(classes.get(i)) + " " + clicks.get(classes.get(i)));
        }
    }

    private static int sum(JsonNode classes) {
        int sum = 0;
        for (JsonNode number : classes) {
            sum += number.intValue();
        }
        return sum;
    }

    private static String figure(Page page, String name) {
        return page.locator(".figure").filter(new Locator.FilterOptions().setHas(
                page.locator("span:text-is('" + name + "')"))).locator("strong").innerText();
    }

    private static List<String> rows(Page page, String region) {
        return page.locator("[aria-label='" + region + "'] tbody tr").all().stream()
                .map(row -> String.join(" ", row.locator("th, td").allTextContents()).replaceAll("\\s+", " ").strip())
                .toList();
    }

    private static String text(Page page, String selector) {
        return page.locator(selector).first().textContent();
    }

    /** Waits until there is one of {@code number}. */
    private static void await(String number) {
        for (int i = 0; i < 600; i++) {
            JsonNode results = desk.api("GET", shop.api("/campaigns/" + campaign + "/statistics"), Json.object());
            if (results.get(number).intValue() == 1) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("there is not one of " + number);
    }

    private static void ask(String tile, String agent) {
        URI uri = URI.create(desk.url("/serve/tile/" + campaign + "/" + tile));
        desk.bytes(HttpRequest.newBuilder(uri).header("User-Agent", agent.isEmpty() ? "curl/8.0" : agent).build());
    }

    private static HttpRequest asOperator(String path) {
        return HttpRequest.newBuilder(URI.create(desk.url(path)))
                .header("Authorization", "Bearer " + ConsoleDesk.KEY).build();
    }
}
