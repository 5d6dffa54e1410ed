package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told arrives: from a page that leaves, over a server that fails, in order, and without asking first. */
class SdkDeliveryTest extends SdkPage {
    @ParameterizedTest
    @ValueSource(strings = {"", "navigator.sendBeacon = undefined;", "navigator.sendBeacon = () => false;",
            "navigator.sendBeacon = () => { throw new Error('no') };"})
    void callOfAPageThatLeavesArrives(String breaking) {
        setCookie(ID);
        open(QUIET + breaking);

        evaluate("hrq.push(['setCustomerId','K-1'],['setCart',{productNumbers:['P1']}],['trackPageView','u1']);"
                + "location.href = '/next'");
        page.waitForURL("**/next");

        assertThat(calls(3)).extracting(RecordingFront.Call::path)
                .containsExactlyInAnyOrder("collect/customerId", "collect/cart", "collect/pageview");
    }

    @Test
    void veryFirstCallOfAPageThatLeavesArrivesUnderTheIdThatStays() {
        open(QUIET);

        evaluate("hrq.push(['setCart',{productNumbers:['P1']}]); location.href = '/next'");
        page.waitForURL("**/next");

        assertEquals(cookie().orElseThrow().value, call().text("trackingUserId"));
    }

    @Test
    void callInTheLastMomentArrives() {
        setCookie(ID);
        open(QUIET + "addEventListener('pagehide', () => hrq.push(['clearCart']))");
        page.waitForFunction("window.ADDWISH_PARTNER_NS");

        page.navigate(shop.url("/next"));

        assertEquals("collect/cart", call().path());
    }

    @Test
    void pageThatComesBackGoesOnTelling() {
        open(QUIET);
        evaluate("dispatchEvent(new Event('pagehide')); hrq.push(['setCustomerId','K-1'])");
        evaluate("dispatchEvent(new Event('pageshow')); hrq.push(['clearCart',answer => window.answer = answer])");

        assertThat(calls(2)).extracting(RecordingFront.Call::path)
                .containsExactly("collect/customerId", "collect/cart");
        assertEquals("Cart tracked", evaluate("answer.message"));
    }

    @Test
    void whatWaitsIsSentWhenThePageIsHidden() {
        setCookie(ID);
        open(QUIET);
        front.outage = RecordingFront.Outage.OVERLOADED;
        evaluate("hrq.push(['clearCart'])");
        await(() -> front.refused() > 0, () -> "a refusal");
        front.outage = RecordingFront.Outage.NONE;

        evaluate("Object.defineProperty(document, 'visibilityState', {value: 'hidden'});"
                + "document.dispatchEvent(new Event('visibilitychange'))");

        assertEquals("collect/cart", call().path());
    }

    @ParameterizedTest
    @EnumSource(value = RecordingFront.Outage.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void callsAreRepeatedInOrderUntilTheServerIsBack(RecordingFront.Outage outage) {
        open(QUIET);
        front.outage = outage;
        evaluate("hrq.push(['setCustomerId','K-1'],['trackPageView','u1'],['clearCart'])");
        await(() -> front.refused() > 1, () -> "refusals");
        front.outage = RecordingFront.Outage.NONE;

        assertThat(calls(3)).extracting(RecordingFront.Call::path)
                .containsExactly("collect/customerId", "collect/pageview", "collect/cart");
        assertThat(calls(3)).extracting(call -> call.text("trackingUserId")).containsOnly(cookie().orElseThrow().value);
    }

    @Test
    void callThatCannotBeDeliveredIsGivenUpAndHoldsNothingUp() {
        page.clock().install();
        front.outage = RecordingFront.Outage.OVERLOADED;
        open(QUIET + "hrq.push(['trackConversion',{orderNumber:'1'},answer => window.answer = answer])");
        await(() -> {
            page.clock().runFor(10_000);
            return (boolean) evaluate("!!window.answer");
        }, () -> "the end of trying");

        assertEquals("The server cannot be reached", evaluate("answer.message"));
        assertEquals(1 + 7, front.refused());
        front.outage = RecordingFront.Outage.NONE;
        evaluate("hrq.push(['clearCart'])");
        await(() -> !tracked().isEmpty(), () -> "the next call");
    }

    @Test
    void callThatIsRefusedIsToldToTheDeveloperAndHoldsNothingUp() {
        open(QUIET + "window.told = []; console.warn = (...words) => told.push(words.join(' '));"
                + "hrq.push(['setCart',{total:'1,5',productNumbers:[]}],['trackConversion',{orderNumber:''},"
                + "answer => window.answer = answer],['clearCart'])");
        await(() -> tracked().size() == 3, () -> "three calls, there are " + tracked());

        page.waitForFunction("told.length == 2");
        assertEquals("Inlay: cart: total must be a number - was '1,5'", evaluate("told[0]"));
        assertEquals(false, evaluate("answer.success"));
        assertEquals(200, tracked().getLast().status());
    }

    @Test
    void callThatIsTooLargeIsNotSentAndHoldsNothingUp() {
        open(QUIET + "hrq.push(['setCart',{urls:['x'.repeat(66000)]}],['clearCart'])");

        assertEquals("[]", call().body().path("productNumbers").toString());
    }

    @Test
    void largeCallIsSent() {
        open(QUIET + "hrq.push(['setCart',{urls:['https://shop.example/?' + 'x'.repeat(60000)]}])");

        assertEquals("collect/cart", call().path());
    }

    @Test
    void noPreflightIsSent() {
        open("hrq.push(['setCustomerId','K-1'],['trackConversion',{orderNumber:'1'}])");
        calls(3);
        evaluate("hrq.push(['clearCart'],['clearCart']); location.href = '/next'");
        page.waitForURL("**/next");
        calls(5);

        assertThat(front.calls()).extracting(RecordingFront.Call::method).containsOnly("POST");
        assertThat(front.calls()).extracting(RecordingFront.Call::contentType).containsOnly("text/plain;charset=UTF-8");
    }

    @Test
    void callIsSentAsItWasWhenPushed() {
        open(QUIET + "const cart = {productNumbers:['P1']}; hrq.push(['setCart',cart]); "
                + "cart.productNumbers.push('P2')");
        evaluate("const next = {productNumbers:['P3']}; hrq.push(['setCart',next]); next.productNumbers = 7");

        assertEquals("[\"P3\"]", calls(2).getLast().body().path("productNumbers").toString());
    }

    @Test
    void pageOfTheShopCannotNameAnotherWebsiteOrShopperByAccident() {
        open(QUIET + "hrq.push(['setCart',{productNumbers:[],websiteUuid:'x',trackingUserId:'y'}])");

        assertEquals(website.uuid().toString(), call().text("websiteUuid"));
        assertEquals(cookie().orElseThrow().value, call().text("trackingUserId"));
    }

    @Test
    void cookieOfAnHttpsShopIsSecureAndCallsGoOut() {
        page.waitForResponse("https://inlay.test/serve/collect/pageview",
                () -> openElsewhere("https://shop.test/", ""));

        assertEquals(true, cookie().orElseThrow().secure);
        assertEquals(ID, cookie().orElseThrow().value);
    }
}
