package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent or stored before the shopper agrees, nor after the shopper said no. */
class SdkConsentTest extends SdkPage {
    private static final String GTAG = "window.dataLayer = []; function gtag() { dataLayer.push(arguments) }";
    private static final String DENIED = GTAG
            + "gtag('consent','default',{personalization_storage:'denied',analytics_storage:'denied',"
            + "wait_for_update:500});";
    private static final String AGREE =
            "gtag('consent','update',{personalization_storage:'granted',analytics_storage:'granted'})";

    @Test
    void callsWaitInMemoryForConsent() {
        open("hrq.push(['init',{consentRequired:true}],['setCustomerId','K-1'],"
                + "['getTrackingUserId',id => window.id = id])");
        assertSilent();

        evaluate("hrq.push(['setTrackingOptOut',false])");

        assertThat(calls(2)).extracting(RecordingFront.Call::path)
                .containsExactly("collect/customerId", "collect/pageview");
        assertEquals(cookie().orElseThrow().value, evaluate("id"));
    }

    @Test
    void consentMayBeDemandedAfterTheFirstCommands() {
        open("hrq.push(['setCustomerId','K-1'],['getTrackingUserId',id => window.id = id],['init',"
                + "{consentRequired:true}])");

        assertSilent();
    }

    @Test
    void sayingThatNobodyOptedOutIsNoConsent() {
        open("hrq.push(['init',{consentRequired:true,setTrackingOptOut:false}])");

        assertSilent();
    }

    @Test
    void refusedConsentDropsWhatWaited() {
        open("hrq.push(['init',{consentRequired:true}],['setCustomerId','K-1'],['setTrackingOptOut',true])");
        evaluate("hrq.push(['clearCart'])");
        assertSilent();

        evaluate("hrq.push(['setTrackingOptOut',false],['setCustomerId','K-2'])");

        assertEquals("K-2", call().text("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"['setTrackingOptOut',true]", "['init',{setTrackingOptOut:true}]"})
    void optOutDeletesTheCookieAndSendsNothing(String command) {
        setCookie(ID);
        open("hrq.push(" + command + ",['clearCart'],['trackConversion',{orderNumber:'1'},answer => "
                + "window.answer = answer])");
        evaluate("hrq.push(['setCustomerEmail','anna@example.test'],['reload'],['getTrackingUserId',id => "
                + "window.id = id])");

        page.waitForFunction("window.id");
        assertSilent();
        assertEquals("0".repeat(24), evaluate("id"));
        assertEquals("Not tracked for anonymous user", evaluate("answer.message"));
    }

    @Test
    void optOutAlsoDeletesACookieOfAllHosts() {
        window.context().addCookies(List.of(new Cookie("hello_retail_id", ID).setDomain(".shop.test").setPath("/")));

        openElsewhere("http://www.shop.test/", "hrq.push(['setTrackingOptOut',true])");

        await(() -> cookie().isEmpty(), () -> "the end of " + cookie());
    }

    @Test
    void shopperWhoOptedOutEarlierStaysOut() {
        setCookie("0".repeat(24));
        open("hrq.push(['clearCart'])");
        pause();
        assertThat(front.calls()).isEmpty();

        evaluate("hrq.push(['setTrackingOptOut',false],['clearCart'])");

        assertThat(call().text("trackingUserId")).isNotEqualTo("0".repeat(24));
    }

    @Test
    void optOutWhileTheIdIsFetchedLeavesNoCookie() {
        open(QUIET + "hrq.push(['clearCart']); setTimeout(() => hrq.push(['setTrackingOptOut',true]))");

        pause();
        assertThat(cookie()).isEmpty();
    }

    @Test
    void consentModeHoldsUntilItsUpdate() {
        open(DENIED);
        assertSilent();

        evaluate(AGREE);

        assertEquals("collect/pageview", call().path());
    }

    @Test
    void oneOfTheTwoConsentsIsNotEnough() {
        open(DENIED);
        evaluate("gtag('consent','update',{analytics_storage:'granted'})");

        assertSilent();
    }

    @Test
    void callsWaitUntilBothConsentsAreDecided() {
        open(DENIED);
        evaluate("gtag('consent','update',{analytics_storage:'granted'})");
        assertSilent();

        evaluate("gtag('consent','update',{personalization_storage:'granted'})");

        assertEquals("collect/pageview", call().path());
    }

    @Test
    void consentModeThatArrivesLaterIsHeard() {
        open("hrq.push(['init',{consentRequired:true}])");
        evaluate("window.gtag = function() { dataLayer.push(arguments) }");
        assertSilent();

        evaluate(AGREE);

        assertEquals("collect/pageview", call().path());
    }

    @Test
    void defaultIsNoConsentWhereConsentIsRequired() {
        open("hrq.push(['init',{consentRequired:true}]);" + DENIED.replace("denied", "granted"));

        assertSilent();
    }

    @Test
    void consentForAdvertisingAloneIsNotOurs() {
        open("hrq.push(['init',{consentRequired:true}]);" + GTAG + "gtag('consent','update',{ad_storage:'granted'});");

        assertSilent();
    }

    @Test
    void revokedConsentDeletesTheCookieAndSendsNothing() {
        open(DENIED + AGREE);
        calls(1);

        evaluate("gtag('consent','update',{personalization_storage:'denied'}); hrq.push(['clearCart'])");

        calls(1);
        assertThat(cookie()).isEmpty();
        evaluate(AGREE + "; gtag('consent','default',{analytics_storage:'denied'}); hrq.push(['clearCart'])");
        assertEquals("collect/cart", calls(2).getLast().path());
    }

    @Test
    void nobodyIsTrackedOnlyBecauseNoOneOptedOutWhereConsentModeSaysNo() {
        open(DENIED + "hrq.push(['setTrackingOptOut',false])");

        assertSilent();
    }
}
