package dev.inlay.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.console.ConsoleDesk;
import dev.inlay.server.console.ConsoleShop;
import dev.inlay.server.console.Shopper;
import dev.inlay.server.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contract 5.6 over a real socket, on a whole node. */
class PeopleServiceTest {
    @TempDir
    static Path folder;
    private static ConsoleDesk desk;
    private static ConsoleShop shop;
    private static String campaign;

    private String phone;
    private String laptop;
    private String customer;
    private String address;

    @BeforeAll
    static void open() {
        desk = new ConsoleDesk(folder);
        shop = ConsoleShop.open(desk, "Daybird", List.of("Boots", "Socks", "Lamp", "Rope", "Tent", "Stove"));
        campaign = shop.campaign("Spring letter", "'slots': 2, 'defaultProducts': ['P5', 'P6'], "
                + "'strategies': [{'type': 'last_viewed'}]");
    }

    @AfterAll
    static void close() {
        shop.close();
        desk.close();
    }

    @BeforeEach
    void newPerson() {
        phone = hex();
        laptop = hex();
        customer = "customer-" + hex();
        address = "anna." + hex() + "@example.test";
        shopper(phone).views("P1", "no-such-number").putsIntoCart("P2").has(address).isCustomer(customer)
                .buys("order-" + phone, "P3");
        shopper(laptop).views("P2").isCustomer(customer);
    }

    @Test
    void theExportTellsEverythingOfTheCustomer() {
        click(1, address);

        JsonNode data = call("people/export", "customerId", customer, 200);

        assertThat(texts(data.get("trackingUsers"), "trackingUserId")).containsExactlyInAnyOrder(phone, laptop);
        assertThat(texts(data.get("trackingUsers"), "customerId")).containsOnly(customer);
        assertThat(data.get("trackingUsers").findValues("associations")).allMatch(list -> list.size() >= 1);
        assertThat(texts(data.get("activity"), "productNumber"))
                .containsExactlyInAnyOrder("P1", "no-such-number", "P2", "P3", "P2");
        assertThat(texts(data.get("activity"), "type"))
                .containsExactlyInAnyOrder("view", "view", "cart", "purchase", "view");
        assertThat(texts(data.get("orders"), "orderNumber")).containsExactly("order-" + phone);
        assertEquals("P3", data.at("/orders/0/products/0/productNumber").textValue());
        assertEquals("P2", data.at("/carts/0/products/0/productNumber").textValue());
        assertEquals(campaign, data.at("/assignments/0/campaignId").textValue());
        assertEquals(2, data.at("/assignments/0/slots").size());
        assertThat(data.get("consent").isNull()).isTrue();
        assertThat(data.toString()).doesNotContain(address);
    }

    @Test
    void theExportOfATrackingUserTellsOfNoOther() {
        JsonNode data = call("people/export", "trackingUserId", laptop.toUpperCase(), 200);

        assertThat(texts(data.get("trackingUsers"), "trackingUserId")).containsExactly(laptop);
        assertThat(texts(data.get("activity"), "productNumber")).containsExactly("P2");
        assertThat(data.get("orders")).isEmpty();
    }

    @Test
    void mailsOfAnErasedPersonShowDefaultProductsAndTheirClicksAgree() {
        byte[] personal = picture(1, address);
        String before = click(1, address);
        byte[] unknown = picture(1, "nobody." + hex() + "@example.test");
        assertThat(before).isEqualTo("https://shop.example/p/2");

        JsonNode answer = call("people/erase", "userEmail", " <" + address.toUpperCase() + ">, ", 200);

        assertThat(answer.get("success").booleanValue()).isTrue();
        assertEquals(Json.object().put("trackingUsers", 1).put("events", 4).put("orders", 1).put("assignments", 1),
                answer.get("erased"));
        byte[] afterwards = picture(1, address);
        assertNotEquals(Arrays.hashCode(personal), Arrays.hashCode(afterwards));
        assertArrayEquals(unknown, afterwards);
        assertThat(click(1, address)).isEqualTo("https://shop.example/p/5");
        assertThat(click(2, address)).isEqualTo("https://shop.example/p/6");
    }

    @Test
    void erasingByTrackingUserLeavesTheOthersOfTheCustomer() {
        call("people/erase", "trackingUserId", phone, 200);

        call("people/export", "trackingUserId", phone, 404);
        assertThat(texts(call("people/export", "customerId", customer, 200).get("trackingUsers"), "trackingUserId"))
                .containsExactly(laptop);
        call("people/erase", "customerId", customer, 200);
        call("people/export", "trackingUserId", laptop, 404);
        call("people/erase", "customerId", customer, 404);
    }

    @Test
    void whoOnlyOpenedAMailIsSomebody() {
        String stranger = "stranger." + hex() + "@example.test";
        call("people/erase", "userEmail", stranger, 404);
        picture(1, stranger);

        assertEquals(1, call("people/export", "userEmail", stranger, 200).get("assignments").size());
        assertEquals(1, call("people/erase", "userEmail", stranger, 200).at("/erased/assignments").intValue());
        call("people/erase", "userEmail", stranger, 404);
    }

