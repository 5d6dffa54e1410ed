package dev.inlay.server.bench;

import dev.inlay.db.Database;
import dev.inlay.db.Secret;
import dev.inlay.db.SeenClock;
import dev.inlay.db.activity.ActivityImport;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.PastEvent;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.recommendation.index.SessionIndexes;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** What it costs to follow events: of many websites that are idle, of a busy one, and all of them at start. */
final class Following {
    static final int WEBSITES = 1_000;

    private static final int ROUNDS = 20;
    private static final int EVENTS = 200_000;
    private static final int PRODUCTS = 2_000;
    private static final int PER_SECOND = 500;
    private static final Duration OVERLAP = Duration.ofSeconds(15);
    private static final double MILLION = 1e6;

    /** Wall time of the thread that follows. */
    record Figures(Spread together, Spread oneByOne, Spread overlap, Spread replay, Spread snapshot) { }

    private final Random random = new Random(1);
    private final Instant begin = Instant.now().minusSeconds(EVENTS / PER_SECOND + 60);
    private final BenchStore store;
    private final Database database;
    private final WebsiteStore websites;
    private final CatalogueStore catalogues;
    private final ActivityStore activities;

    private Following(BenchStore store, Database database, WebsiteStore websites) {
        this.store = store;
        this.database = database;
        this.websites = websites;
        catalogues = new CatalogueStore(database);
        activities = new ActivityStore(database, new IdentityStore(database));
    }

    static Figures measure(BenchStore store) {
        Secret secret = new Secret(new byte[32]);
        try (Database database = Database.open(store.settings(), secret);
                WebsiteStore websites = new WebsiteStore(database, secret)) {
            return new Following(store, database, websites).measure();
        }
    }

    private Figures measure() {
        Website busy = website();
        fill(busy);
        double replay = start();
        double snapshot = start();
        Spread overlap = spread(() -> eventsAfter(busy, SeenClock.of(end().minus(OVERLAP).toEpochMilli())));
        for (int count = 1; count < WEBSITES; count++) {
            activities.recordView(website().id(), Owner.of(TrackingUserId.random()), ProductReference.ofNumber("p1"));
        }
        SessionIndexes indexes = indexes();
        indexes.catchUp();
        Spread together = spread(indexes::catchUp);
        long now = SeenClock.of(Instant.now().toEpochMilli());
        Spread oneByOne = spread(() -> websites.list().forEach(website -> eventsAfter(website, now)));
        catalogues.close();
        return new Figures(together, oneByOne, overlap, Spread.of(List.of(replay * MILLION / EVENTS)),
                Spread.of(List.of(snapshot)));
    }

    /** Seconds until ready. */
    private double start() {
        try (SessionIndexes indexes = indexes()) {
            long start = System.nanoTime();
            indexes.start();
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private SessionIndexes indexes() {
        return new SessionIndexes(websites, catalogues, activities, store.settings().dataDir(),
                InstantSource.system());
    }

    /** Each round comes after a write: the embedded store answers anew only then. */
    private Spread spread(Runnable round) {
        List<Double> millis = new ArrayList<>();
        for (int count = -ROUNDS; count < ROUNDS; count++) {
            activities.recordView(1, Owner.of(TrackingUserId.random()), ProductReference.ofNumber("p1"));
            long start = System.nanoTime();
            round.run();
            if (count >= 0) {
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        return Spread.of(millis);
    }

    private List<Event> eventsAfter(Website website, long seen) {
        return activities.eventsAfter(website.id(), seen, 0, 10_000);
    }

    private void fill(Website website) {
        for (int number = 0; number < PRODUCTS; number++) {
            catalogues.put(website.id(), Product.of("p" + number, "Product", "https://shop.example/p/" + number,
                    "https://shop.example/p.png", BigDecimal.TEN));
        }
        ActivityImport imports = new ActivityImport(database);
        List<PastEvent> batch = new ArrayList<>();
        TrackingUserId shopper = TrackingUserId.random();
        for (int count = 0; count < EVENTS; count++) {
            shopper = count % 5 == 0 ? TrackingUserId.random() : shopper;
            batch.add(new PastEvent(Owner.of(shopper), count % 20 == 0 ? EventType.PURCHASE : EventType.VIEW,
                    ProductReference.ofNumber("p" + random.nextInt(PRODUCTS)),
                    begin.plusMillis(count * 1_000L / PER_SECOND), Optional.empty(), Optional.empty()));
            if (batch.size() == 1_000) {
                imports.add(website.id(), batch);
                batch.clear();
            }
        }
    }

    private Instant end() {
        return begin.plusSeconds(EVENTS / PER_SECOND);
    }

    private Website website() {
        return websites.create(new Website(0, new UUID(0, 0), "Shop", URI.create("https://shop.example/"),
                Currency.getInstance("EUR"), Locale.ENGLISH, List.of("shop.example"), WebsiteSettings.DEFAULTS));
    }
}
