package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
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
    final Website website;

    FeedStore(Path dataDir) {
        this.dataDir = dataDir;
        Secret secret = new Secret(new byte[Secret.MIN_LENGTH]);
        database = Database.open(DatabaseSettings.embedded(dataDir), secret);
        websites = new WebsiteStore(database, secret);
        catalogues = new CatalogueStore(database);
        feeds = new ProductFeedStore(database);
        photos = new PhotoStore(dataDir);
        SafeFetcher fetcher = new SafeFetcher(true);
        photoFetcher = new PhotoFetcher(websites, catalogues, fetcher, new PhotoDecoder(), photos,
                InstantSource.system());
        runs = new FeedRuns(catalogues, feeds, fetcher, photoFetcher, dataDir, InstantSource.system());
        website = websites.create(Feeds.website("EUR", Locale.GERMANY));
    }

    Catalogue catalogue() {
        return catalogues.catalogue(website.id());
    }

    ProductFeed feed(String url) {
        return feeds.create(website.id(), "Shop", Optional.ofNullable(url), Optional.empty());
    }

    ObjectNode upload(ProductFeed feed, String text, boolean force) throws IOException {
        return runs.run(website, feed, new FeedSource.Upload(Files.writeString(runs.newFile(), text)), force);
    }

    @Override
    public void close() {
        photoFetcher.close();
        catalogues.close();
        websites.close();
        database.close();
    }
}
