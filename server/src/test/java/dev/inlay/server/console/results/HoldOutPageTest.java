package dev.inlay.server.console.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
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
import org.junit.jupiter.params.provider.ValueSource;

class HoldOutPageTest {
    private static final int READERS = 12;

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;
    private static String campaign;
    private static String without;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "Compared shop", List.of("Mug", "Tent"));
        campaign = shop.campaign("Weekly", "'slots':1,'holdOutPercent':50");
        without = shop.campaign("Monthly", "'slots':1");
        for (int reader = 0; reader < READERS; reader++) {
            shop.visitor("reader" + reader + "@example.test", "P1");
            open(campaign, reader);
        }
        open(without, 0);
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void armsStandSideBySideAsTheApiTellsThem(int width) {
        JsonNode arms = arms();
        try (Chromium.Window window = desk.signIn(width, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/" + campaign + "/results"));

            List<String> rows = page.locator("[aria-label='Hold-out'] tbody tr").allInnerTexts().stream()
                    .map(row -> row.replaceAll("\\s+", " ").strip()).toList();
            assertThat(rows.getFirst()).startsWith("Personalized " + arms.at("/0/recipients") + " 0 0.0 % ");
            assertThat(rows.getLast()).startsWith("Hold-out " + arms.at("/1/recipients") + " 0 0.0 % ");
            assertEquals(READERS, arms.at("/0/recipients").intValue() + arms.at("/1/recipients").intValue());
            assertThat(page.innerText("main")).contains("Too few recipients to tell");
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void campaignWithoutHoldOutSaysNothingOfOne() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().navigate(shop.page("/campaigns/" + without + "/results"));

            assertThat(window.page().innerText("main")).contains("Each day").doesNotContain("Hold-out");
        }
    }

    @Test
    void summaryOfTheCampaignTellsTheShare() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().navigate(shop.page("/campaigns/" + campaign));

            assertThat(window.page().innerText("main")).contains("50 % of recipients see bestsellers");
        }
    }

    /** Once all readers are counted. */
    private static JsonNode arms() {
        JsonNode arms = Json.object();
        for (int i = 0; i < 400 && arms.at("/0/pictures").asInt() + arms.at("/1/pictures").asInt() < READERS; i++) {
            arms = desk.api("GET", shop.api("/campaigns/" + campaign + "/statistics"), Json.object()).path("arms");
        }
        return arms;
    }

    private static void open(String campaign, int reader) {
        desk.send(HttpRequest.newBuilder(URI.create(desk.url("/serve/tile/" + campaign
                + "/1.png?send=w1&userEmail=reader" + reader + "@example.test"))).build());
    }
}
