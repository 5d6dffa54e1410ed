package dev.inlay.server.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop with GA4 ecommerce needs no code: its events become our calls. */
class SdkDataLayerTest extends SdkPage {
    private static final String LISTENING = "hrq.push(['init',{trackPageView:false,dataLayer:true}]);";
    private static final String ITEM = "{ecommerce:null},{event:'%s',ecommerce:{items:[{item_id:'%s',"
            + "quantity:%d,price:10.1}]}}";

    @ParameterizedTest
    @ValueSource(strings = {
        "dataLayer.push({ecommerce:null},{event:'view_item',ecommerce:{items:[{item_id:'P1'}]}})",
        "gtag('event','view_item',{items:[{item_id:'P1'}]})"
    })
    void viewedItemIsAView(String event) {
        open("window.dataLayer = []; function gtag() { dataLayer.push(arguments) };" + event + ";" + LISTENING);
        assertEquals("P1", call().text("productNumber"));

        evaluate(event.replace("P1", "P2"));

        assertEquals("P2", calls(2).getLast().text("productNumber"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>hrq=[['init',{trackPageView:false,dataLayer:'shopLayer'}]]</script>|",
            "<script>hrq=[['init',{trackPageView:false}]]</script>|data-data-layer=shopLayer"})
    void layerMayHaveAnotherName(String html) {
        String[] parts = html.split("\\|", -1);
        open("/", "<script>shopLayer=[{event:'view_item',ecommerce:{items:[{item_id:7}]}}]</script>" + parts[0]
                + embed().replace("async", "async " + parts[1]));

        assertEquals("7", call().text("productNumber"));
    }

    @Test
    void attributeAloneListens() {
        open("/", "<script>hrq=[['init',{trackPageView:false}]]</script>" + embed().replace("async", "async "
                + "data-data-layer"));
        page.waitForFunction("!!window.ADDWISH_PARTNER_NS");
        push("view_item", "P1", 1);

        assertEquals("P1", call().text("productNumber"));
    }

    @Test
    void shopThatDidNotAskIsNotListenedTo() {
        open(QUIET + "window.dataLayer = [" + ITEM.formatted("view_item", "P1", 1) + "]");

        assertSilent();
    }

    @Test
    void changesOfTheCartBecomeTheWholeCart() {
        open(LISTENING);
        push("add_to_cart", "P1", 2);
        push("add_to_cart", "P2", 1);
        push("remove_from_cart", "P1", 1);
        push("remove_from_cart", "P2", 1);
        push("remove_from_cart", "P1", 1);

        assertEquals(List.of("[P1]", "[P1,P2]", "[P1,P2]", "[P1]", "[]"), carts(5));
    }

    @Test
    void cartOutlastsThePageAndViewCartSetsItRight() {
        open(LISTENING);
        push("add_to_cart", "P1", 1);
        calls(1);

        open("/next", "<script>hrq=[['init',{trackPageView:false,dataLayer:true}]]</script>" + embed());
        push("add_to_cart", "P2", 1);
        assertEquals("[P1,P2]", carts(2).getLast());
        evaluate("dataLayer.push({event:'view_cart',ecommerce:{items:[{item_id:'P3'}]}})");

        assertEquals("[P3]", carts(3).getLast());
    }

    @Test
    void purchaseIsAnOrderAndEmptiesTheCart() {
        open(LISTENING);
        push("add_to_cart", "P1", 2);
        evaluate("dataLayer.push({event:'purchase',ecommerce:{transaction_id:'SO-1',value:'20.20',currency:'EUR',"
                + "items:[{item_id:'P1',quantity:2,price:10.1},{item_id:'P2',price:'x'},null]}})");

        RecordingFront.Call order = calls(3).get(1);
        assertEquals("SO-1", order.text("orderNumber"));
        assertEquals("20.20", order.text("total"));
        assertEquals("[{\"productNumber\":\"P1\",\"quantity\":2,\"lineTotal\":\"20.20\"},"
                + "{\"productNumber\":\"P2\",\"quantity\":1}]", order.body().path("products").toString());
        assertEquals("[]", calls(3).getLast().body().path("productNumbers").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dataLayer.push({user_id:'K-1'})", "dataLayer.push({event:'login',user_id:'K-1'})",
            "gtag('config','G-1',{user_id:'K-1'})", "gtag('set',{user_id:'K-1'})", "gtag('set','user_id','K-1')"})
    void userIsTheCustomer(String event) {
        open(LISTENING);
        page.waitForFunction("!!window.ADDWISH_PARTNER_NS");
        evaluate("window.gtag = function() { dataLayer.push(arguments) }");
        evaluate(event + ";" + event);

        assertEquals("K-1", call().text("id"));
    }

    @Test
    void whatIsNoEventOfOursIsIgnored() {
        open("window.dataLayer = [null, 7, 'view_item', undefined, [], {}, {ecommerce:null}, {event:'view_item'},"
                + "{event:'view_item',ecommerce:null}, {event:'view_item',ecommerce:{items:'P1'}},"
                + "{event:'constructor',ecommerce:{items:[]}}, {event:'view_item',ecommerce:{items:[null]}},"
                + "{event:'view_item',ecommerce:{items:[{}]}}, ['consent'], ['consent','update'], ['event'],"
                + "{user_id:null}, {user_id:''}, {user_id:'undefined'}, {user_id:'guest'}, "
                + "{user_id:'anna@example.test'}];"
                + LISTENING);

        assertSilent();
        assertThat(window.problems()).filteredOn(problem -> problem.startsWith("uncaught")).isEmpty();
    }

    @Test
    void layerOfTheShopWorksAsBefore() {
        open("window.dataLayer = [];" + LISTENING);
        page.waitForFunction("!!window.ADDWISH_PARTNER_NS");

        assertEquals(List.of(2, 2), evaluate("[dataLayer.push({a:1},{b:2}), dataLayer.length]"));
        assertEquals(true, evaluate("dataLayer === window.dataLayer && Array.isArray(dataLayer)"));
    }

    @Test
    void nothingOfTheCartIsKeptAfterAnOptOut() {
        open(LISTENING);
        push("add_to_cart", "P1", 1);
        calls(1);

        evaluate("hrq.push(['setTrackingOptOut',true])");
        push("add_to_cart", "P2", 1);

        assertEquals(0, evaluate("localStorage.length"));
        calls(1);
    }

    @Test
    void nothingOfTheCartIsKeptBeforeConsent() {
        open("hrq.push(['init',{consentRequired:true}]);" + LISTENING);
        push("add_to_cart", "P1", 1);

        assertSilent();
        assertEquals(0, evaluate("localStorage.length"));
    }

    private void push(String event, String item, int quantity) {
        page.waitForFunction("!!window.ADDWISH_PARTNER_NS");
        evaluate("dataLayer.push(" + ITEM.formatted(event, item, quantity) + ")");
    }

    private List<String> carts(int count) {
        return calls(count).stream()
                .map(call -> call.body().path("productNumbers").toString().replace("\"", "")).toList();
    }
}
