package dev.inlay.server.console;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** A browser that tells a shop on a {@link ConsoleDesk} what happens. */
public final class Shopper {
    private final ConsoleDesk desk;
    private final ObjectNode who;

    public Shopper(ConsoleDesk desk, String websiteUuid, String trackingUserId) {
        this.desk = desk;
        this.who = Json.object().put("websiteUuid", websiteUuid).put("trackingUserId", trackingUserId);
    }

    public Shopper views(String... productNumbers) {
        for (String number : productNumbers) {
            collect("pageview", Json.object().put("productNumber", number));
        }
        return this;
    }

    public Shopper viewsPage(String url) {
        collect("pageview", Json.object().put("url", url));
        return this;
    }

    public Shopper putsIntoCart(String... productNumbers) {
        ObjectNode cart = Json.object();
        List.of(productNumbers).forEach(cart.putArray("productNumbers")::add);
        collect("cart", cart);
        return this;
    }

    public Shopper buys(String orderNumber, String productNumber) {
        ObjectNode order = Json.object().put("orderNumber", orderNumber);
        order.putArray("products").addObject().put("productNumber", productNumber).put("quantity", 1);
        collect("conversion", order);
        return this;
    }

    public Shopper isCustomer(String id) {
        collect("customerId", Json.object().put("id", id));
        return this;
    }

    public Shopper has(String email) {
        collect("email", Json.object().put("email", email));
        return this;
    }

    /** The answer to a call with {@code members} beside who this is; it may be a refusal. */
    public HttpResponse<String> call(String path, ObjectNode members) {
        ObjectNode body = who.deepCopy();
        body.setAll(members);
        return desk.send(HttpRequest.newBuilder(URI.create(desk.url("/serve/collect/" + path)))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body.toString())).build());
    }

    private void collect(String path, ObjectNode members) {
        HttpResponse<String> answer = call(path, members);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + ": " + answer.body());
        }
    }
}
