package dev.inlay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.inlay.server.demo.Demo;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as somebody meets it who has just cloned Inlay: in a browser. */
class DemoIT {
    private static final Pattern CAMPAIGN = Pattern.compile("/serve/tile/([a-z0-9]+)/1[.]png");

    /** Who clicks sooner after the first picture may be a program. */
    private static final int CALM = 5_500;

    private static Demo demo;
    private static int port;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        JsonLog.installQuietly();
        demo = Demo.prepare(folder, Map.of("INLAY_DEMO_PORT", String.valueOf(port)));
        demo.start();
    }

    @AfterAll
    static void stop() {
        demo.close();
        assertThat(demo.folder()).doesNotExist();
    }

    @Test
    void newEditionShowsWhatWasLookedAtAndItsClickLandsThere() throws Exception {
        try (Chromium.Window window = Chromium.open(1280, 900)) {
            Page page = window.page();
            String before = firstSlots(page, "anna");
            look(page, "armchair");
            look(page, "floor-lamp");
            logIn(page, "anna@example.test");

            page.navigate(url("/demo/inbox?to=anna"));
            page.getByText("Send a new edition").click();
            page.waitForURL("**/demo/inbox?mail=for-you&send=edition-*");
            List<String> reasons = page.locator(".reasons li a").allTextContents();
            String send = page.url().replaceFirst(".*send=([^&]*).*", "$1");
            JsonNode slot = explain("userEmail", "anna@example.test", send).at("/slots/0");

            assertThat(reasons.toString()).isNotEqualTo(before);
            assertThat(List.of("W-3001", "W-3002")).contains(slot.get("productNumber").textValue());
            assertThat(slot.get("locked").booleanValue()).isTrue();
            Page landing = page.waitForPopup(() -> mail(page).locator("a img").first().click());
            landing.waitForSelector("article.product");
            assertEquals(slot.get("productNumber").textValue(),
                    landing.locator("article.product").getAttribute("data-product"));
            assertThat(ownProblems(window)).isEmpty();
        }
    }

    @Test
    void aClickInTheMailShowsUpInTheResultsOfTheConsole() {
        try (Chromium.Window window = Chromium.open(1280, 900)) {
            Page page = window.page();
            page.navigate(url("/demo"));
            page.getByText("Open the console").click();
            page.waitForURL("**/console/websites/**");
            String results = page.url() + "/results";
            long before = clicksOfPeople(page, results);

            look(page, "candle");
            logIn(page, "clicking@example.test");
            page.navigate(url("/demo/inbox?mail=for-you"));
            page.getByText("Send a new edition").click();
            page.waitForURL("**send=edition-*");
            page.waitForCondition(() -> mail(page).locator("a img").count() == 4);
            page.waitForTimeout(CALM);
            page.waitForPopup(() -> mail(page).locator("a img").first().click()).waitForSelector("article.product");

            page.waitForCondition(() -> clicksOfPeople(page, results) > before);
            assertThat(ownProblems(window)).isEmpty();
        }
    }

    @Test
    void olderEditionKeepsItsPicturesWhateverHappensInTheShop() {
        try (Chromium.Window window = Chromium.open(1280, 900)) {
            Page page = window.page();
            String before = firstSlots(page, "ben");
            look(page, "teapot");
            logIn(page, "ben@example.test");
            page.navigate(url("/demo/inbox?to=ben"));
            page.getByText("Send a new edition").click();
            page.waitForURL("**send=edition-*");

            assertThat(page.locator(".reasons li a").allTextContents()).contains("Mossbank stoneware teapot");
            assertEquals(before, firstSlots(page, "ben"));
        }
    }

    @Test
    void cartAndOrderAreToldAndWhatWasBoughtIsLeftOut() throws Exception {
        try (Chromium.Window window = Chromium.open(1280, 900)) {
            Page page = window.page();
            look(page, "kettle");
            page.getByText("Add to cart").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/demo/shop/cart");
            assertThat(told(page)).contains("cart: W-2007");
            logIn(page, "buyer@example.test");
            page.navigate(url("/demo/shop/cart"));
            page.getByText("Place the order").click();
            page.waitForURL("**/demo/shop/thanks");
            awaitHistory("buyer@example.test", "purchase");

            assertThat(told(page)).contains("order WT-").contains("address: buyer@example.test");
            JsonNode explained = explain("userEmail", "buyer@example.test", "later");
            assertThat(explained.at("/history").findValuesAsText("type")).contains("view", "cart", "purchase");
            assertThat(explained.at("/slots").findValuesAsText("productNumber")).doesNotContain("W-2007").hasSize(4);
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void newVisitorStartsAfresh() {
        try (Chromium.Window window = Chromium.open(1280, 900)) {
            Page page = window.page();
            look(page, "candle");
            String first = trackingUser(window);
            logIn(page, "fresh@example.test");
            page.getByText("Become a new visitor").click();
            page.waitForURL(url("/demo/shop"));
            look(page, "cushion");

            assertThat(trackingUser(window)).matches("[0-9a-f]{24}").isNotEqualTo(first);
            assertThat(page.locator(".shop-head").textContent()).contains("Log in");
            assertThat(told(page)).doesNotContain("W-3005");
        }
    }

    @Test
    void mailWithoutPicturesShowsItsWords() {
        try (Chromium.Window window = Chromium.open(1280, 900)) {
            window.page().navigate(url("/demo/inbox?to=anna&look=images-off"));

            assertThat(mail(window.page()).locator("a img").first().getAttribute("alt"))
                    .isEqualTo("Recommended for you, item 1");
            assertThat(mail(window.page()).locator("img[src]").count()).isZero();
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void clearedMailPicksAnew() throws Exception {
        try (Chromium.Window window = Chromium.open(1280, 900)) {
            Page page = window.page();
            page.navigate(url("/demo/inbox?mail=fresh&to=dana"));
            page.getByText("Clear locked products").click();
            page.waitForURL("**mail=fresh**");

            assertThat(page.locator(".reasons li")).satisfies(list -> assertEquals(4, list.count()));
            assertThat(window.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280", "375"})
    void everyPageFitsItsWindowAndBreaksNoRuleOfItsOwn(int width) {
        try (Chromium.Window window = Chromium.open(width, 800)) {
            for (String path : List.of("/demo", "/demo/shop", "/demo/shop/p/enamel-mug-blue", "/demo/shop/p/birdhouse",
                    "/demo/shop/cart", "/demo/shop/account", "/demo/inbox", "/demo/inbox?mail=second-look&to=carla",
                    "/demo/inbox?mail=fresh&to=somebody-unknown&look=dark", "/demo/inbox?look=phone")) {
                window.page().navigate(url(path));

                assertThat(window.scrollsSideways()).as(path + " scrolls sideways").isFalse();
                assertThat(window.problems()).as(path).isEmpty();
                assertThat(Axe.findings(window.page())).as(path).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/demo/photos/stage.png", "/demo/photos/tent", "/demo/photos/..%2fdemo.css",
        "/demo/assets/x", "/demo/shop/p/unicorn", "/demo/nothing"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertEquals(404, client("").open(path).statusCode());
    }

    @Test
    void titlesOfTheAddressBarAreEscaped() throws Exception {
        String page = new String(client("").open("/demo/inbox?to=%3Cscript%3E&send=%22%3E%3Cb%3E").body(),
                StandardCharsets.UTF_8);

        assertThat(page).doesNotContain("<script>").doesNotContain("\"><b>");
    }

    private static void look(Page page, String name) {
        page.navigate(url("/demo/shop/p/" + name));
        page.waitForCondition(() -> !page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("hello_retail_id")).toList().isEmpty());
    }

    private static void logIn(Page page, String email) {
        page.navigate(url("/demo/shop/account"));
        page.getByLabel("Address").fill(email);
        page.locator(".login button").click();
        page.waitForSelector("text=Good to see you");
        awaitHistory(email, "view");
    }

    /** Waits until the node knows that {@code email} did something of {@code type}. */
    private static void awaitHistory(String email, String type) {
        for (int i = 0; i < 200; i++) {
            try {
                if (explain("userEmail", email, "later").at("/history").findValuesAsText("type").contains(type)) {
                    return;
                }
                Thread.sleep(50);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("no " + type + " arrived");
    }

    /** The titles that edition 1 shows to this recipient: locked when its pictures had been loaded. */
    private static String firstSlots(Page page, String recipient) {
        page.navigate(url("/demo/inbox?send=edition-1&to=" + recipient));
        page.reload();
        return page.locator(".reasons li a").allTextContents().toString();
    }

    private static long clicksOfPeople(Page page, String results) {
        page.navigate(results);
        return Long.parseLong(page.locator(".figure", new Page.LocatorOptions().setHasText("People who clicked"))
                .locator("strong").textContent().trim());
    }

    private static FrameLocator mail(Page page) {
        return page.frameLocator("iframe");
    }

    /** Without those of the browser's driver, whose scripts the mail's sandbox keeps out. */
    private static List<String> ownProblems(Chromium.Window window) {
        return window.problems().stream().filter(problem -> !problem.contains("/demo/inbox/mail")).toList();
    }

    private static String told(Page page) {
        return page.locator("#told").textContent();
    }

    private static String trackingUser(Chromium.Window window) {
        return window.context().cookies().stream().filter(cookie -> cookie.name.equals("hello_retail_id"))
                .map((Cookie cookie) -> cookie.value).findFirst().orElse("");
    }

    private static JsonNode explain(String parameter, String value, String send) throws Exception {
        Client operator = client(key());
        String uuid = operator.get("/api/websites").json().at("/websites/0/websiteUuid").textValue();
        String mail = new String(operator.open("/demo/inbox/mail").body(), StandardCharsets.UTF_8);
        Matcher campaign = CAMPAIGN.matcher(mail);
        assertThat(campaign.find()).isTrue();
        return operator.post("/api/websites/" + uuid + "/campaigns/" + campaign.group(1) + "/explain",
                Map.of(parameter, value, "send", send)).json();
    }

    /** As the welcome page hands it to the console. */
    private static String key() throws Exception {
        String welcome = new String(client("").open("/demo").body(), StandardCharsets.UTF_8);
        return welcome.replaceFirst("(?s).*name=\"key\" value=\"([0-9a-f]+)\".*", "$1");
    }

    private static Client client(String key) {
        return new Client("http://127.0.0.1:" + port, key);
    }

    private static String url(String path) {
        return "http://localhost:" + port + path;
    }
}
