package dev.inlay.server.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.server.StartException;
import dev.inlay.server.demo.Visitor.Browser;
import dev.inlay.server.demo.Visitor.Step;
import dev.inlay.server.http.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tells the tracking API what visitors did, call by call, as the shop's pages would have. */
record VisitorCalls(Doors doors, String websiteUuid) {
    private static final int AT_ONCE = 6;

    /** Several visitors at once, each step by step; returns when all of it is stored. */
    void tell(List<Visitor> visitors) {
        try (ExecutorService shop = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<CompletableFuture<Void>> visits = visitors.stream()
                    .map(visitor -> CompletableFuture.runAsync(() -> tell(visitor), shop)).toList();
            visits.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartException refused ? refused : e;
        }
    }

    private void tell(Visitor visitor) {
        visitor.browsers().forEach(browser -> tell(visitor, browser));
    }

    private void tell(Visitor visitor, Browser browser) {
        browser.steps().forEach(step -> tell(browser, step));
        visitor.email().ifPresent(email ->
                doors.track("/serve/collect/email", call(browser).put("email", email)));
        visitor.customerId().ifPresent(id ->
                doors.track("/serve/collect/customerId", call(browser).put("id", id)));
    }

    private void tell(Browser browser, Step step) {
        switch (step) {
            case Step.View(Article article) -> doors.track("/serve/collect/pageview",
                    call(browser).put("productNumber", article.productNumber()));
            case Step.Cart(var articles) -> {
                ObjectNode call = call(browser);
                ArrayNode numbers = call.putArray("productNumbers");
                articles.forEach(article -> numbers.add(article.productNumber()));
                doors.track("/serve/collect/cart", call);
            }
            case Step.Order order -> tell(browser, order);
        }
    }

    private void tell(Browser browser, Step.Order order) {
        ObjectNode call = call(browser).put("orderNumber", order.orderNumber());
        ArrayNode products = call.putArray("products");
        order.articles().forEach(article -> products.addObject().put("productNumber", article.productNumber())
                .put("quantity", 1).put("lineTotal", article.price()));
        call.put("total", order.articles().stream().map(Article::price).reduce(BigDecimal::add).orElseThrow());
        doors.track("/serve/collect/conversion", call);
        doors.track("/serve/collect/cart", call(browser).set("productNumbers", Json.mapper().createArrayNode()));
    }

    private ObjectNode call(Browser browser) {
        return Json.object().put("websiteUuid", websiteUuid).put("trackingUserId", browser.trackingUserId());
    }
}
