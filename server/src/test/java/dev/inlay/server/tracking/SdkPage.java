package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.server.Chromium;
import dev.inlay.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A page of a shop in a browser without past, and what its SDK tells a real server on another host. */
abstract class SdkPage {
    static final String QUIET = "hrq.push(['init', {trackPageView: false}]);";

    static final String ID = "62a0317d17698aa57d369db9";

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
        website = server.website(WebsiteSettings.DEFAULTS, shopHost());
        front = new RecordingFront(server);
        shop = new ShopPages();
    }

    @AfterEach
    void closeShop() {
        window.close();
        shop.close();
        front.close();
    }

    /** The host that the website says it is. */
    String shopHost() {
        return "shop.example";
    }

    /** Where browsers find a page of the shop. */
    String url(String path) {
        return shop.url(path);
    }

    /** Where browsers find the server. */
    String inlayUrl() {
        return front.url();
    }

    final String sdkUrl() {
        return inlayUrl() + "/sdk.js?websiteUuid=" + website.uuid();
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
        page.navigate(url(path));
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

    /** Everything but what is told of ids alone. */
    final List<RecordingFront.Call> tracked() {
        return front.calls().stream().filter(call -> call.path().startsWith("collect/")).toList();
    }

    /** Lets a page of another host, http or https, with cookies of its own, load the SDK from {@code inlay.test}. */
    final void openElsewhere(String url, String commands) {
        String script = new String(SdkScript.bundled().plain(), StandardCharsets.UTF_8);
        String inlay = url.split("://")[0] + "://inlay.test/";
        page.route(url, route -> route.fulfill(answer("text/html", "<script>window.hrq = [];" + commands
                + "</script><script async src='" + inlay + "sdk.js?websiteUuid=" + website.uuid() + "'></script>")));
        page.route(inlay + "sdk.js*", route -> route.fulfill(answer("text/javascript", script)));
        page.route(inlay + "serve/**", route -> route.fulfill(
                answer("application/json", "{\"id\":\"" + ID + "\",\"success\":true}")));
        page.navigate(url);
    }

    private static Route.FulfillOptions answer(String type, String body) {
        return new Route.FulfillOptions().setBody(body)
                .setHeaders(Map.of("Content-Type", type, "Access-Control-Allow-Origin", "*"));
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
        window.context().addCookies(List.of(new Cookie("hello_retail_id", value).setUrl(url("/"))));
    }

    /** Time enough for a page to do what it should not. */
    final void pause() {
        page.waitForTimeout(250);
    }

    final void await(BooleanSupplier condition, Supplier<String> what) {
        for (int i = 0; i < 1200; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            page.waitForTimeout(25);
        }
        throw new AssertionError("waited in vain for " + what.get());
    }
}
