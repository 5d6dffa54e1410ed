package dev.inlay.server.recommendation.index;

import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A node with one website, its store and its indexes; opened again it is the next start. */
final class IndexedShop implements AutoCloseable {
    static final Secret SECRET = new Secret("a secret of the tests, long enough".getBytes());

    final Database database;
    final WebsiteStore websites;
    final CatalogueStore catalogues;
    final ActivityStore activities;
    final SessionIndexes indexes;
    final Website website;

    /** With {@code time} as its clock; the website is the first one there, or made now. */
    IndexedShop(DatabaseSettings settings, InstantSource time) {
        database = Database.open(settings, SECRET, UnaryOperator.identity(), time);
        websites = new WebsiteStore(database, SECRET);
        catalogues = new CatalogueStore(database);
        activities = new ActivityStore(database, new IdentityStore(database));
        website = websites.list().stream().findFirst().orElseGet(() -> websites.create(new Website(0, new UUID(0, 0),
                "Daybird", URI.create("https://shop.example/"), Currency.getInstance("EUR"), Locale.ENGLISH,
                List.of("shop.example"), WebsiteSettings.DEFAULTS)));
        indexes = new SessionIndexes(websites, catalogues, activities, settings.dataDir(), time);
    }

    static IndexedShop on(Path folder, InstantSource time) {
        return new IndexedShop(DatabaseSettings.embedded(folder), time);
    }

    void product(String number) {
        catalogues.put(website.id(), Product.of(number, "Product " + number, "https://shop.example/p/" + number,
                "https://img.example/" + number + ".jpg", new BigDecimal("10.00")));
    }

    void view(TrackingUserId shopper, String product) {
        activities.recordView(website.id(), Owner.of(shopper), ProductReference.ofNumber(product));
    }

    /** Somebody views these, one after the other. */
    TrackingUserId session(String... products) {
        TrackingUserId shopper = TrackingUserId.random();
        for (String product : products) {
            view(shopper, product);
        }
        return shopper;
    }

    SessionIndex index() {
        return indexes.index(website.id());
    }

    /** What the index knows, to be compared. */
    Told told() {
        Instant now = Instant.ofEpochSecond(1_800_000_000);
        return new Told(neighbours("p1", "p2"), index().bestsellers(now),
                index().trending(now), index().size());
    }

    /** What sessions lead to that are like a visit to {@code products}. */
    List<RankedProduct> neighbours(String... products) {
        return index().neighbours(List.of(products), Gap.VISIT, PickingParameters.DEFAULT,
                Instant.ofEpochSecond(1_800_000_000), 20).others();
    }

    record Told(List<RankedProduct> neighbours, List<RankedProduct> bestsellers, List<RankedProduct> trending,
            IndexSize size) { }

    /** Whether {@code condition} comes true by itself within {@code promise}. */
    static boolean within(Duration promise, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + promise.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        return condition.getAsBoolean();
    }

    /** Without the indexes' files being written, as after {@code kill -9}. */
    void kill() {
        closeStores();
    }

    @Override
    public void close() {
        indexes.close();
        closeStores();
    }

    private void closeStores() {
        catalogues.close();
        websites.close();
        database.close();
    }
}
