package dev.inlay.server.console.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
import dev.inlay.server.http.Json;
import dev.inlay.server.snippet.MailService;
import dev.inlay.server.snippet.MailServices;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignPageTest {
    private static final List<String> TITLES =
            List.of("Backpack", "Sweater <b>wool</b>", "Headlamp", "Stove", "Tent", "Rain jacket", "Mug", "Socks");
    private static final String ANNA = "anna+news@example.test";

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;
    private static String annasBrowser;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "Page shop", TITLES);
        annasBrowser = shop.visitor(ANNA, "P1", "P2", "P5");
        shop.visitor("bodil@example.test", "P1", "P7");
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    private static String campaign(String name) {
        return shop.campaign(name, "'slots':4,'strategies':[{'type':'last_viewed','max':2},{'type':'for_you'}],"
                + "'excludedProducts':['P7'],'defaultProducts':['P6','P8']");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void somebodyUnknownIsSeenFirst(int width) {
        String id = campaign("Unknown " + width);
        try (Chromium.Window window = desk.signIn(width, 900)) {
            window.page().navigate(shop.page("/campaigns/" + id));

            assertThat(rows(window.page())).startsWith("1 Rain jacket P6 Default product, score 1. proposed",
                    "2 Socks P8 Default product, score 0.5. proposed");
            assertThat(window.page().textContent("#seen")).contains("The shop knows nobody by this name");
            assertEquals(4, pictures(window.page()).size());
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void aKnownReaderSeesOwnProductsAndTheSentencesSayWhy() {
        String id = campaign("Known");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            look(window.page(), id, "userEmail", ANNA);
            JsonNode explained = desk.api("POST", shop.api("/campaigns/" + id + "/explain"),
                    Json.object().put("userEmail", ANNA).put("send", "preview"));

            List<String> products = StreamSupport.stream(explained.get("slots").spliterator(), false)
                    .map(slot -> slot.get("productNumber").asText()).toList();
            assertEquals(products, pictures(window.page()).stream()
                    .map(url -> url.replaceFirst(".*product=([^&]*)&.*", "$1")).toList());
            assertThat(rows(window.page()).getFirst())
                    .isEqualTo("1 Tent P5 Last viewed, score 1, because of Tent. proposed");
            assertThat(rows(window.page()).get(1)).startsWith("2 Sweater <b>wool</b> P2 Last viewed, score 1,");
            assertThat(window.page().textContent("#seen")).contains("Known by 1 tracking user", annasBrowser,
                    "History: 3 views and cart entries, 0 purchases.", "Excluded by this campaign: Mug");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void everyPictureIsTheOneThatTheApiPreviewsAndThatMailsWillShow() {
        String id = campaign("Pictures");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            look(window.page(), id, "userEmail", ANNA);
            List<String> pictures = pictures(window.page());
            for (int slot = 1; slot <= 4; slot++) {
                byte[] shown = window.page().request().get(pictures.get(slot - 1)).body();

                String sent = "/serve/tile/" + id + "/" + slot + ".png?send=preview&userEmail=" + ANNA;
                assertArrayEquals(bytes(sent), shown);
            }
        }
    }

    @Test
    void lookingLocksNothingCountsNothingAndPutsNoAddressIntoUrlsOfItsOwn() {
        String id = campaign("Quiet");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            List<String> urls = new ArrayList<>();
            window.page().onRequest(request -> urls.add(request.url()));
            look(window.page(), id, "userEmail", ANNA);
            look(window.page(), id, "nobody", "");
            JsonNode explained = desk.api("POST", shop.api("/campaigns/" + id + "/explain"),
                    Json.object().put("userEmail", ANNA).put("send", "preview"));

            assertThat(explained.findValuesAsText("locked")).containsOnly("false");
            assertThat(desk.api("GET", shop.api("/campaigns/" + id + "/statistics"), Json.object()).findPath("pictures")
                    .findPath("person").asInt()).isZero();
            assertThat(urls).isNotEmpty().noneMatch(url -> url.contains("anna") || url.contains("example.test"));
        }
    }

    @ParameterizedTest
    @CsvSource({"customerId, C-1, The shop knows nobody by this name", "nobody, '', The mail names nobody",
            "trackingUserId, 0123456789abcdef01234567, No mail can name a tracking user",
            "userEmail, not an address, userEmail must be an address", "customerId, '', Type an address or id",
            "trackingUserId, xyz, must be 24 hex characters"})
    void everyKindOfReaderIsAnswered(String who, String name, String says) {
        String id = campaign("Kinds");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            look(window.page(), id, who, name);

            assertThat(window.page().textContent("#seen")).contains(says);
            assertEquals(name, window.page().inputValue("#name"));
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void theMailHasItsWidthItsPicturesOffAndNoScript() {
        String id = campaign("Widths");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/" + id));
            page.selectOption("#width", "375");
            page.waitForSelector("iframe.w375");
            assertEquals(375, page.evaluate("document.querySelector('iframe').clientWidth"));
            assertEquals("allow-same-origin", page.getAttribute("iframe", "sandbox"));
            page.selectOption("#images", "off");
            page.waitForSelector("iframe[src*='images=off']");

            assertEquals(List.of("", "", "", ""), pictures(page));
            assertThat((String) page.frameLocator("iframe").locator("img").first().getAttribute("alt"))
                    .isEqualTo("Recommended for you, item 1");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void theRealUrlsLeadToWhatIsShown() {
        String id = campaign("Real");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            look(window.page(), id, "userEmail", ANNA);
            String image = window.page().getAttribute("a:has-text('open image')", "href");

            assertThat(image).endsWith("/serve/tile/" + id + "/1.png?send=preview"
                    + "&userEmail=anna%2Bnews%40example.test");
            bytes(URI.create(image).getRawPath() + "?" + URI.create(image).getRawQuery());
            look(window.page(), id, "userEmail", ANNA);
            assertThat(rows(window.page())).allMatch(row -> row.endsWith(" locked"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void theSnippetIsTheOneOfTheApi(int width) {
        String id = campaign("Snippet " + width);
        try (Chromium.Window window = desk.signIn(width, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/" + id));
            assertSnippet(page, id, "service=mailchimp");
            page.selectOption("#service", "brevo");
            page.waitForCondition(() -> !page.inputValue("#snippet-html").contains("*|"));
            assertSnippet(page, id, "service=brevo");
            page.selectOption("#identity", "customerId");
            page.waitForCondition(() -> page.inputValue("#snippet-html").contains("customerId="));
            assertSnippet(page, id, "service=brevo&identity=customerId");
            page.selectOption("#service", "custom");
            page.waitForSelector("#snippet-made [role=alert]");
            page.click("text=Own tags");
            page.fill("#customerIdTag", "[[\"id\" & <x>]]");
            page.check("#ampersand");
            page.waitForSelector("#snippet-html");
            assertSnippet(page, id, "service=custom&identity=customerId&ampersand=bare"
                    + "&customerIdTag=%5B%5B%22id%22%20%26%20%3Cx%3E%5D%5D");
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void everyMailServiceCanBeChosenWithoutScripts() {
        String id = campaign("Services");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = window.page();
            page.route("**/*.js*", route -> route.abort());
            page.route("**/mail?*", route -> route.abort());
            for (MailService service : MailServices.bundled().all()) {
                String query = "service=" + service.slug() + "&emailTag=%7B%7Bmail%7D%7D";
                page.navigate(shop.page("/campaigns/" + id + "?" + query));

                assertEquals(service.slug(), page.inputValue("#service"));
                assertSnippet(page, id, query);
            }
        }
    }

    @Test
    void aCopyHasAllSettingsAndIsEditedNext() {
        String id = campaign("Original");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().navigate(shop.page("/campaigns/" + id));
            window.page().click("text=Duplicate");
            window.page().waitForURL("**/edit");
            JsonNode copy = shop.campaign(CampaignFormTest.idIn(window.page().url()));

            assertEquals("Copy of Original", copy.get("name").asText());
            assertThat(List.of("strategies", "slots", "defaultProducts", "excludedProducts"))
                    .allMatch(name -> copy.get(name).equals(shop.campaign(id).get(name)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void clearingAsksFirstAndWarnsOnceMailsWereOpened(int width) {
        String id = campaign("Cleared " + width);
        try (Chromium.Window window = desk.signIn(width, 900)) {
            Page page = window.page();
            page.navigate(shop.page("/campaigns/" + id + "/clear"));
            assertThat(page.textContent("main")).doesNotContain("Mail programs may");
            bytes("/serve/tile/" + id + "/1.png?send=preview&userEmail=" + ANNA);
            page.navigate(shop.page("/campaigns/" + id + "/clear"));
            assertThat(page.textContent("main")).contains("loaded once in the last 90 days", "keep the older picture");
            assertThat(window.scrollsSideways()).isFalse();
            page.click("button:has-text('Clear')");
            page.waitForURL("**?done=cleared");

            look(page, id, "userEmail", ANNA);
            assertThat(rows(page)).allMatch(row -> row.endsWith(" proposed"));
        }
    }

    @Test
    void deletingAsksFirst() {
        String id = campaign("Deleted");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().navigate(shop.page("/campaigns/" + id));
            window.page().click("text=Delete campaign");
            window.page().waitForURL("**/delete");
            assertEquals("Deleted", shop.campaign(id).get("name").asText());
            window.page().click("button:has-text('Delete campaign')");
            window.page().waitForURL("**/campaigns");

            assertThat(desk.api("GET", shop.api("/campaigns"), Json.object()).toString()).doesNotContain(id);
            assertEquals(404, window.page().navigate(shop.page("/campaigns/" + id)).status());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void theListShowsEachCampaignWithTheLastThirtyDays(int width) {
        String id = shop.campaign("Listed " + width, "'type':'rolling','period':'P7D','slots':2");
        bytes("/serve/tile/" + id + "/1.png?userEmail=" + ANNA);
        try (Chromium.Window window = desk.signIn(width, 900)) {
            window.page().navigate(shop.page("/campaigns"));
            String line = "tr:has-text('Listed " + width + "')";

            assertEquals("Listed " + width + " new every 7 days product-tile 2 1 0 0.0 % 0",
                    words(window.page(), line));
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void aCampaignOfAnotherWebsiteIsNotThere() {
        String id = campaign("Own");
        String other = desk.website("Other shop");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            for (String page : List.of("", "/edit", "/clear", "/delete", "/mail", "/tile.png", "/results",
                    "/results.csv")) {
                String url = desk.url("/console/websites/" + other + "/campaigns/" + id + page);
                assertEquals(404, window.page().request().get(url).status(), page);
            }
        }
    }

    private static void look(Page page, String id, String who, String name) {
        page.navigate(shop.page("/campaigns/" + id));
        page.selectOption("#who", who);
        page.fill("#name", name);
        page.waitForResponse("**/campaigns/" + id, () -> page.click(".viewer button"));
        page.waitForCondition(() -> page.locator(".htmx-request, .htmx-swapping, .htmx-settling").count() == 0);
    }

    /** What the frame of the mail shows. */
    private static List<String> pictures(Page page) {
        FrameLocator mail = page.frameLocator("iframe");
        mail.locator("img").first().waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED));
        return mail.locator("img").all().stream().map(image -> image.getAttribute("src"))
                .map(url -> url.isEmpty() ? url : desk.url(url)).toList();
    }

    private static List<String> rows(Page page) {
        return page.locator(".reasons tbody tr").all().stream()
                .map(row -> row.innerText().replaceAll("\\s+", " ").strip()).toList();
    }

    private static String words(Page page, String selector) {
        return page.innerText(selector).replaceAll("\\s+", " ").strip();
    }

    private static void assertSnippet(Page page, String id, String query) {
        for (String format : List.of("html", "mjml")) {
            String ofApi = new String(bytes(shop.api("/campaigns/" + id + "/snippet?format=" + format + "&" + query)));
            assertThat(ofApi).startsWith(page.inputValue("#snippet-" + format)).isNotBlank();
        }
        JsonNode urls = desk.api("GET", shop.api("/campaigns/" + id + "/snippet?format=urls&" + query), Json.object());
        assertThat(page.inputValue("#snippet-urls")).contains(urls.findValuesAsText("image"))
                .contains(urls.findValuesAsText("click"));
        assertThat(page.locator("#snippet .notes li").allInnerTexts())
                .containsAll(texts(urls.get("notes")));
        assertEquals(texts(urls.get("checklist")), page.locator(".checklist li").allTextContents());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static byte[] bytes(String path) {
        return desk.bytes(HttpRequest.newBuilder(URI.create(desk.url(path))).timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + ConsoleDesk.KEY)
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36")
                .build());
    }
}
