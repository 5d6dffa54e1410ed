package dev.inlay.server.console.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.inlay.server.Chromium;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
import dev.inlay.server.console.Contrast;
import dev.inlay.server.console.HostileStrings;
import dev.inlay.server.console.Shopper;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeoplePagesTest {
    private static final String PHONE = "66f1a2b3c4d5e6f708192a3b";
    private static final String LAPTOP = "66f1a2b3c4d5e6f708192a3c";
    private static final String ADDRESS = "zacharias.quint@quux.example";

    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;
    private static String campaign;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "Daybird", List.of("Wanderer boots", "Merino socks", "Trail lamp"));
        campaign = shop.campaign("Spring letter", "'slots': 3");
        new Shopper(desk, shop.uuid(), PHONE).views("P1", "no-such-number").putsIntoCart("P2").has(ADDRESS)
                .isCustomer("K-5518").buys("SO-20931", "P3");
        new Shopper(desk, shop.uuid(), LAPTOP).isCustomer("K-5518").viewsPage("https://shop.example/p/1");
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({"userEmail, Zacharias.Quint@quux.example, Person known by an address",
            "customerId, K-5518, Customer K-5518", "trackingUserId, " + PHONE + ", Tracking user " + PHONE})
    void somebodyIsFoundByEachName(String who, String name, String title) {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = found(window, who, name);

            assertEquals(title, page.textContent("h1"));
            assertThat(page.textContent("section[aria-labelledby=identity]"))
                    .contains("2 tracking users", PHONE, LAPTOP, "customer K-5518", "said by a browser, not trusted");
            assertThat(page.textContent("section[aria-labelledby=cart]")).contains("Merino socks");
            assertThat(page.locator("section[aria-labelledby=timeline] .entry .what").allTextContents())
                    .containsExactly("Viewed", "Bought, order SO-20931", "Put into the cart", "Viewed unmatched",
                            "Viewed");
            assertThat(page.locator("section[aria-labelledby=timeline] .entry .product").allTextContents())
                    .containsExactly("Wanderer boots P1", "Trail lamp P3", "Merino socks P2", "no-such-number",
                            "Wanderer boots P1");
            assertThat(window.problems()).isEmpty();
        }
    }

    @Test
    void everyCampaignShowsWhatThisPersonWouldSee() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = found(window, "userEmail", ADDRESS);

            assertEquals("Spring letter", page.textContent("section[aria-labelledby=mails] h3"));
            assertThat(page.locator(".tiles li").count()).isEqualTo(3);
            load(page, ".tiles img");
            assertEquals(List.of(568, 568, 568),
                    page.locator(".tiles img").evaluateAll("all => all.map(one => one.naturalWidth)"));
            assertThat(desk.api("GET", shop.api("/campaigns/" + campaign + "/statistics"),
                    Json.object()).toString()).doesNotContain("\"productNumber\"");
        }
    }

    @Test
    void operatorSaysWhatAPersonAgreedTo() {
        String tablet = "66f1a2b3c4d5e6f708192a5e";
        new Shopper(desk, shop.uuid(), tablet).views("P2").isCustomer("K-6001");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = found(window, "customerId", "K-6001");
            assertThat(consent(page)).contains("Never said yes or no", "see personal products", "They said yes",
                    "They said no");
            assertThat(page.textContent("section[aria-labelledby=mails]")).contains("Merino socks");

            say(page, "They said no");
            assertThat(consent(page)).contains("Refused: mails show default products", "said here in the console",
                    "They said yes").doesNotContain("They said no");
            assertEquals("denied", desk.api("POST", shop.api("/people/consent"), Json.object()
                    .put("customerId", "K-6001").put("consent", "granted").put("time", "2020-01-01T00:00:00Z"))
                    .get("consent").asText());

            say(page, "They said yes");
            assertThat(consent(page)).contains("Agreed to personal products", "They said no")
                    .doesNotContain("They said yes");
            assertThat(window.problems()).isEmpty();
        }
    }

    private static void say(Page page, String answer) {
        page.waitForNavigation(() -> page.click("text=" + answer));
    }

    private static String consent(Page page) {
        return page.textContent("section[aria-labelledby=consent]");
    }

    @Test
    void whoIsUnknownIsSaidToBeSoAndAWrongNameToo() {
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = find(window, "customerId", "k-5518");
            assertThat(page.textContent("main")).contains("Nobody found");
            assertEquals("k-5518", page.inputValue("#name"));

            find(window, "trackingUserId", "xyz");
            assertEquals("name must be 24 hex characters - was 'xyz'", page.textContent("#name-hint"));
        }
    }

    @Test
    void theTimelineGoesOnPageByPage() {
        String many = "66f1a2b3c4d5e6f708192a4d";
        Shopper shopper = new Shopper(desk, shop.uuid(), many);
        for (int view = 0; view < 35; view++) {
            shopper.views("old-" + view);
        }
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            Page page = found(window, "trackingUserId", many);
            assertEquals(30, page.locator("#timeline ~ .entries .entry").count());

            page.click("text=Older");
            page.waitForURL("**before=**");

            assertEquals(List.of("old-4", "old-3", "old-2", "old-1", "old-0"),
                    page.locator("#timeline ~ .entries .product").allTextContents());
            assertEquals(0, page.locator("text=Older").count());
        }
    }

    @Test
    void theAddressIsInNoUrlNoLogAndNoFile() throws IOException {
        List<String> seen = new ArrayList<>();
        Handler log = new Handler() {
            @Override
            public void publish(LogRecord line) {
                seen.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger.getLogger("").addHandler(log);
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().onRequest(request -> seen.add(request.url() + request.headers()));
            Page page = found(window, "userEmail", ADDRESS);
            load(page, ".tiles img");
            page.click(".path a");
            page.waitForSelector("h1:has-text('Tracking user')");
            seen.add(page.content());
        } finally {
            Logger.getLogger("").removeHandler(log);
        }

        assertThat(seen).noneMatch(text -> text.contains("quux") || text.contains("zacharias"));
        assertThat(seen).anyMatch(text -> text.contains("/people/"));
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(PeoplePagesTest::read))
                    .noneMatch(text -> text.contains("quux") || text.contains("zacharias"));
        }
    }

    @Test
    void aLinkToAPersonIsGoodInItsSessionAndItsShopOnly() {
        String other = desk.website("Other shop");
        try (Chromium.Window window = desk.signIn(1280, 900); Chromium.Window elsewhere = desk.signIn(1280, 900)) {
            String url = found(window, "userEmail", ADDRESS).url();

            assertEquals(404, elsewhere.page().navigate(url).status());
            assertEquals(404, window.page().navigate(url.replace(shop.uuid(), other)).status());
            assertEquals(404, window.page().navigate(url + "A").status());
            assertEquals(200, window.page().navigate(url).status());
        }
    }

    @Test
    void anotherShopKnowsNothingOfThePerson() {
        String other = desk.website("Other shop");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            window.page().navigate(desk.url("/console/websites/" + other + "/people"));
            submit(window.page(), "userEmail", ADDRESS);

            assertThat(window.page().textContent("main")).contains("Nobody found").doesNotContain(PHONE);
            assertEquals(404, window.page().navigate(
                    desk.url("/console/websites/" + other + "/people/tile?product=P1")).status());
        }
    }

    @Test
    void whateverAShopSendsIsShownAsText() {
        List<String> hostile = HostileStrings.all();
        Shopper shopper = new Shopper(desk, shop.uuid(), "66f1a2b3c4d5e6f708192a99");
        hostile.forEach(text -> shopper.views(text.substring(0, Math.min(text.length(), 200))));
        shopper.putsIntoCart(hostile.toArray(String[]::new)).isCustomer("\"><script>window.hit=1</script>");
        try (Chromium.Window window = desk.signIn(1280, 900)) {
            List<String> dialogs = new ArrayList<>();
            window.page().onDialog(dialog -> dialogs.add(dialog.message()));
            Page page = found(window, "customerId", "\"><script>window.hit=1</script>");
            for (int pages = 0; pages < 5 && page.locator("text=Older").count() > 0; pages++) {
                assertThat(page.evaluate("window.hit")).isNull();
                page.navigate(page.locator("a[rel=next]").evaluate("link => link.href").toString());
            }

            assertThat(dialogs).isEmpty();
            assertThat(page.locator("main script").count()).isZero();
            assertThat(window.scrollsSideways()).isFalse();
            assertThat(window.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void thePagesFitTheWindow(int width) {
        try (Chromium.Window window = desk.signIn(width, 800)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                window.page().navigate(shop.page("/people"));
                assertThat(Contrast.tooLow(window.page())).isEmpty();
                window.shoot("people-" + width + "-" + scheme);
                assertThat(window.scrollsSideways()).isFalse();
                Page page = found(window, "userEmail", ADDRESS);
                load(page, "img");
                assertThat(Contrast.tooLow(page)).isEmpty();
                window.shoot("person-" + width + "-" + scheme);
                assertThat(window.scrollsSideways()).isFalse();
            }
            assertThat(window.problems()).isEmpty();
        }
    }

    private static Page found(Chromium.Window window, String who, String name) {
        Page page = find(window, who, name);
        page.waitForURL("**/people/*");
        return page;
    }

    private static Page find(Chromium.Window window, String who, String name) {
        window.page().navigate(shop.page("/people"));
        submit(window.page(), who, name);
        return window.page();
    }

    private static void submit(Page page, String who, String name) {
        page.selectOption("#who", who);
        page.fill("#name", name);
        page.click("button:text-is(\"Find\")");
    }

    private static String read(Path file) {
        try {
            return Files.size(file) == 0 ? "" : new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for pictures, also for those that are loaded when they come into sight. */
    private static void load(Page page, String pictures) {
        page.locator(pictures).evaluateAll("all => Promise.all(all.map(one => (one.loading = 'eager', one.decode())))");
    }
}
