package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.activity.OrderStore;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedSettings;
import dev.inlay.db.feed.FeedStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.photos.PhotoFetcher;
import dev.inlay.server.photos.PhotoStore;
import dev.inlay.server.photos.SafeFetcher;
import dev.inlay.templates.photo.PhotoDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A real store in a temporary folder with one website, and feed runs on it. */
final class FeedShop implements AutoCloseable {
    final Path dataDir;
    final Database database;
    final WebsiteStore websites;
    final CatalogueStore catalogues;
    final FeedStore feeds;
    final PersonalData personalData;
    final OrderStore orders;
    final PhotoStore photos;
    final PhotoFetcher photoFetcher;
    final FeedRuns runs;
    final FeedSchedule schedule;
    final Website website;

    FeedShop(Path dataDir) {
        this(DatabaseSettings.embedded(dataDir), InstantSource.system());
    }

    /** On a store that may hold a website already: that one is used then. */
    FeedShop(DatabaseSettings settings, InstantSource time) {
        this.dataDir = settings.dataDir();
        Secret secret = new Secret(new byte[Secret.MIN_LENGTH]);
        database = Database.open(settings, secret, UnaryOperator.identity(), time);
        websites = new WebsiteStore(database, secret);
        catalogues = new CatalogueStore(database);
        feeds = new FeedStore(database, secret);
        personalData = new PersonalData(secret);
        orders = new OrderStore(database, new IdentityStore(database));
        photos = new PhotoStore(dataDir);
        SafeFetcher fetcher = new SafeFetcher(true);
        photoFetcher = new PhotoFetcher(websites, catalogues, fetcher, new PhotoDecoder(), photos, time);
        runs = new FeedRuns(feeds, fetcher, new ProductIntake(catalogues, photoFetcher, time),
                new OrderIntake(catalogues, orders, personalData, time), dataDir);
        schedule = new FeedSchedule(websites, feeds, runs, time);
        website = websites.list().stream().findFirst().orElseGet(() ->
                websites.create(Feeds.website("EUR", Locale.GERMANY)));
    }

    Catalogue catalogue() {
        return catalogues.catalogue(website.id());
    }

    Feed feed(String url) {
        return feeds.create(website.id(), FeedKind.PRODUCTS,
                FeedSettings.byHand("Shop", Optional.ofNullable(url), Optional.empty()));
    }

    ObjectNode upload(Feed feed, String text, boolean force) throws IOException {
        return runs.run(website, feed, new FeedSource.Upload(Files.writeString(runs.newFile(), text)), force);
    }

    @Override
    public void close() {
        schedule.close();
        runs.close();
        feeds.close();
        photoFetcher.close();
        catalogues.close();
        websites.close();
        database.close();
    }
}
