package dev.inlay.server.activity;

import dev.inlay.db.activity.ActivityImport;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.PastEvent;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.server.feeds.FeedTimes;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Placeholder;
import dev.inlay.server.tracking.ProductReferences;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/** Reads lines of an import. What is wrong with one is an {@code InvalidParameterException}. */
final class LineParser {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private final PersonalData personalData;
    private final ProductReferences products;
    private final ZoneId zone;
    private final InstantSource time;

    /** {@code zone} is that of times without one. */
    LineParser(PersonalData personalData, ZoneId zone, InstantSource time) {
        this.personalData = personalData;
        this.products = new ProductReferences(personalData);
        this.zone = zone;
        this.time = time;
    }

    /** What {@code line} tells; nothing where the shopper opted out. */
    Optional<PastEvent> parse(byte[] line) {
        Members members = new Members(Json.parseObject(line, "line"));
        EventType type = type(members);
        Optional<TrackingUserId> trackingUser = trackingUser(members);
        Optional<CustomerId> customer = customer(members);
        ProductReference product = product(members);
        Instant happened = time(members);
        if (trackingUser.filter(TrackingUserId.OPTED_OUT::equals).isPresent()) {
            return Optional.empty();
        }
        Owner owner = trackingUser.map(Owner::of).or(() -> customer.map(Owner::of))
                .orElseThrow(() -> members.missing("trackingUserId or customerId"));
        return Optional.of(new PastEvent(owner, type, product, happened,
                type == EventType.PURCHASE ? orderNumber(members) : Optional.empty(),
                trackingUser.flatMap(known -> customer)));
    }

    private static EventType type(Members members) {
        String type = members.text("type").orElseThrow(() -> members.missing("type"));
        return switch (type) {
            case "view" -> EventType.VIEW;
            case "cart" -> EventType.CART;
            case "purchase" -> EventType.PURCHASE;
            default -> throw members.wrong("type", "must be view, cart or purchase", type);
        };
    }

    private static Optional<TrackingUserId> trackingUser(Members members) {
        return given(members.text("trackingUserId")).map(id -> {
            try {
                return new TrackingUserId(id);
            } catch (IllegalArgumentException e) {
                throw members.wrong("trackingUserId", "must be 24 hex characters", id);
            }
        });
    }

    private Optional<CustomerId> customer(Members members) {
        return given(members.id("customerId")).map(id -> {
            try {
                return personalData.customerId(id);
            } catch (IllegalArgumentException e) {
                throw members.wrong("customerId",
                        "must be a customer id of 1 to " + CustomerId.MAX_LENGTH + " characters", id);
            }
        });
    }

    private ProductReference product(Members members) {
        ProductReference product = products.one(members);
        if (product.isEmpty()) {
            throw members.missing("productNumber or url");
        }
        return product;
    }

    private Instant time(Members members) {
        String text = members.text("time").orElseThrow(() -> members.missing("time"));
        Instant happened = FeedTimes.parse(text, zone)
                .orElseThrow(() -> members.wrong("time", "must be ISO 8601 such as 2026-05-01T12:00:00Z", text));
        if (happened.isBefore(EARLIEST) || happened.isAfter(time.instant().plus(ActivityImport.MOST_AHEAD))) {
            throw members.wrong("time", "must lie between 1990 and a day from now", text);
        }
        return happened;
    }

    private Optional<String> orderNumber(Members members) {
        return members.shortId("orderNumber").filter(number -> !number.isBlank()).map(personalData::storable);
    }

    private static Optional<String> given(Optional<String> id) {
        return id.filter(value -> !Placeholder.isPlaceholder(value));
    }
}
