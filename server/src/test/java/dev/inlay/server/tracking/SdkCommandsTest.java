package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.SameSiteAttribute;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.identity.TrackingUserId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command, before and after the script has loaded, and the cookie behind all of them. */
class SdkCommandsTest extends SdkPage {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ['trackPageView','https://shop.example/p/1','P1'] | pageview   | url: https://shop.example/p/1
            ['trackPageView','https://shop.example/p/1','P1'] | pageview   | productNumber: P1
            ['trackPageView',null,77]                         | pageview   | productNumber: 77
            ['setCart',{productNumbers:['1','2'],total:9.5}]  | cart       | productNumbers: [1,2]
            ['setCart',{urls:['https://shop.example/a']}]     | cart       | urls: [https://shop.example/a]
            ['clearCart']                                     | cart       | productNumbers: []
            ['trackConversion',{orderNumber:'7',total:1}]     | conversion | orderNumber: 7
            ['setCustomerId','K-1']                           | customerId | id: K-1
            ['setCustomerId',5518]                            | customerId | id: 5518
            ['setCustomerId','K-1','ab12']                    | customerId | customerIdSignature: ab12
            ['setCustomerEmail','anna@example.test']          | email      | email: anna@example.test
            """)
    void commandBecomesACall(String command, String path, String member) {
        open(QUIET + "hrq.push(" + command + ")");

        RecordingFront.Call call = call();

        String[] expected = member.split(": ");
        assertEquals("collect/" + path, call.path());
        assertEquals(expected[1], expected[1].startsWith("[")
                ? call.body().path(expected[0]).toString().replace("\"", "") : call.text(expected[0]));
        assertEquals(cookie().orElseThrow().value, call.text("trackingUserId"));
        assertEquals("text/plain;charset=UTF-8", call.contentType());
    }

    @Test
    void pageIsViewedWithoutACommand() {
        open("");

        RecordingFront.Call view = call();

        assertEquals("collect/pageview", view.path());
        assertEquals(shop.url("/"), view.text("location"));
        assertEquals(shop.url("/"), view.text("url"));
    }

    @Test
    void commandsBeforeAndAfterLoadingRunInOrderAndOnce() {
        open("hrq.push(['setCustomerId','K-1'],['trackPageView','u1']); hrq.push(['trackPageView','u2']);" + QUIET);
        calls(3);
        evaluate("hrq.push(['trackPageView','u3']); hrq.push(['setCustomerEmail','anna@example.test'])");

        assertThat(calls(5)).extracting(call -> call.path() + call.text("url")).containsExactly("collect/customerId",
                "collect/pageviewu1", "collect/pageviewu2", "collect/pageviewu3", "collect/email");
    }

    @Test
    void whatWasTrackedIsTheShoppersHistory() {
        open(QUIET + "hrq.push(['trackPageView',null,'P1'],['trackPageView',null,'P2'])");
        calls(2);

        TrackingUserId shopper = new TrackingUserId(cookie().orElseThrow().value);
        List<Event> events = server.activities.historyOf(website.id(),
                server.identities.resolveTrackingUser(website.id(), shopper)).events();
        assertThat(events).extracting(event -> event.product().productNumber().orElseThrow())
                .containsExactly("P2", "P1");
        assertThat(events).extracting(Event::type).containsOnly(EventType.VIEW);
    }

    @Test
    void manyFirstCallsAtOnceMintOneId() {
        String ids = "window.ids = []; const note = id => ids.push(id);";
        open(ids + QUIET + "hrq.push(['getTrackingUserId',note],['trackPageView'],['getTrackingUserId',note],"
                + "['clearCart'])");
        calls(2);

        String id = cookie().orElseThrow().value;
        assertEquals(List.of(id, id), evaluate("ids"));
        assertThat(front.calls().stream().filter(call -> call.path().equals("trackingUser"))).hasSize(1);
        assertThat(tracked()).allSatisfy(call -> assertEquals(id, call.text("trackingUserId")));
    }

    @Test
    void twoTabsAtOnceEndWithOneId() {
        shop.put("/", "<script>window.hrq=[]</script>" + embed(), Map.of());
        var other = window.context().newPage();
        Stream.of(page, other).forEach(tab -> tab.navigate(shop.url("/")));
        calls(2);
        Stream.of(page, other).forEach(tab -> tab.evaluate("hrq.push(['clearCart'])"));

        assertThat(calls(4).subList(2, 4)).extracting(call -> call.text("trackingUserId"))
                .containsOnly(cookie().orElseThrow().value);
    }

    @Test
    void cookieIsFirstPartyForOneYear() {
        open("");
        call();

        var cookie = cookie().orElseThrow();
        assertThat(cookie.value).matches("[0-9a-f]{24}");
        assertEquals("/", cookie.path);
        assertEquals("localhost", cookie.domain);
        assertEquals(SameSiteAttribute.LAX, cookie.sameSite);
        assertThat(cookie.expires - Instant.now().getEpochSecond()).isBetween(364 * 86_400d, 366 * 86_400d);
    }

    @Test
    void idOfAnEarlierVisitStays() {
        setCookie(ID.toUpperCase(Locale.ROOT));
        open("");

        assertEquals(ID, call().text("trackingUserId"));
        assertThat(front.calls()).hasSize(1);
        assertEquals(ID, cookie().orElseThrow().value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"62a0317d17698aa57d369db", "62a0317d17698aa57d369db9f", "62a0317d17698aa57d369dbx",
        "undefined"})
    void valueThatIsNoIdCountsAsAbsent(String value) {
        setCookie(value);
        open("");

        assertThat(call().text("trackingUserId")).matches("[0-9a-f]{24}").isNotEqualTo(value);
        assertEquals(call().text("trackingUserId"), cookie().orElseThrow().value);
    }

    @Test
    void callbackOfAnOrderGetsTheAnswer() {
        open(QUIET + "hrq.push(['trackConversion',{orderNumber:'7'},answer => window.answer = answer])");
        call();

        page.waitForFunction("window.answer");
        assertEquals("{\"success\":true,\"message\":\"Conversion tracked\"}", evaluate("JSON.stringify(answer)"));
    }

    @Test
    void customerWhoIsNotSignedInIsNobody() {
        open(QUIET + "hrq.push(['setCustomerId',''],['setCustomerId',null],['setCustomerId'],"
                + "['setCustomerEmail','  '])");

        assertSilent();
    }
}
