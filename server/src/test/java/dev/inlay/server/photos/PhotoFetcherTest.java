package dev.inlay.server.photos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Photo;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.templates.photo.PhotoDecoder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PhotoFetcherTest {
    private static final byte[] PNG = new dev.inlay.templates.photo.Photo(
            new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB)).toPng();

    @TempDir
    Path folder;

    private Database database;
    private WebsiteStore websites;
    private CatalogueStore catalogues;
    private PhotoStore photos;
    private PhotoFetcher fetcher;
    private int websiteId;

    @BeforeEach
    void open() {
        Secret secret = new Secret(new byte[Secret.MIN_LENGTH]);
        database = Database.open(DatabaseSettings.embedded(folder), secret);
        websites = new WebsiteStore(database, secret);
        catalogues = new CatalogueStore(database);
        photos = new PhotoStore(folder);
        websiteId = websites.create(new Website(0, UUID.randomUUID(), "Shop", URI.create("https://shop.example/"),
                Currency.getInstance("EUR"), Locale.GERMANY, List.of("shop.example"), WebsiteSettings.DEFAULTS)).id();
        fetcher = new PhotoFetcher(websites, catalogues, new SafeFetcher(true), new PhotoDecoder(), photos,
                InstantSource.system());
    }

    @AfterEach
    void close() {
        fetcher.close();
        catalogues.close();
        websites.close();
        database.close();
    }

    @Test
    void photoOfANewProductIsReadySoon() throws Exception {
        try (RawServer shop = photo(new AtomicBoolean(true))) {
            fetcher.start();
            Product pot = put(shop.url("/pot.png"));
            fetcher.wake();

            await(() -> ready(pot).isPresent());

            assertThat(photos.find(ready(pot).orElseThrow().hash())).isPresent();
        }
    }

    @Test
    void failedPhotoIsTriedAgainAfterTheNextRun() throws Exception {
        AtomicBoolean open = new AtomicBoolean(false);
        try (RawServer shop = photo(open)) {
            Product pot = put(shop.url("/pot.png"));
            fetcher.start();
            await(() -> catalogues.pendingPhotos(websiteId, 10).isEmpty());
            assertThat(ready(pot)).isEmpty();
            open.set(true);

            fetcher.retry(websiteId);

            await(() -> ready(pot).isPresent());
        }
    }

    @Test
    void photoWhoseFileIsGoneIsFetchedAgain() throws Exception {
        try (RawServer shop = photo(new AtomicBoolean(true))) {
            Product pot = put(shop.url("/pot.png"));
            fetcher.start();
            await(() -> ready(pot).isPresent());
            Photo ready = ready(pot).orElseThrow();
            deleteFiles();

            assertThat(fetcher.find(websiteId, ready.url(), ready.hash())).isEmpty();

            assertThat(ready(pot)).contains(ready);
            await(() -> fetcher.find(websiteId, ready.url(), ready.hash()).isPresent());
            assertThat(shop.heads()).hasSize(2);
        }
    }

    @Test
    void photoWhoseFileIsGoneStandsThoughTheShopHasItNoMore() throws Exception {
        AtomicBoolean open = new AtomicBoolean(true);
        try (RawServer shop = photo(open)) {
            Product pot = put(shop.url("/pot.png"));
            fetcher.start();
            await(() -> ready(pot).isPresent());
            Photo ready = ready(pot).orElseThrow();
            deleteFiles();
            open.set(false);

            fetcher.find(websiteId, ready.url(), ready.hash());
            await(() -> shop.heads().size() == 2);
            fetcher.find(websiteId, ready.url(), ready.hash());
            Thread.sleep(300);

            assertThat(shop.heads()).hasSize(2);
            assertThat(ready(pot)).contains(ready);
        }
    }

    @Test
    void storeThatCannotBeWrittenIsNotAskedWithoutPause() throws Exception {
        try (RawServer shop = photo(new AtomicBoolean(true))) {
            for (int i = 0; i < 40; i++) {
                put("" + i, shop.url("/" + i + ".png"));
            }
            refusePhotos();
            fetcher.start();

            await(() -> shop.heads().size() >= 40);
            Thread.sleep(1_000);

            assertThat(shop.heads()).hasSize(40);
        }
    }

    @Test
    void closingWaitsForNoSlowShopAndLeavesThePhotoPending() throws Exception {
        try (RawServer shop = new RawServer((head, out) -> Thread.sleep(60_000))) {
            put(shop.url("/pot.png"));
            fetcher.start();
            await(() -> !shop.heads().isEmpty());
            fetcher.close();

            assertThat(catalogues.pendingPhotos(websiteId, 10)).hasSize(1);
        }
    }

    private void deleteFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("photos"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private Product put(String imgUrl) {
        return put("1", imgUrl);
    }

    private Product put(String number, String imgUrl) {
        Product product = Product.of(number, "Pot", "https://shop.example/1", imgUrl, BigDecimal.TEN);
        catalogues.put(websiteId, product);
        return product;
    }

    private void refusePhotos() throws SQLException {
        try (Connection connection = DriverManager.getConnection(DatabaseSettings.embedded(folder).url());
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE photo ADD CONSTRAINT none_ready CHECK (state = 0)");
        }
    }

    private Optional<Photo> ready(Product product) {
        return catalogues.catalogue(websiteId).photo(product);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 400 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static RawServer photo(AtomicBoolean open) throws Exception {
        return new RawServer((head, out) -> {
            String status = open.get() ? "200 OK" : "404 Not Found";
            out.write(("HTTP/1.1 " + status + "\r\nContent-Length: " + PNG.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(PNG);
        });
    }
}
