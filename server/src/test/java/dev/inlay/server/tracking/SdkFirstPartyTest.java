package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import dev.inlay.db.website.Website;
import dev.inlay.server.Nginx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop whose own host passes a folder on to Inlay: the server sets the cookie, and nothing leaves the host. */
class SdkFirstPartyTest extends SdkPage {
    /** Notes what scripts write into the cookie. */
    private static final String WATCHED = "window.written = []; const own = Object.getOwnPropertyDescriptor("
            + "Document.prototype, 'cookie'); Object.defineProperty(document, 'cookie', {"
            + "get: () => own.get.call(document),"
            + "set: value => { written.push(value); own.set.call(document, value); }});";

    @TempDir
    Path nginxFolder;

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private Nginx nginx;

    @BeforeEach
    void startNginx() throws IOException, InterruptedException {
        nginx = Nginx.start(nginxFolder, shop.port(), front.port());
        page.onRequest(request -> requests.add(request.url()));
    }

    @AfterEach
    void stopNginx() throws InterruptedException {
        nginx.close();
    }

    @Override
    String shopHost() {
        return "localhost";
    }

    @Override
    String url(String path) {
        return nginx.url(path);
    }

    @Override
    String inlayUrl() {
        return nginx.url("/inlay");
    }

    @Test
    void serverSetsTheCookieOfAFirstVisit() {
        String set = identityOf(() -> open(""));

        Cookie cookie = cookie().orElseThrow();
        assertEquals("hello_retail_id=" + cookie.value + "; Path=/; Max-Age=31536000; SameSite=Lax", set);
        assertThat(cookie.expires - Instant.now().getEpochSecond()).isBetween(364 * 86_400d, 366 * 86_400d);
        assertEquals(cookie.value, call().text("trackingUserId"));
        assertEquals(url("/"), call().text("location"));
        assertThat(requests).allSatisfy(request -> assertThat(request).startsWith(url("/")));
        assertThat(paths()).containsOnlyOnce("identity").doesNotContain("trackingUser");
    }

    @Test
    void serverRenewsACookieOnceAVisitAndNoScriptTouchesIt() {
        setCookie(ID);
        String set = identityOf(() -> open(WATCHED));
        calls(1);
        await(() -> evaluate("sessionStorage.inlay_kept") != null, () -> "a visit that is noted");

        assertThat(set).startsWith("hello_retail_id=" + ID + "; ");
        assertEquals(List.of(), evaluate("written"));
        open("/next", "<script>" + WATCHED + "</script>" + embed());
        assertEquals(ID, calls(2).getLast().text("trackingUserId"));
        assertEquals(List.of(), evaluate("written"));
        assertThat(paths()).containsOnlyOnce("identity");
    }

    @Test
    void visitThatLostItsCookieGetsANewOneFromTheServer() {
        identityOf(() -> open(""));
        calls(1);
        window.context().clearCookies();

        String set = identityOf(() -> open("/next", embed()));

        assertThat(set).startsWith("hello_retail_id=" + calls(2).getLast().text("trackingUserId") + "; ");
        assertThat(calls(2)).extracting(call -> call.text("trackingUserId")).doesNotHaveDuplicates();
    }

    @Test
    void twoTabsAtOnceHaveOneIdFromTheBeginning() {
        shop.put("/", "<script>window.hrq=[]</script>" + embed(), Map.of());
        Page other = window.context().newPage();
        Stream.of(page, other).forEach(tab -> tab.evaluate("url => setTimeout(() => location.href = url)", url("/")));

        assertThat(calls(2)).extracting(call -> call.text("trackingUserId")).containsOnly(cookie().orElseThrow().value);
    }

    @Test
    void tabThatIsDecidingIsWaitedFor() {
        open("navigator.locks.request('hello_retail_id', async () => {"
                + "while (!(await navigator.locks.query()).pending.length) "
                + "await new Promise(later => setTimeout(later));"
                + "document.cookie = 'hello_retail_id=" + ID + "; path=/'; });");

        assertEquals(ID, call().text("trackingUserId"));
    }

    @Test
    void withoutLocksWhatAnotherTabWroteLastCounts() {
        open("delete Navigator.prototype.locks;" + WATCHED + "const watch = setInterval(() => {"
                + "if (written.length) { clearInterval(watch); own.set.call(document, 'hello_retail_id=" + ID
                + "; path=/'); }});");

        assertEquals(ID, call().text("trackingUserId"));
    }

    @Test
    void nothingIsCalledBeforeConsent() {
        open("hrq.push(['init',{consentRequired:true}],['getTrackingUserId',id => window.id = id])");
        assertSilent();

        String set = identityOf(() -> evaluate("hrq.push(['setTrackingOptOut',false])"));

        assertThat(set).contains(call().text("trackingUserId"));
    }

