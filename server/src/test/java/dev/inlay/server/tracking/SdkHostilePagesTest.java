package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that break things, and pages that forbid much: nothing is thrown into them, and what can be told is told. */
class SdkHostilePagesTest extends SdkPage {
    @AfterEach
    void nothingWasThrownIntoThePage() {
        assertThat(window.problems()).filteredOn(problem -> problem.startsWith("uncaught")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "window.hrq = Object.freeze([['clearCart']])",
        "window.hrq = Object.seal([['clearCart']])",
        "Object.defineProperty(window, 'hrq', {value: Object.freeze([['clearCart']])})",
        "Object.freeze(window.ADDWISH_PARTNER_NS = {}); hrq.push(['clearCart'])",
        "window.ADDWISH_PARTNER_NS = 7; hrq.push(['clearCart'])",
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('none') }}); hrq.push(['clearCart'])",
        "navigator.sendBeacon = undefined; AbortSignal.timeout = undefined; hrq.push(['clearCart'])",
        "window.dataLayer = Object.freeze([]); hrq.push(['clearCart'])",
        "window.dataLayer = {push: 7}; hrq.push(['init',{dataLayer:true}],['clearCart'])",
        "window.console = undefined; hrq.push(['nonsense'],['clearCart'])",
        "history.replaceState = () => { throw new Error('no') }; location.hash = 'aw_source'; hrq.push(['clearCart'])",
        "document.querySelectorAll = undefined; hrq.push(['clearCart'])",
        "hrq.push(['getTrackingUserId',() => { throw new Error('mine') }],['clearCart'])",
        "hrq.push(['getTrackingUserId'],['clearCart'])",
        "hrq.push(null,7,{},[],['nonsense'],['constructor'],['__proto__'],['toString'],'reload',['init',null],"
                + "['clearCart'])",
        "const round = {}; round.round = round; hrq.push(['setCart',round],['trackConversion',round],['clearCart'])"
    })
    void pageThatBreaksThingsIsTrackedAllTheSame(String breaking) {
        open(QUIET + breaking);

        await(() -> !carts().isEmpty(), () -> "a cart");
        assertEquals("[]", carts().getLast().body().path("productNumbers").toString());
    }

    @Test
    void commandsWorkAfterAFrozenQueue() {
        open("window.hrq = Object.freeze([['init',{trackPageView:false}]])");
        page.waitForFunction("!!window.ADDWISH_PARTNER_NS");

        evaluate("hrq.push(['clearCart'])");

        assertEquals("collect/cart", call().path());
    }

    @Test
    void callbackThatPushesAndThrowsKeepsTheOrder() {
        open(QUIET + "hrq.push(['trackConversion',{orderNumber:'1'},() => { hrq.push(['clearCart']); throw 1 }],"
                + "['setCustomerId','K-1'])");

        assertThat(calls(3)).extracting(RecordingFront.Call::path)
                .containsExactly("collect/conversion", "collect/customerId", "collect/cart");
    }

    @Test
    void scriptThatIsThereTwiceTracksOnce() {
        open("/", "<script>hrq=[['setCustomerId','K-1']]</script>" + embed() + embed() + embed().replace("async", ""));

        assertThat(calls(2)).extracting(RecordingFront.Call::path)
                .containsExactly("collect/customerId", "collect/pageview");
    }

    @Test
    void frozenQueueIsReadOnceEvenByTwoScripts() {
        open("/", "<script>Object.defineProperty(window, 'hrq', {value: "
                + "Object.freeze([['setCustomerId','K-1']])})</script>"
                + embed() + embed());

        assertThat(calls(2)).extracting(RecordingFront.Call::path)
                .containsExactly("collect/customerId", "collect/pageview");
    }

    @Test
    void queueThatThePageReplacesIsFoundByASecondScript() {
        open("/", embed().replace("async", "") + "<script>window.hrq=[['init',{trackPageView:false}],"
                + "['clearCart']]</script>"
                + embed().replace("async", ""));

        assertEquals("collect/cart", call().path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "defer", "", "type=module crossorigin"})
    void scriptWorksHoweverItIsLoaded(String how) {
        open("/", embed().replace("async", how) + "<script>window.hrq = window.hrq || []; "
                + "hrq.push(['clearCart'])</script>");

        assertThat(calls(2)).extracting(RecordingFront.Call::path).contains("collect/cart", "collect/pageview");
    }

    @Test
    void scriptMayBeInsertedLaterAndNamedByAnAttribute() {
        open("/", "<script>const tag = document.createElement('script'); tag.src = '" + front.url() + "/sdk.js';"
                + "tag.dataset.websiteUuid = '" + website.uuid() + "'; document.head.append(tag)</script>");

        assertEquals("collect/pageview", call().path());
    }

    @Test
    void scriptWithoutWebsiteDoesNothing() {
        open("/", "<script>hrq=[['clearCart']]</script><script async src='" + front.url() + "/sdk.js'></script>");

        assertSilent();
    }

    @Test
    void strictPolicyOfThePageIsKept() {
        String host = front.url().replace("/inlay", "");
        shop.put("/shop.js", "window.hrq = window.hrq || []; hrq.push(['setCustomerId', 'K-1'])", Map.of());

        open("/", "<script src='/shop.js'></script>" + embed(), Map.of("Content-Security-Policy",
                "default-src 'none'; script-src 'self' " + host + "; connect-src " + host
                        + "; require-trusted-types-for 'script'"));

        calls(2);
        assertThat(window.problems()).filteredOn(problem -> !problem.contains("favicon")).isEmpty();
    }

    @Test
    void pageThatForbidsConnectionsIsLeftInPeace() {
        open("/", "<script>hrq=[['clearCart']]</script>" + embed(),
                Map.of("Content-Security-Policy", "connect-src 'none'"));

        pause();
        assertThat(front.calls()).isEmpty();
    }

    @Test
    void sandboxedFrameWithoutCookiesIsTrackedUnderOneId() {
        shop.put("/frame", "<script>hrq=[['init',{trackPageView:false}],['clearCart'],"
                + "['clearCart']]</script>" + embed(),
                Map.of());
        open("/", "<iframe sandbox='allow-scripts' src='/frame'></iframe>");

        List<RecordingFront.Call> both = calls(2);
        assertEquals(both.getFirst().text("trackingUserId"), both.getLast().text("trackingUserId"));
    }

    @Test
    void browserThatRefusesCookiesIsTrackedUnderOneIdForThePage() {
        open(QUIET + "Object.defineProperty(document, 'cookie',"
                + "{get() { throw new Error('no') }, set() { throw new Error('no') }});"
                + "hrq.push(['clearCart'],['clearCart'])");

        List<RecordingFront.Call> both = calls(2);
        assertEquals(both.getFirst().text("trackingUserId"), both.getLast().text("trackingUserId"));
        BrowserContext context = window.context();
        assertThat(context.cookies()).isEmpty();
    }

    private List<RecordingFront.Call> carts() {
        return tracked().stream().filter(call -> call.path().equals("collect/cart")).toList();
    }
}