    @Test
    void consentIsToldWithItsLog() {
        say("customerId", customer, "granted", "checkout");
        say("userEmail", address, "denied", "");

        JsonNode consent = call("people/export", "trackingUserId", phone, 200).get("consent");

        assertEquals("denied", consent.get("state").textValue());
        assertEquals(consent.at("/log/0/time"), consent.get("time"));
        assertThat(texts(consent.get("log"), "state")).containsExactly("denied", "granted");
        assertThat(texts(consent.get("log"), "source")).containsExactly("api", "api");
        assertThat(consent.at("/log/0/note").isMissingNode()).isTrue();
        assertEquals("checkout", consent.at("/log/1/note").textValue());
        call("people/erase", "customerId", customer, 200);
        call("people/export", "userEmail", address, 404);
    }

    @Test
    void whoOnlySpokeOfConsentIsSomebody() {
        for (String name : List.of("trackingUserId", "customerId", "userEmail")) {
            String value = name.equals("userEmail") ? hex() + "@example.test" : hex();
            say(name, value, "denied", "");

            assertEquals("denied", call("people/export", name, value, 200).at("/consent/state").textValue());
            call("people/erase", name, value, 200);
            call("people/export", name, value, 404);
        }
    }

    @Test
    void whoCameByTokenIsErasedToo() {
        String token = desk.api("POST", shop.api("/campaigns/" + campaign + "/tokens"), Json.parseObject(
                ("{\"recipients\":[{\"customerId\":\"" + customer + "\"}]}").getBytes())).at("/tokens/0").textValue();
        HttpRequest byToken = HttpRequest.newBuilder(URI.create(desk.url("/serve/tile/" + campaign
                + "/1/click?send=s1&token=" + token))).header("User-Agent", "Mozilla/5.0 Firefox/140").build();
        assertThat(target(byToken)).isEqualTo("https://shop.example/p/2");
        assertEquals(1, call("people/export", "customerId", customer, 200).get("assignments").size());

        assertEquals(1, call("people/erase", "customerId", customer, 200).at("/erased/assignments").intValue());

        assertThat(target(byToken)).isEqualTo("https://shop.example/p/5");
    }

    @Test
    void anOrderFeedBringsBackNoneOfTheOrdersFromBefore() {
        String feed = shop.api("/orderfeeds/" + desk.api("POST", shop.api("/orderfeeds"),
                Json.object().put("name", "Orders").put("format", "csv")).get("id").textValue() + "/runs");
        Instant before = Instant.now();
        call("people/erase", "customerId", customer, 200);
        call("people/erase", "userEmail", address, 404);
        String older = row("older", customer, before);

        assertEquals(0, upload(feed, older).get("added").intValue());
        call("people/export", "customerId", customer, 404);

        assertEquals(1, upload(feed, older + row("newer", customer, Instant.now())).get("added").intValue());
        assertThat(texts(call("people/export", "customerId", customer, 200).get("orders"), "orderNumber"))
                .containsExactly("newer-" + phone);
    }

    @Test
    void mailsThatSpellTheCustomerWithAPlusAreFoundAndErased() {
        String spaced = "Anna " + hex();
        desk.send(mail("1.png", "customerId=" + spaced.replace(' ', '+')));

        assertEquals(1, call("people/export", "customerId", spaced, 200).get("assignments").size());
        assertEquals(1, call("people/erase", "customerId", spaced, 200).at("/erased/assignments").intValue());
        call("people/erase", "customerId", spaced, 404);
    }

    @Test
    void resultsStayAsTheyWere() {
        picture(1, address);
        click(1, address);
        JsonNode before = statistics();

        call("people/erase", "customerId", customer, 200);

        assertEquals(before, statistics());
    }

    @Test
    void anErasedPersonWhoGoesOnShoppingMeanwhileKeepsNothingOld() throws InterruptedException {
        AtomicBoolean goOn = new AtomicBoolean(true);
        Thread shopping = Thread.startVirtualThread(() -> {
            while (goOn.get()) {
                shopper(phone).views("P4");
                picture(1, address);
            }
        });
        try {
            call("people/erase", "customerId", customer, 200);
        } finally {
            goOn.set(false);
            shopping.join();
        }
        shopper(phone).views("P4");

        JsonNode data = call("people/export", "trackingUserId", phone, 200);
        assertThat(texts(data.get("activity"), "productNumber")).containsOnly("P4");
        assertThat(data.get("orders")).isEmpty();
        assertThat(data.at("/trackingUsers/0/customerId").isNull()).isTrue();
        assertThat(click(1, address)).isEqualTo("https://shop.example/p/5");
    }