    @Test
    void optOutDeletesTheCookieOfTheServer() {
        identityOf(() -> open(""));
        calls(1);

        evaluate("hrq.push(['setTrackingOptOut',true],['clearCart'])");

        calls(1);
        assertThat(cookie()).isEmpty();
        assertEquals(0, evaluate("sessionStorage.length"));
    }

    @Test
    void optOutWhileTheServerIsAskedLeavesNoCookie() {
        AtomicReference<Route> asking = new AtomicReference<>();
        page.route(url("/inlay/identity"), asking::set);
        open(WATCHED);
        await(() -> asking.get() != null, () -> "the question");
        evaluate("hrq.push(['setTrackingOptOut',true]); written.length = 0");

        assertThat(identityOf(() -> asking.get().resume())).matches("hello_retail_id=[0-9a-f]{24}; .*");

        await(() -> !((List<?>) evaluate("written")).isEmpty(), () -> "the end of " + cookie());
        await(() -> cookie().isEmpty(), () -> "the end of " + cookie());
        assertEquals(0, evaluate("sessionStorage.length"));
    }

    @Test
    void scriptSetsTheCookieWhereTheServerRefuses() {
        server.websites.update(website.id(), before -> new Website(before.id(), before.uuid(),
                before.name(), URI.create("https://shop.example"), before.currency(), before.locale(),
                List.of("shop.example"), before.settings()));
        setCookie(ID);
        open(WATCHED);

        assertEquals(ID, call().text("trackingUserId"));
        await(() -> !((List<?>) evaluate("written")).isEmpty(), () -> "a cookie");
        assertEquals("hello_retail_id=" + ID + "; path=/; SameSite=Lax; Max-Age=31536000", evaluate("written[0]"));
    }

    @ParameterizedTest
    @EnumSource(value = RecordingFront.Outage.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void serverThatIsAwayCostsNothing(RecordingFront.Outage outage) {
        front.outage = outage;
        open("hrq.push(['clearCart'])");
        await(() -> front.refused() > 1, () -> "refusals");
        front.outage = RecordingFront.Outage.NONE;

        assertThat(calls(2)).extracting(call -> call.text("trackingUserId")).containsOnly(cookie().orElseThrow().value);
        assertThat(window.problems()).noneMatch(problem -> problem.startsWith("uncaught"));
    }

    @Test
    void noOtherCookieOfTheShopReachesUs() {
        window.context().addCookies(List.of(new Cookie("session", "secret").setUrl(url("/"))));
        identityOf(() -> open(""));
        calls(1);
        evaluate("hrq.push(['clearCart']); location.href = '/next'");
        page.waitForURL("**/next");
        calls(2);

        assertThat(front.calls()).extracting(call -> call.header("Cookie")).allMatch(cookies ->
                cookies.isEmpty() || cookies.matches("hello_retail_id=([0-9a-f]{24})?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/inlay/console", "/inlay/api/websites", "/inlay/openapi", "/inlay/serve/tile/x/1.png",
            "/inlay/"})
    void nothingElseOfUsIsOnTheShopsHost(String path) throws Exception {
        shop.put(path, "a page of the shop", Map.of());
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals("a page of the shop", client.send(HttpRequest.newBuilder(URI.create(
                    url(path).replace("localhost", "127.0.0.1"))).build(), BodyHandlers.ofString()).body());
        }
    }

    @Test
    void scriptUnderItsHashIsKeptBehindTheProxyToo() {
        open("/", "<script async src='" + inlayUrl() + "/sdk-" + SdkScript.bundled().hash() + ".js?websiteUuid="
                + website.uuid() + "'></script>");

        call();
        assertThat(paths()).contains("identity");
    }

    @Test
    void scriptOfAnotherHostMayUseTheShopsOwn() {
        identityOf(() -> openWith(front.url(), "hrq.push(['init',{firstParty:true}]);"));
        calls(1);

        assertThat(requests).filteredOn(request -> !request.contains("/sdk.js"))
                .allSatisfy(request -> assertThat(request).startsWith(url("/")));
    }

    @Test
    void shopMayDoWithoutTheServersCookie() {
        openWith(inlayUrl(), "hrq.push(['init',{firstParty:false}]);");
        calls(1);

        assertThat(paths()).containsExactly("trackingUser", "collect/pageview");
    }

    private void openWith(String inlay, String commands) {
        open("/", "<script>window.hrq=[];" + commands + "</script><script async src='" + inlay
                + "/sdk.js?websiteUuid=" + website.uuid() + "'></script>");
    }

    /** What the server set while {@code doing}. */
    private String identityOf(Runnable doing) {
        Response answer = page.waitForResponse(url("/inlay/identity"), doing);
        assertEquals(200, answer.status());
        return answer.headerValue("Set-Cookie");
    }

    private List<String> paths() {
        return front.calls().stream().map(RecordingFront.Call::path).toList();
    }
}
