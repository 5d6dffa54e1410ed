package dev.inlay.server.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.http.Json;

/**
 * What a page of the shop tells the SDK, as a JSON list of commands: the page carries it in an attribute, and the
 * shop's script pushes them one by one.
 */
final class SdkCalls {
    private final ArrayNode calls = Json.mapper().createArrayNode();

    SdkCalls view(String url) {
        calls.addArray().add("trackPageView").add(url);
        return this;
    }

    SdkCalls view(String url, Article article) {
        calls.addArray().add("trackPageView").add(url).add(article.productNumber());
        return this;
    }

    SdkCalls cart(Basket basket) {
        ObjectNode cart = calls.addArray().add("setCart").addObject();
        ArrayNode numbers = cart.putArray("productNumbers");
        basket.lines().forEach(line -> numbers.add(line.article().productNumber()));
        cart.put("total", basket.total());
        return this;
    }

    SdkCalls login(Login login) {
        login.email().ifPresent(email -> calls.addArray().add("setCustomerEmail").add(email));
        login.customerId().ifPresent(id -> calls.addArray().add("setCustomerId").add(id));
        return this;
    }

    SdkCalls order(Order order, Login login) {
        ObjectNode conversion = calls.addArray().add("trackConversion").addObject()
                .put("orderNumber", order.number()).put("total", order.basket().total());
        login.email().ifPresent(email -> conversion.put("email", email));
        login.customerId().ifPresent(id -> conversion.put("customerId", id));
        ArrayNode products = conversion.putArray("products");
        order.basket().lines().forEach(line -> products.addObject()
                .put("productNumber", line.article().productNumber())
                .put("quantity", line.quantity()).put("lineTotal", line.total()));
        return this;
    }

    @Override
    public String toString() {
        return calls.toString();
    }
}
