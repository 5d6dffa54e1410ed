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
    private static final int COUNT = 10;
    private static final int TRIES = 600;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * When something showed.
     *
     * @param answer which answer was the first to show it; 1 is the very next
     * @param after how long after the call that answer came
     * @param missed how long after the call the last answer was asked for that did not show it yet; 0 if none was: what
     *        a busy machine takes to answer does not count here
     */
    public record Shown(int answer, Duration after, Duration missed) { }

    private static final String MAIL = "@example.test";

    private final SmallShop shop;
    private final int products;
    private final Client told;
    private final Client asked;
    private int views;
    private int pairs;

    /** A shop with {@code products} whose calls go to {@code told} while {@code asked} picks. */
    public Freshness(SmallShop shop, int products, Client told, Client asked) {
        this.shop = shop;
        this.products = products;
        this.told = told;
        this.asked = asked;
    }

    /** The other way round, from now on. */
    public Freshness reversed() {
        Freshness reversed = new Freshness(shop, products, asked, told);
        reversed.views = views;
        reversed.pairs = pairs;
        return reversed;
    }

    /** A view, as the last one of its shopper. */
    public Shown ofOwnHistory() throws IOException, InterruptedException {
        String shopper = newShopper();
        String product = view(shopper, 1 + views++ % products);
        return until("trackingUserId", shopper, "last_viewed", product);
    }

    /**
     * That somebody else views two products one after the other which no session leads to yet, by whatever way; there
     * is one pair for every two products.
     */
    public Shown ofIndex() throws IOException, InterruptedException {
        if (2 * pairs + 2 > products) {
            throw new IllegalStateException("all products are touched already");
        }
        int one = 1 + 2 * pairs++;
        String shopper = newShopper();
        view(shopper, one);
        String somebody = newShopper();
        view(somebody, one);
        String product = view(somebody, one + 1);
        return until("trackingUserId", shopper, "related_to_history", product);
    }

    /** That a shopper who viewed something is a customer. */
    public Shown ofCustomer() throws IOException, InterruptedException {
        String shopper = newShopper();
        String product = view(shopper, 1 + views++ % products);
        tell("customerId", Map.of("websiteUuid", shop.uuid(), "trackingUserId", shopper, "id", "C-" + shopper));
        return until("customerId", "C-" + shopper, "last_viewed", product);
    }

    /** That a shopper who viewed something has an address. */
    public Shown ofEmail() throws IOException, InterruptedException {
        String shopper = newShopper();
        String product = view(shopper, 1 + views++ % products);
        tell("email", Map.of("websiteUuid", shop.uuid(), "trackingUserId", shopper, "email", shopper + MAIL));
        return until("userEmail", shopper + MAIL, "last_viewed", product);
    }

    /** Waits until the node that is asked knows the shop and its products, which the other made. */
    public void awaitShop() throws IOException, InterruptedException {
        for (int tries = 0; asked.get(shop.api("products/P" + products)).status() != 200; tries++) {
            if (tries == TRIES) {
                throw new IllegalStateException("the other node never shows the shop");
            }
            Thread.sleep(50);
        }
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
        Duration missed = Duration.ZERO;
        Duration asked = Duration.ZERO;
        while (!shows(name, value, strategy, product)) {
            answer++;
            missed = asked;
            asked = since(begin);
            if (asked.compareTo(PATIENCE) > 0) {
                throw new AssertionError(strategy + " never shows " + product);
            }
        }
        return new Shown(answer, since(begin), missed);
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean shows(String name, String value, String strategy, String product)
            throws IOException, InterruptedException {
        Answer answer = asked.post(shop.api("recommendations"), Map.of(name, value, "count", COUNT,
                "strategies", List.of(Map.of("type", strategy)), "fill", false));
        if (answer.status() != 200) {
            throw new IllegalStateException("recommendations: " + answer);
        }
        return answer.json().get("products").findValues("productNumber").stream().map(JsonNode::textValue)
                .anyMatch(product::equals);
    }
}
