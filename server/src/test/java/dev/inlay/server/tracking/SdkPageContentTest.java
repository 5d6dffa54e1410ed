package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.TrackingUserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the SDK reads from the page itself: its address, spans, older names, and what changes in a single-page shop. */
class SdkPageContentTest extends SdkPage {
    private static final String CANONICAL = "<link rel=canonical href='https://shop.example/p/1'>";

    @Test
    void productOfThePageStandsInASpan() {
        open("/p/1", CANONICAL + embed() + "<span class='addwish-product-info' data-productnumber='P1'"
                + " data-url='https://shop.example/p/one'></span>");

        assertEquals("P1", call().text("productNumber"));
        assertEquals("https://shop.example/p/one", call().text("url"));
    }

    @Test
    void onlyProductSpanOfThePageIsItsProduct() {
        open("/p/1", embed() + "<span class='addwish-product' data-id='P1'></span>"
                + "<span class='addwish-cart'><span class='addwish-product' data-id='P2'></span></span>");

        assertEquals("P1", calls(2).getFirst().text("productNumber"));
    }

    @Test
    void severalProductSpansAreAListAndNoView() {
        open("/list", embed() + "<span class='addwish-product' data-id='P1'></span>"
                + "<span class='addwish-product' data-id='P2'></span>");

        assertThat(call().body().has("productNumber")).isFalse();
    }

    @Test
    void canonicalAddressCounts() {
        open("/p/1?color=red", CANONICAL + embed());

        assertEquals("https://shop.example/p/1", call().text("url"));
        assertEquals(shop.url("/p/1?color=red"), call().text("location"));
    }

    @Test
    void cartSpanIsTheWholeCart() {
        open("/cart", "<script>hrq=[];" + QUIET + "</script>" + embed()
                + "<span class='addwish-cart' data-total='12.50' data-email='anna@example.test' "
                + "data-url='https://shop.example/cart/7'>"
                + "<span class='addwish-product' data-productnumber='P1'></span>"
                + "<span class='addwish-product' data-id='P2' data-url='https://shop.example/p/2'></span></span>");

        assertEquals("[\"P1\",\"P2\"]", call().body().path("productNumbers").toString());
        assertEquals("12.50", call().text("total"));
        assertEquals("anna@example.test", call().text("email"));
        assertEquals("https://shop.example/cart/7", call().text("url"));
    }

    @Test
    void cartSpanWithoutNumbersTellsUrls() {
        open("/cart", "<script>hrq=[];" + QUIET + "</script>" + embed() + "<span class='addwish-cart'>"
                + "<span class='addwish-product' data-url='https://shop.example/p/1'></span></span>");

        assertEquals("[\"https://shop.example/p/1\"]", call().body().path("urls").toString());
    }

    @Test
    void emptyCartSpanIsAnEmptiedCart() {
        open("/cart", "<script>hrq=[];" + QUIET + "</script>" + embed() + "<span class='addwish-cart'></span>");

        assertEquals("[]", call().body().path("productNumbers").toString());
    }

    @Test
    void conversionSpanIsAnOrder() {
        open("/thanks", "<script>hrq=[];" + QUIET + "</script>" + embed()
                + "<span class='addwish-conversion' data-ordernumber='SO-1' data-total='72.90' "
                + "data-email='anna@example.test'>"
                + "<span class='addwish-product' data-productnumber='P1' data-quantity='2'></span>"
                + "<span class='addwish-product' data-url='https://shop.example/p/2'></span></span>");

        assertEquals("SO-1", call().text("orderNumber"));
        assertEquals("72.90", call().text("total"));
        assertEquals("anna@example.test", call().text("email"));
        assertEquals("[{\"productNumber\":\"P1\",\"quantity\":\"2\"},{\"url\":\"https://shop.example/p/2\"}]",
                call().body().path("products").toString());
    }

    @Test
    void olderNamesDoTheSame() {
        open(QUIET);
        page.waitForFunction("window.ADDWISH_PARTNER_NS");

        evaluate("""
                ADDWISH_PARTNER_NS.api.user.get_tracking_id(id => window.id = id);
                ADDWISH_PARTNER_NS.api.cart.setCart({productNumbers: ['P1']});
                ADDWISH_PARTNER_NS.api.cart.clearCart();
                ADDWISH_PARTNER_NS.api.conversion.track_sale({total: 5, orderNumber: '7', productNumbers: ['P1']},
                    answer => window.answer = answer);
                ADDWISH_PARTNER_NS.regEmail('anna@example.test');
                """);

        assertThat(calls(4)).extracting(RecordingFront.Call::path)
                .containsExactly("collect/cart", "collect/cart", "collect/conversion", "collect/email");
        assertEquals(cookie().orElseThrow().value, evaluate("id"));
        assertEquals(true, evaluate("answer.success"));
    }

