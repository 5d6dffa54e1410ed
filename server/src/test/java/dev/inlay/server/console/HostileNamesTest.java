package dev.inlay.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import dev.inlay.server.Chromium;
import dev.inlay.server.Shared;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that try to be more than names: pages show them as text and run nothing. */
class HostileNamesTest {
    private static final int SLOTS = 24;
    private static final String PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' width='284' height='400'></svg>";

    @TempDir
    static Path folder;
    private static List<String> names;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;

    @BeforeAll
    static void open() throws IOException {
        names = new ArrayList<>(cases("corpora/injection-strings/cases.jsonl"));
        names.addAll(cases("corpora/naughty-strings/cases.jsonl"));
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "\"><script>alert(1)</script>", List.of("First"));
    }

    @AfterAll
    static void close() {
        if (desk != null) {
            shop.close();
            desk.close();
        }
    }

    @Test
    void titlesOfProductsAreText() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ObjectNode product = shop.product("N" + i, names.get(i), 1);
            if (!plain(names.get(i)).isEmpty() && takes("/products", product)) {
                numbers.add("N" + i);
            }
        }
        assertThat(numbers).hasSizeGreaterThan(600);
        try (Chromium.Window window = window()) {
            window.page().route("**/tile.png?*", route -> route.fulfill(
                    new Route.FulfillOptions().setContentType("image/svg+xml").setBody(PICTURE)));
            for (int from = 0; from < numbers.size(); from += SLOTS) {
                List<String> pinned = numbers.subList(from, Math.min(from + SLOTS, numbers.size()));
                String id = shop.campaign("Titles", "'slots':" + pinned.size() + ",'pinnedProducts':"
                        + Json.mapper().valueToTree(pinned).toString().replace('"', '\''));
                window.page().navigate(shop.page("/campaigns/" + id));

                List<String> cells = window.page().locator(".reasons tbody td:nth-child(2)").allTextContents();
                assertEquals(pinned.size(), cells.size());
                for (int i = 0; i < cells.size(); i++) {
                    String title = names.get(Integer.parseInt(pinned.get(i).substring(1)));
                    assertEquals(plain(title + " " + pinned.get(i)), plain(cells.get(i)));
                }
                assertHarmless(window);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void brandsAndFiltersOfStrategiesAreText(int half) {
        ArrayNode brands = Json.mapper().createArrayNode();
        ArrayNode attributes = Json.mapper().createArrayNode();
        List<String> fitting = names.stream()
                .filter(name -> !name.isBlank() && name.codePointCount(0, name.length()) <= 255)
                .filter(Json::isStorable)
                .toList();
        for (int i = 0; i < fitting.size(); i++) {
            (i % 2 == half ? brands : attributes).add(fitting.get(i));
        }
        ObjectNode campaign = Json.object().put("name", "Filters");
        campaign.putObject("filter").set("brands", brands);
        campaign.putArray("strategies").addObject().put("type", "fixed_list").putObject("filter")
                .putObject("attributes").set("name", attributes);
        campaign.putObject("variables").put("button", "\"><img src=x onerror=alert(1)>");
        campaign.putObject("utm").put("source", "'\"><svg onload=alert(1)>");
        String id = desk.api("POST", shop.api("/campaigns"), campaign).get("id").asText();
        try (Chromium.Window window = window()) {
            window.page().navigate(shop.page("/campaigns/" + id));
            assertHarmless(window);
            JsonNode before = shop.campaign(id);
            window.page().navigate(shop.page("/campaigns/" + id + "/edit"));
            assertHarmless(window);
            window.page().click("button:has-text('Save campaign') >> nth=0");
            window.page().waitForURL("**?done=saved");
            assertEquals(before.get("filter"), shop.campaign(id).get("filter"));
            assertEquals(before.get("strategies"), shop.campaign(id).get("strategies"));
        }
    }

    @Test
    void listsOfCampaignsWithSuchNamesAreText() {
        int taken = 0;
        for (int i = 0; i < names.size(); i += 3) {
            taken += takes("/campaigns", Json.object().put("name", names.get(i)).put("slots", 1)) ? 1 : 0;
        }
        assertThat(taken).isGreaterThan(200);
        try (Chromium.Window window = window()) {
            for (String page : List.of("/campaigns", "/results")) {
                window.page().navigate(shop.page(page));
                assertHarmless(window);
            }
        }
    }

    private static Chromium.Window window() {
        Chromium.Window window = desk.signIn(375, 900);
        window.page().onDialog(dialog -> {
            throw new AssertionError("a script ran: " + dialog.message());
        });
        return window;
    }

    private static void assertHarmless(Chromium.Window window) {
        Page page = window.page();
        assertThat(window.problems()).isEmpty();
        assertThat(window.scrollsSideways()).isFalse();
        assertEquals(0, page.locator("main script, main svg[onload], main [onerror], main object, main embed").count());
    }

    /** A browser shows some characters as others: what is compared is what is left. */
    private static String plain(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                .replaceAll("[^\\p{L}\\p{N}\\p{P}\\p{S}]+|\\uFFFD", "");
    }

    private static boolean takes(String path, ObjectNode body) {
        return desk.send(HttpRequest.newBuilder(URI.create(desk.url(shop.api(path))))
                .header("Authorization", "Bearer " + ConsoleDesk.KEY).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())).build()).statusCode() == 201;
    }

    private static List<String> cases(String path) throws IOException {
        return Files.readAllLines(Shared.path(path)).stream()
                .map(line -> Json.parseObject(line.getBytes(StandardCharsets.UTF_8)).get("value").asText())
                .toList();
    }
}
