package dev.inlay.server.console.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
import dev.inlay.server.http.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignFormTest {
    private static final String SAVE = "button:has-text('Save campaign') >> nth=0";
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("name", "Spring & <i>summer</i>"), Map.entry("slots", "6"), Map.entry("period", "PT6H"),
            Map.entry("strategies[0].max", "2"), Map.entry("strategies[0].filter.brands", "Fjell\nBris"),
            Map.entry("strategies[0].filter.priceMax", "99.90"),
            Map.entry("pinnedProducts", "P1\nP2"), Map.entry("defaultProducts", "P3"),
            Map.entry("excludedProducts", "P4\r\n\r\n P5 "), Map.entry("excludeBoughtDays", "0"),
            Map.entry("reminderDays", "30"), Map.entry("maxPerCategory", "3"), Map.entry("maxPerBrand", "0"),
            Map.entry("holdOutPercent", "10"),
            Map.entry("filter.brands", "Vidde"), Map.entry("filter.categories", "Shoes > Sneakers\nTents"),
            Map.entry("filter.priceMin", "10.50"), Map.entry("filter.priceMax", "1000"),
            Map.entry("filter.minDiscountPercent", "15"), Map.entry("filter.productNumbers", "P1\nP2\nP3"),
            Map.entry("filter.attributes", "season = winter\nseason = autumn\nfit = wide"),
            Map.entry("endsAt", "2030-12-24T18:00:00+01:00"),
            Map.entry("fallbackUrl", "https://shop.example/news"), Map.entry("utm.source", "inlay"),
            Map.entry("utm.medium", "email"), Map.entry("utm.campaign", "spring"),
            Map.entry("product-card/variables.accent", "#0a7d4b"), Map.entry("product-card/variables.button", "Look"));
    private static final String EVERYTHING = """
            {"name": "Spring & <i>summer</i>", "type": "rolling", "period": "PT6H", "slots": 6,
             "template": "product-card",
             "strategies": [
               {"type": "abandoned_cart", "max": 2, "filter": {"brands": ["Fjell", "Bris"], "priceMax": 99.90}},
               {"type": "offers"}],
             "filter": {"brands": ["Vidde"], "categories": ["Shoes > Sneakers", "Tents"], "priceMin": 10.50,
               "priceMax": 1000, "minDiscountPercent": 15, "productNumbers": ["P1", "P2", "P3"],
               "attributes": {"season": ["winter", "autumn"], "fit": ["wide"]}},
             "pinnedProducts": ["P1", "P2"], "pinnedEvenIfSoldOut": true, "defaultProducts": ["P3"],
             "excludedProducts": ["P4", "P5"], "excludeBoughtDays": 0, "fill": false,
             "reminderDays": 30, "maxPerCategory": 3, "maxPerBrand": 0, "holdOutPercent": 10,
             "utm": {"source": "inlay", "medium": "email", "campaign": "spring"}, "identity": "token",
             "liveText": true, "endsAt": "2030-12-24T18:00:00+01:00", "reidentify": true,
             "fallbackUrl": "https://shop.example/news", "whenGone": "home",
             "variables": {"accent": "#0a7d4b", "button": "Look"}}
            """;
    private static final String AWKWARD = """
            {"name": "Awkward", "strategies": [{"type": "TOP"}, {"type": "fixed_list", "max": 24,
               "filter": {"productNumbers": ["\\"quoted\\"", "[1]", "two\\nlines", " blank around "],
               "priceMin": 0.10}}],
             "filter": {"categories": [["A > B", "C"], "D > E"], "priceMin": 10.50, "priceMax": 1000,
               "attributes": {"a = b": ["c = d", "\\"e\\""], "empty": [], "f": [" g"]}},
             "pinnedProducts": ["0012", "P 1", "{{x}}"], "defaultProducts": ["\\u202eevil", "a,b;c"],
             "utm": {"campaign": "a b&c=d"}, "fallbackUrl": "https://shop.example/?a=b&c=%20#d",
             "variables": {"text": "#abc"}}
            """;

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "Form shop", List.of("Mug", "Tent"));
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void everySettingComesToTheApiAsItWasGiven(int width) {
        try (Chromium.Window window = desk.signIn(width, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/new"));
            page.click("text=Add a step");
            page.waitForSelector("#up-1");
            page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)");
            check(page, "type-rolling", "template-product-card", "identity-token", "whenGone-home", "liveText",
                    "reidentify", "pinnedEvenIfSoldOut");
            page.uncheck(field("fill"));
            page.selectOption(field("strategies[0].type"), "abandoned_cart");
            page.selectOption(field("strategies[1].type"), "offers");
            page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)");
            TEXTS.forEach((name, value) -> page.fill(field(name), value));
            assertThat(window.scrollsSideways()).isFalse();
            page.click(SAVE);
            page.waitForURL("**/campaigns/*?done=made");

            assertEquals(parsed(EVERYTHING), withoutId(shop.campaign(idIn(page.url()))));
            assertThat(page.textContent("h1")).isEqualTo("Spring & <i>summer</i>");
            assertThat(window.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EVERYTHING, AWKWARD, "{\"name\":\"plain\"}"})
    void savingWhatWasNotTouchedChangesNothing(String settings) {
        String id = desk.api("POST", shop.api("/campaigns"), parsed(settings)).get("id").asText();
        JsonNode before = shop.campaign(id);
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().navigate(shop.page("/campaigns/" + id + "/edit"));
            window.page().click(SAVE);
            window.page().waitForURL("**?done=saved");

            assertEquals(before, shop.campaign(id));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "name | '' | name is required",
        "slots | 25 | must be a whole number from 1 to 24",
        "slots | four | must be a number",
        "excludeBoughtDays | -1 | must be a whole number",
        "holdOutPercent | 60 | must be a whole number from 0 to 50",
        "maxPerBrand | 25 | must be a whole number from 0 to 24",
        "filter.priceMin | 10,50 | must be a number",
        "filter.priceMin | 2000 | must not be above priceMax",
        "filter.minDiscountPercent | 101 | must be a whole number from 0 to 100",
        "filter.categories | 'Shoes > ' | must be a path such as",
        "strategies[0].max | 0 | must be a whole number from 1 to 24",
        "strategies[0].filter.priceMax | -1 | must not be negative",
        "fallbackUrl | https://elsewhere.example/ | must lie on a host of the website",
        "product-card/variables.accent | greenish | must be a colour"})
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost(String field, String value, String rule) {
        String id = desk.api("POST", shop.api("/campaigns"), parsed(EVERYTHING)).get("id").asText();
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/" + id + "/edit"));
            page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)");
            page.fill(field("utm.source"), "typed <before>");
            page.fill(field(field), value);
            page.click(SAVE);
            page.waitForSelector("[role=alert]");

            assertEquals(value, page.inputValue(field(field)));
            assertEquals("typed <before>", page.inputValue(field("utm.source")));
            assertThat(page.getAttribute(field(field), "aria-invalid")).isEqualTo("true");
            assertThat(page.isVisible(field(field))).isTrue();
            assertThat((String) page.evaluate("name => { const at = document.getElementById(name).closest('div, li');"
                    + "return at.innerText + at.parentElement.parentElement.innerText; }", field)).contains(rule);
            assertEquals(parsed(EVERYTHING), withoutId(shop.campaign(id)));
        }
    }

    @Test
    void aPeriodIsAskedForOnlyWhereThereIsOne() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().navigate(shop.page("/campaigns/new"));

            assertThat(window.page().isVisible("#period")).isFalse();
            window.page().check("#type-rolling");
            assertThat(window.page().isVisible("#period")).isTrue();
            window.page().fill("#period", "soon");
            window.page().check("#type-auto");
            window.page().fill("#name", "x");
            window.page().click(SAVE);
            window.page().waitForSelector("[role=alert]");
            assertThat(window.page().isVisible("#period")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stepsAreAddedMovedAndRemovedByKeyboardWithAndWithoutScripts(boolean scripts) {
        String id = shop.campaign("Steps", "'strategies':[{'type':'for_you','max':1},{'type':'offers'}]");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = window.page();
            if (!scripts) {
                page.route("**/*.js*", Route::abort);
            }
            page.navigate(shop.page("/campaigns/" + id + "/edit"));
            page.fill("#name", "typed before");
            press(page, "text=Add a step", "#up-2");
            page.selectOption(field("strategies[2].type"), "random");
            press(page, "#up-2", field("strategies[1].type") + " [value=random][selected]");
            page.waitForCondition(() -> "up-1".equals(page.evaluate("document.activeElement.id")));
            press(page, "#down-0", field("strategies[1].max") + "[value='1']");
            press(page, "#remove-2", "#steps:not(:has(#remove-2))");
            page.waitForCondition(() -> page.locator(".step").count() == 2);
            assertEquals("typed before", page.inputValue("#name"));
            page.focus("#slots");
            page.keyboard().press("Enter");
            page.waitForURL("**?done=saved");

            assertEquals(parsed("{\"s\":[{\"type\":\"random\"},{\"type\":\"for_you\",\"max\":1}]}").get("s"),
                    shop.campaign(id).get("strategies"));
        }
    }

    private static void press(Page page, String button, String then) {
        page.press(button, "Enter");
        page.waitForSelector(then, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForSelector(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added",
                new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static void check(Page page, String... ids) {
        for (String id : ids) {
            page.check(field(id));
        }
    }

    private static String field(String id) {
        return "[id='" + id + "']";
    }

    static String idIn(String url) {
        return url.replaceFirst(".*/campaigns/", "").replaceFirst("[/?#].*", "");
    }

    private static JsonNode withoutId(JsonNode campaign) {
        return ((ObjectNode) campaign.deepCopy()).without("id");
    }

    private static JsonNode parsed(String json) {
        return Json.parseObject(json.getBytes(StandardCharsets.UTF_8));
    }
}