    @Test
    void olderNamesOfOthersStay() {
        open(QUIET + "window.ADDWISH_PARTNER_NS = {own: 1, api: {cart: {own: 2}}}");
        page.waitForFunction("!!ADDWISH_PARTNER_NS.reload");

        assertEquals(List.of(1, 2), evaluate("[ADDWISH_PARTNER_NS.own, ADDWISH_PARTNER_NS.api.cart.own]"));
        evaluate("ADDWISH_PARTNER_NS.api.cart.clearCart()");
        call();
        evaluate("ADDWISH_PARTNER_NS.api.set_tracking_optout(true)");
        await(() -> cookie().isEmpty(), () -> "the end of the cookie");
    }

    @Test
    void pageThatIsOnlyPreparedIsNotViewedYet() {
        open("Object.defineProperty(document, 'prerendering', {value: true, writable: true});");
        assertSilent();

        evaluate("document.prerendering = false; document.dispatchEvent(new Event('prerenderingchange'))");

        assertEquals("collect/pageview", call().path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hrq.push(['reload'])", "ADDWISH_PARTNER_NS.reload()"})
    void reloadReadsTheNextPageOfASinglePageShop(String reload) {
        open("/p/1", CANONICAL + embed() + "<main><span class='addwish-product-info' data-id='P1'></span></main>");
        calls(1);

        evaluate("history.pushState(null, '', '/p/2');"
                + "document.querySelector('main').innerHTML = '<span class=\"addwish-product-info\" "
                + "data-id=\"P2\"></span>';"
                + reload);

        assertEquals("P2", calls(2).getLast().text("productNumber"));
        assertEquals(shop.url("/p/2"), calls(2).getLast().text("location"));
        assertEquals(shop.url("/p/2"), calls(2).getLast().text("url"));
    }

    @Test
    void reloadViewsNothingWhereTheShopViewsItself() {
        open(QUIET);
        evaluate("hrq.push(['reload'],['clearCart'])");

        assertEquals("collect/cart", call().path());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "#aw_source=CODE | ''",
        "#own&aw_source=CODE | #own",
        "#/route?x=1&aw_source=CODE | #/route?x=1",
        "#aw_source=CODE&aw_id=token | ''",
        "#a=1&aw_source=CODE&b=2 | #a=1&b=2"
    })
    void clickInAMailIsReportedAndLeavesTheAddress(String fragment, String rest) {
        String code = server.clickCode(website, Instant.now().plusSeconds(600));
        shop.put("/p/1", embed(), Map.of());

        page.navigate(shop.url("/p/1?utm_source=mail" + fragment.replace("CODE", code)));

        RecordingFront.Call click = calls(2).getFirst();
        assertEquals("collect/click", click.path());
        assertEquals(code, click.text("source"));
        assertEquals(shop.url("/p/1?utm_source=mail" + rest), page.url());
        assertEquals(shop.url("/p/1?utm_source=mail" + rest), calls(2).getLast().text("location"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#aw_source=CODE&aw_id=TOKEN", "#own&aw_source=CODE&aw_id=TOKEN",
            "#aw_id=TOKEN&aw_source=CODE"})
    void whoseMailItWasIsReportedWithTheClickAndLeavesTheAddress(String fragment) {
        String token = server.clickRecipient(website, "customerId=K-1");
        shop.put("/p/1", embed(), Map.of());

        page.navigate(shop.url("/p/1" + fragment.replace("TOKEN", token)
                .replace("CODE", server.clickCode(website, Instant.now().plusSeconds(600)))));

        RecordingFront.Call click = calls(2).getFirst();
        assertEquals(token, click.text("recipient"));
        assertThat(page.url()).doesNotContain("aw_");
        Identity shopper = server.identities.resolveTrackingUser(website.id(),
                new TrackingUserId(click.text("trackingUserId")));
        assertEquals(Optional.of(new CustomerId("K-1", false)), ((Identity.Known) shopper).customer());
    }

    @Test
    void pageThatIsReloadedReportsItsClickOnce() {
        shop.put("/p/1", embed(), Map.of());
        page.navigate(shop.url("/p/1#aw_source=" + server.clickCode(website, Instant.now().plusSeconds(600))));
        calls(2);

        page.reload();

        assertThat(calls(3)).extracting(RecordingFront.Call::path)
                .containsExactly("collect/click", "collect/pageview", "collect/pageview");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hrq.push(['trackClick','CODE'])", "ADDWISH_PARTNER_NS.api.tracking.track_click('CODE')"})
    void shopMayReportAClickItself(String command) {
        String code = server.clickCode(website, Instant.now().plusSeconds(600));
        open(QUIET);
        page.waitForFunction("!!window.ADDWISH_PARTNER_NS");

        evaluate(command.replace("CODE", code));

        assertEquals(code, call().text("source"));
    }

    @Test
    void otherFragmentsStayAsTheyAre() {
        open("/p/1#sizes&aw_sources=1", embed());

        assertEquals("collect/pageview", call().path());
        assertThat(page.url()).endsWith("#sizes&aw_sources=1");
    }
}
