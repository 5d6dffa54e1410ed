package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.Chromium;
import dev.inlay.server.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A page of a shop in a browser without past, and what its SDK tells a real server on another host. */
abstract class SdkPage {
    static final String QUIET = "hrq.push(['init', {trackPageView: false}]);";

    @TempDir
    static Path folder;
    static TestServer server;

    Website website;
    RecordingFront front;
    ShopPages shop;
    Chromium.Window window;
    Page page;

    @BeforeAll
    static void start() {
        server = TestServer.on(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void openShop() throws IOException {
        window = Chromium.open(800, 600);
        page = window.page();
        website = server.website(WebsiteSettings.DEFAULTS);
        front = new RecordingFront(server);
        shop = new ShopPages();
    }

    @AfterEach
    void closeShop() {
        window.close();
        shop.close();
        front.close();
    }

    final String sdkUrl() {
        return front.url() + "/sdk.js?websiteUuid=" + website.uuid();
    }

    final String embed() {
        return "<script async src='" + sdkUrl() + "'></script>";
    }

    /** Opens a page with these commands before the SDK, and waits until it has loaded. */
    final void open(String commands) {
        open("/", "<script>window.hrq = window.hrq || [];" + commands + "</script>" + embed());
    }

    final void open(String path, String html) {
        open(path, html, Map.of());
    }

    final void open(String path, String html, Map<String, String> headers) {
        String plain = path.split("[?#]")[0];
        shop.put(plain, html.contains("<!doctype") ? html : "<!doctype html><title>Shop</title>" + html, headers);
        page.navigate(shop.url(path));
    }

    final Object evaluate(String script) {
        return page.evaluate(script);
    }

    /** The tracking calls as soon as there are this many; no more may follow shortly after. */
    final List<RecordingFront.Call> calls(int count) {
        await(() -> tracked().size() >= count, () -> count + " calls, there are " + tracked());
        pause();
        assertThat(tracked()).hasSize(count);
        assertThat(tracked()).allSatisfy(call -> assertEquals(200, call.status(), call.toString()));
        return tracked();
    }

    final RecordingFront.Call call() {
        return calls(1).getFirst();
    }

    /** Everything but the minting of ids. */
    final List<RecordingFront.Call> tracked() {
        return front.calls().stream().filter(call -> !call.path().equals("trackingUser")).toList();
    }

    final void assertSilent() {
        pause();
        assertThat(front.calls()).isEmpty();
        assertThat(cookie()).isEmpty();
    }

    final Optional<Cookie> cookie() {
        return window.context().cookies().stream().filter(cookie -> cookie.name.equals("hello_retail_id")).findFirst();
    }

    final void setCookie(String value) {
        window.context().addCookies(List.of(new Cookie("hello_retail_id", value).setUrl(shop.url("/"))));
    }

    /** Time enough for a page to do what it should not. */
    final void pause() {
        page.waitForTimeout(250);
    }

    final void await(BooleanSupplier condition, java.util.function.Supplier<String> what) {
        for (int i = 0; i < 400; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            page.waitForTimeout(25);
        }
        throw new AssertionError("waited in vain for " + what.get());
    }
}
