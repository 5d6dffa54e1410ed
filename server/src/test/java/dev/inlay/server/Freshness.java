package dev.inlay.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.server.Client.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How soon what a shop tells one node shows in the picks of another, or of the same: from the acknowledgement of the
 * call to the answer that shows it, asked over a real socket without pause.
 */
public final class Freshness {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Which answer was the first to show it (1: the very next), and how long after the call that was. */
    public record Shown(int answer, Duration after) { }

    private static final String MAIL = "@example.test";

    private final SmallShop shop;
    private final int products;
    private final Client told;
    private final Client asked;
    private int pairs;

    /** A shop with {@code products} whose calls go to {@code told} while {@code asked} picks. */
    public Freshness(SmallShop shop, int products, Client told, Client asked) {
        this.shop = shop;
        this.products = products;
        this.told = told;
        this.asked = asked;
    }

    /** A view, as the last one of its shopper. */
    public Shown ofOwnHistory() throws IOException, InterruptedException {
        String shopper = newShopper();
        String product = view(shopper, 1 + pairs++ % products);
        return until("trackingUserId", shopper, "last_viewed", product);
    }

    /** That somebody else views two products one after the other, which nobody did before. */
    public Shown ofIndex() throws IOException, InterruptedException {
        int one = pairs % products;
        int other = (one + 1 + pairs++ / products) % products;
        String shopper = newShopper();
        view(shopper, 1 + one);
        String somebody = newShopper();
        view(somebody, 1 + one);
        String product = view(somebody, 1 + other);
        return until("trackingUserId", shopper, "related_to_history", product);
    }

    /** That a shopper who viewed something is a customer. */
    public Shown ofCustomer() throws IOException, InterruptedException {
        String shopper = newShopper();
        String product = view(shopper, 1 + pairs++ % products);
        tell("customerId", Map.of("websiteUuid", shop.uuid(), "trackingUserId", shopper, "id", "C-" + shopper));
        return until("customerId", "C-" + shopper, "last_viewed", product);
    }

    /** That a shopper who viewed something has an address. */
    public Shown ofEmail() throws IOException, InterruptedException {
        String shopper = newShopper();
        String product = view(shopper, 1 + pairs++ % products);
        tell("email", Map.of("websiteUuid", shop.uuid(), "trackingUserId", shopper, "email", shopper + MAIL));
        return until("userEmail", shopper + MAIL, "last_viewed", product);
    }

    private static String newShopper() {
        return TrackingUserId.random().value();
    }

    private String view(String shopper, int product) throws IOException, InterruptedException {
        tell("pageview", Map.of("websiteUuid", shop.uuid(), "trackingUserId", shopper, "productNumber", "P" + product));
        return "P" + product;
    }

    private void tell(String call, Map<String, String> body) throws IOException, InterruptedException {
        Answer answer = told.post("/serve/collect/" + call, body);
        if (answer.status() != 200) {
            throw new IllegalStateException(call + ": " + answer);
        }
    }

    private Shown until(String name, String value, String strategy, String product)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        int answer = 1;
        while (!shows(name, value, strategy, product)) {
            answer++;
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError(strategy + " never shows " + product);
            }
        }
        return new Shown(answer, Duration.ofNanos(System.nanoTime() - begin));
    }

    private boolean shows(String name, String value, String strategy, String product)
            throws IOException, InterruptedException {
        Answer answer = asked.post(shop.api("recommendations"), Map.of(name, value, "count", products,
                "strategies", List.of(Map.of("type", strategy)), "fill", false));
        if (answer.status() != 200) {
            throw new IllegalStateException("recommendations: " + answer);
        }
        return answer.json().get("products").findValues("productNumber").stream().map(JsonNode::textValue)
                .anyMatch(product::equals);
    }
}