    @Test
    void keysMayDoWhatTheirScopeSays() {
        for (String scope : List.of("read", "ingest", "admin")) {
            String key = desk.api("POST", shop.api("/keys"), Json.object().put("scope", scope)).get("key").textValue();
            assertEquals(scope.equals("ingest") ? 403 : 200, send("people/export", key, body("customerId", customer)));
            assertEquals(scope.equals("admin") ? 200 : 403, send("people/erase", key, body("customerId", customer)));
        }
        assertEquals(401, send("people/erase", "wrong", body("customerId", customer)));
    }

    @Test
    void wrongNamesAreToldWithoutRepeatingAnAddress() {
        assertEquals("body must have exactly one of trackingUserId, customerId, userEmail, userEmailSha256, "
                + "userEmailSha1, userEmailMd5 - has 2",
                refused(body("customerId", customer).put("userEmail", address)));
        assertEquals("userEmail must be an address", refused(body("userEmail", "anna")));
        assertEquals("trackingUserId must be 24 hex characters - was 'abc'", refused(body("trackingUserId", "abc")));
        call("people/export", "trackingUserId", "0".repeat(24), 404);
        assertEquals(405, desk.send(HttpRequest.newBuilder(URI.create(desk.url(shop.api("/people/erase")))).build())
                .statusCode());
    }

    @Test
    void theLogNamesNobody() throws InterruptedException {
        List<String> lines = new CopyOnWriteArrayList<>();
        CountDownLatch logged = new CountDownLatch(3);
        Handler log = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
                if (lines.getLast().contains("/people/")) {
                    logged.countDown();
                }
            }

            @Override
            public void flush() {
            }

            @Override
            public void close() {
            }
        };
        Logger.getLogger("").addHandler(log);
        try {
            call("people/export", "userEmail", address, 200);
            call("people/export", "customerId", customer, 200);
            call("people/erase", "customerId", customer, 200);
            assertThat(logged.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            Logger.getLogger("").removeHandler(log);
        }

        assertThat(lines).anyMatch(line -> line.contains("/people/erase"));
        assertThat(lines).noneMatch(line -> line.contains(customer) || line.contains(phone) || line.contains("anna."));
    }

    private static Shopper shopper(String trackingUser) {
        return new Shopper(desk, shop.uuid(), trackingUser);
    }

    private static JsonNode call(String path, String name, String value, int status) {
        HttpResponse<String> answer = desk.send(desk.request("POST", shop.api("/" + path), body(name, value)));
        assertEquals(status, answer.statusCode(), answer.body());
        return Json.parseObject(answer.body().getBytes());
    }

    private String row(String number, String buyer, Instant date) {
        return number + "-" + phone + ";" + buyer + ";" + address + ";5;" + date + ";P1\n";
    }

    private static JsonNode upload(String path, String rows) {
        HttpResponse<String> answer = desk.send(HttpRequest.newBuilder(URI.create(desk.url(path)))
                .header("Authorization", "Bearer " + ConsoleDesk.KEY)
                .POST(BodyPublishers.ofString("ordernumber;customerId;email;total;date;productNumber\n"
                        + rows)).build());
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.parseObject(answer.body().getBytes());
    }

    private static void say(String name, String value, String consent, String source) {
        desk.api("POST", shop.api("/people/consent"), body(name, value).put("consent", consent).put("source", source));
    }

    private static ObjectNode body(String name, String value) {
        return Json.object().put(name, value);
    }

    private static String refused(ObjectNode body) {
        HttpResponse<String> answer = desk.send(desk.request("POST", shop.api("/people/erase"), body));
        assertEquals(400, answer.statusCode());
        return Json.parseObject(answer.body().getBytes()).get("message").textValue();
    }

    private static int send(String path, String key, ObjectNode body) {
        return desk.send(HttpRequest.newBuilder(URI.create(desk.url(shop.api("/" + path))))
                .header("Authorization", "Bearer " + key).POST(BodyPublishers.ofString(body.toString())).build())
                .statusCode();
    }

    private static byte[] picture(int slot, String address) {
        return desk.bytes(tile(slot + ".png", address));
    }

    /** Where the click leads, without fragment. */
    private static String click(int slot, String address) {
        return target(tile(slot + "/click", address));
    }

    private static String target(HttpRequest click) {
        return desk.send(click).headers().firstValue("Location").orElseThrow()
                .replaceFirst("[?#].*", "");
    }

    private static HttpRequest tile(String path, String address) {
        return mail(path, "userEmail=" + address);
    }

    private static HttpRequest mail(String path, String recipient) {
        return HttpRequest.newBuilder(URI.create(desk.url("/serve/tile/" + campaign + "/" + path
                + "?send=s1&" + recipient))).header("User-Agent", "Mozilla/5.0 Firefox/140").build();
    }

    private static JsonNode statistics() {
        return desk.api("GET", shop.api("/campaigns/" + campaign + "/statistics"), Json.object());
    }

    private static List<String> texts(JsonNode list, String name) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.get(name).textValue()));
        return texts;
    }

    private static String hex() {
        return ThreadLocalRandom.current().ints(24, 0, 16).mapToObj(Integer::toHexString)
                .collect(Collectors.joining());
    }
}
