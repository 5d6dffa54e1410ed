package dev.inlay.db.activity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.identity.Owner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What {@link ActivityDao} reads and writes. */
interface ActivityRows {
    /** A row of table {@code event}. */
    record EventRow(int websiteId, String ownerKind, String ownerId, long seen, long id, int type, String productNumber,
            String url, long atMs) {
        static EventRow of(int websiteId, Owner owner, EventType type, ProductReference product, long seen, long id,
                long atMs) {
            return new EventRow(websiteId, owner.kind().letter(), owner.id(), seen, id, type.code(),
                    product.productNumber().orElse(null), product.url().orElse(null), atMs);
        }

        /** Whether it tells only that its owner was seen. */
        boolean isEmpty() {
            return productNumber == null && url == null;
        }

        Event event() {
            return new Event(new Owner(Owner.Kind.of(ownerKind), ownerId), EventType.of(type),
                    new ProductReference(Optional.ofNullable(productNumber), Optional.ofNullable(url)), seen, id,
                    Instant.ofEpochMilli(atMs));
        }

        TimelineEntry entry() {
            return new TimelineEntry(event(), Optional.empty(), true);
        }
    }

    /**
     * A row of table {@code purchase}: one line of an order; {@code counted} on the one report of the order that
     * counts.
     */
    record PurchaseRow(int websiteId, String ownerKind, String ownerId, long seen, long id, String orderNumber,
            String productNumber, String url, BigDecimal quantity, BigDecimal lineTotal, boolean counted, long atMs) {
        static PurchaseRow of(int websiteId, Owner owner, String orderNumber, OrderLine line, boolean counted,
                long seen, long id, long atMs) {
            return new PurchaseRow(websiteId, owner.kind().letter(), owner.id(), seen, id, orderNumber,
                    line.product().productNumber().orElse(null), line.product().url().orElse(null),
                    Amount.storable(line.quantity()), Amount.storable(line.lineTotal()), counted, atMs);
        }

        Event event() {
            return new Event(new Owner(Owner.Kind.of(ownerKind), ownerId), EventType.PURCHASE,
                    new ProductReference(Optional.ofNullable(productNumber), Optional.ofNullable(url)), seen, id,
                    Instant.ofEpochMilli(atMs));
        }

        TimelineEntry entry() {
            return new TimelineEntry(event(), Optional.of(orderNumber), counted);
        }
    }

    /**
     * A row of table {@code cart}; its products are a JSON array of objects with number {@code n} and URL {@code u}.
     */
    record CartRow(String products, long seen, long atMs) {
        private static final ObjectMapper JSON = new ObjectMapper();

        static CartRow of(List<ProductReference> products, long seen, long atMs) {
            ArrayNode array = JSON.createArrayNode();
            for (ProductReference product : products) {
                ObjectNode object = array.addObject();
                product.productNumber().ifPresent(number -> object.put("n", number));
                product.url().ifPresent(url -> object.put("u", url));
            }
            return new CartRow(array.toString(), seen, atMs);
        }

        Cart cart() {
            try {
                return new Cart(StreamSupport.stream(JSON.readTree(products).spliterator(), false)
                        .map(product -> new ProductReference(text(product, "n"), text(product, "u"))).toList(),
                        seen, Instant.ofEpochMilli(atMs));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Optional<String> text(JsonNode product, String name) {
            return Optional.ofNullable(product.get(name)).map(JsonNode::asText);
        }
    }
}
