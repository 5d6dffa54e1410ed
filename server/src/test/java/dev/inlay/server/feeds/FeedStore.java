package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.FeedSettings;
import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.db.catalogue.ProductFeedStore;
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
final class FeedStore implements AutoCloseable {
    final Path dataDir;
    final Database database;
    final WebsiteStore websites;
    final CatalogueStore catalogues;
    final ProductFeedStore feeds;
    final PhotoStore photos;
    final PhotoFetcher photoFetcher;
    final FeedRuns runs;
    final FeedSchedule schedule;
    final Website website;

    FeedStore(Path dataDir) {
        this(DatabaseSettings.embedded(dataDir), InstantSource.system());
    }

    /** On a store that may hold a website already: that one is used then. */
    FeedStore(DatabaseSettings settings, InstantSource time) {
        this.dataDir = settings.dataDir();
        Secret secret = new Secret(new byte[Secret.MIN_LENGTH]);
        database = Database.open(settings, secret, UnaryOperator.identity(), time);
        websites = new WebsiteStore(database, secret);
        catalogues = new CatalogueStore(database);
        feeds = new ProductFeedStore(database, secret);
        photos = new PhotoStore(dataDir);
        SafeFetcher fetcher = new SafeFetcher(true);
        photoFetcher = new PhotoFetcher(websites, catalogues, fetcher, new PhotoDecoder(), photos, time);
        runs = new FeedRuns(catalogues, feeds, fetcher, photoFetcher, dataDir, time);
        schedule = new FeedSchedule(websites, feeds, runs, time);
        website = websites.list().stream().findFirst().orElseGet(() ->
                websites.create(Feeds.website("EUR", Locale.GERMANY)));
    }

    Catalogue catalogue() {
        return catalogues.catalogue(website.id());
    }

    ProductFeed feed(String url) {
        return feeds.create(website.id(), FeedSettings.byHand("Shop", Optional.ofNullable(url), Optional.empty()));
    }

    ObjectNode upload(ProductFeed feed, String text, boolean force) throws IOException {
        return runs.run(website, feed, new FeedSource.Upload(Files.writeString(runs.newFile(), text)), force);
    }

    @Override
    public void close() {
        schedule.close();
        feeds.close();
        photoFetcher.close();
        catalogues.close();
        websites.close();
        database.close();
    }
}
