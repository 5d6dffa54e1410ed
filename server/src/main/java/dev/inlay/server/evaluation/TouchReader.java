package dev.inlay.server.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.Owner;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes touches of exported activity (contract 5.8); texts that come again are kept once. */
public final class TouchReader {
    private static final String EMAIL = "email ";

    private final Catalogue shop;
    private final Map<String, String> texts = new HashMap<>();

    /** {@code shop} tells which product is meant. */
    public TouchReader(Catalogue shop) {
        this.shop = shop;
    }

    /** The touch that {@code line} tells of. */
    public PastTouch read(JsonNode line) {
        Owner owner = owner(line);
        String person = line.path("customerId").isTextual() ? "c" + line.get("customerId").textValue()
                : owner.kind().letter() + " " + owner.id();
        return new PastTouch(once(person), owner,
                EventType.valueOf(line.path("type").asText().toUpperCase(Locale.ROOT)), once(product(line)),
                Instant.parse(line.path("time").asText()).toEpochMilli());
    }

    private Owner owner(JsonNode line) {
        if (line.path("trackingUserId").isTextual()) {
            return new Owner(Owner.Kind.TRACKING_USER, once(line.get("trackingUserId").textValue()));
        }
        return line.path("customerId").isTextual()
                ? new Owner(Owner.Kind.CUSTOMER, once("c" + line.get("customerId").textValue()))
                : ofOrder(line.path("owner").asText());
    }

    private Owner ofOrder(String owner) {
        return owner.startsWith(EMAIL) ? new Owner(Owner.Kind.EMAIL, once(owner.substring(EMAIL.length())))
                : new Owner(Owner.Kind.NOBODY, once(owner));
    }

    private String product(JsonNode line) {
        ProductReference reference = new ProductReference(text(line, "productNumber"), text(line, "url"));
        return shop.match(reference).map(Product::productNumber).or(reference::productNumber).or(reference::url)
                .orElseThrow(() -> new IllegalArgumentException("an event names no product"));
    }

    private static Optional<String> text(JsonNode line, String name) {
        return Optional.ofNullable(line.get(name)).map(JsonNode::asText);
    }

    private String once(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }
}
