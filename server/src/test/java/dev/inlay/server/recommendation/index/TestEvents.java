package dev.inlay.server.recommendation.index;

import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Events, products and snapshots for tests of the index. */
final class TestEvents {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static long sequence;

    private TestEvents() {
    }

    static Event event(int shopper, EventType type, String product, Instant time) {
        return new Event(shopper(shopper), type, ProductReference.ofNumber(product), time.toEpochMilli() << 16,
                ++sequence, time);
    }

    static Owner shopper(int number) {
        return Owner.of(new TrackingUserId("%024x".formatted(number + 1)));
    }

    /** {@code count} events of products p0 to p{@code products - 1}, the first of them most often. */
    static List<Event> random(Random random, Instant begin, int count, int products) {
        List<Event> events = new ArrayList<>();
        Instant time = begin;
        for (int i = 0; i < count; i++) {
            time = time.plusSeconds(random.nextInt(600));
            events.add(event(random.nextInt(20), EventType.of(1 + random.nextInt(3)),
                    "p" + (int) (products * Math.pow(random.nextDouble(), 2)), time));
        }
        return events;
    }

    static Product product(String number) {
        return Product.of(number, null, null, null, BigDecimal.ONE);
    }

    static Catalogue catalogue(Product... products) {
        return Catalogue.of(Arrays.asList(products), Map.of());
    }

    /** Products p0 to p{@code count - 1} in a few categories and of a few brands. */
    static Catalogue catalogue(int count) {
        return catalogue(IntStream.range(0, count).mapToObj(i -> product("p" + i).withBrand("Brand " + i % 3)
                .withHierarchies(List.of(List.of("Room", "Shelf " + i % 4)))).toArray(Product[]::new));
    }

    static byte[] snapshot(SessionIndex index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    static SessionIndex read(byte[] snapshot) throws IOException {
        return SessionIndex.read(new DataInputStream(new ByteArrayInputStream(snapshot)));
    }
}
