package dev.inlay.server.demo;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who came to the demo's shop before it opened.
 *
 * @param email left in the shop, if any
 * @param customerId the account, if any
 * @param browsers the oldest first
 */
record Visitor(Optional<String> email, Optional<String> customerId, List<Browser> browsers) {
    /** What one browser did, in this order. */
    record Browser(String trackingUserId, List<Step> steps) { }

    /** One thing that the shop tracks. */
    sealed interface Step {
        /** The page of {@code article} was opened. */
        record View(Article article) implements Step { }

        /** The cart now holds {@code articles}. */
        record Cart(List<Article> articles) implements Step { }

        /** {@code articles} were ordered. */
        record Order(String orderNumber, List<Article> articles) implements Step { }
    }

    Visitor {
        browsers = List.copyOf(browsers);
    }

    /** How a mail names this visitor: by customer id if there is one, else by address; empty = gets no mail. */
    Optional<Recipient> recipient(String name) {
        return email.map(address -> Recipient.ofEmail(name, address))
                .or(() -> customerId.map(id -> Recipient.ofCustomer(name, id)));
    }
}
