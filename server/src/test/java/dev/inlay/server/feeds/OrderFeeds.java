package dev.inlay.server.feeds;

import dev.inlay.db.Secret;
import dev.inlay.db.activity.FeedOrder;
import dev.inlay.db.activity.OrderStore.Taken;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedSettings;
import dev.inlay.db.feed.FeedState;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads order feeds in tests as a run does, without a store. */
final class OrderFeeds {
    static final PersonalData PERSONAL_DATA = new PersonalData(new Secret(new byte[Secret.MIN_LENGTH]));
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private OrderFeeds() {
    }

    /** What reading a feed gave; {@code orders} by number, the last of equal ones. */
    record Result(OrderReport report, Map<String, FeedOrder> orders) {
        FeedOrder only() {
            return orders.values().iterator().next();
        }

        List<String> messages() {
            return report.findings().first().stream()
                    .map(found -> found.row() + " " + found.number() + " " + found.message()).toList();
        }
    }

    static Result read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    static Result read(byte[] bytes, Optional<String> format, String... known) throws IOException {
        Website website = Feeds.website("EUR", Locale.GERMANY);
        Map<String, FeedOrder> orders = new LinkedHashMap<>();
        OrderImport rows = new OrderImport(website, PERSONAL_DATA, NOW, catalogue(known), batch -> {
            batch.forEach(order -> orders.put(order.orderNumber(), order));
            return new Taken(batch.size(), 0, 0);
        });
        Path copy = Files.write(Files.createTempFile("feed", ".tmp"), bytes);
        Feed feed = new Feed("feed", 1, FeedKind.ORDERS, FeedSettings.byHand("Orders", Optional.empty(), format),
                new FeedState(Optional.empty(), Optional.empty(), 0, Instant.EPOCH, Optional.empty()));
        try (FeedFile file = FeedFile.take(copy)) {
            return new Result(rows.finish(OrderReaders.of(feed, file).read(file, rows)), orders);
        }
    }

    /** The keys of {@code address}. */
    static List<EmailKey> keys(String address) {
        return PERSONAL_DATA.emailKeys(EmailAddress.parse(address).orElseThrow());
    }

    private static Catalogue catalogue(String... numbers) {
        return Catalogue.of(Stream.of(numbers).map(OrderFeeds::product).toList(), Map.of());
    }

    /** {@code 12} is a product, {@code 12=EAN} one with an {@code ean}. */
    private static Product product(String number) {
        String[] parts = number.split("=");
        return ProductAttributes.read(Json.object().put("productNumber", parts[0])
                .put("ean", parts.length > 1 ? parts[1] : null), finding -> { }).orElseThrow();
    }
}
