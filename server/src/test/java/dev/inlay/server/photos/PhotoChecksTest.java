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
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PhotoChecksTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String OLD = "a".repeat(64);

    @TempDir
    Path folder;

    private Database database;
    private WebsiteStore websites;
    private CatalogueStore catalogues;
    private PhotoStore photos;
    private PhotoFetch fetch;
    private PhotoChecks checks;
    private RawServer shop;
    private int websiteId;
    private volatile Instant now = Instant.now();
    private volatile int side = 40;
    private volatile String status = "200 OK";
    private volatile boolean namesVersions = true;
    private volatile boolean silent;
    private volatile boolean newPhotosWait;

    @BeforeEach
    void open() throws IOException {
        Secret secret = new Secret(new byte[Secret.MIN_LENGTH]);
        database = Database.open(DatabaseSettings.embedded(folder), secret, UnaryOperator.identity(), () -> now);
        websites = new WebsiteStore(database, secret);
        catalogues = new CatalogueStore(database);
        photos = new PhotoStore(folder);
        fetch = new PhotoFetch(new SafeFetcher(true), new PhotoDecoder(), photos);
        checks = new PhotoChecks(websites, catalogues, fetch, () -> now, () -> newPhotosWait);
        shop = new RawServer(this::answer);
        websiteId = websites.create(new Website(0, UUID.randomUUID(), "Shop", URI.create("https://shop.example/"),
                Currency.getInstance("EUR"), Locale.GERMANY, List.of("shop.example"), WebsiteSettings.DEFAULTS)).id();
    }

    @AfterEach
    void close() throws IOException {
        shop.close();
        checks.close();
        fetch.close();
        catalogues.close();
        websites.close();
        database.close();
    }

    @Test
    void photoIsAskedForAgainOnceADay() throws Exception {
        keepOld(put("1"));

        assertThat(checks.checkDue()).isFalse();
        later(DAY);
        assertThat(checks.checkDue()).isTrue();
        assertThat(checks.checkDue()).isFalse();

        assertThat(shop.heads()).hasSize(1);
    }

    @Test
    void photoReplacedUnderTheSameUrlIsTakenUp() throws Exception {
        Product pot = put("1");
        checkedOnce(pot);
        String before = hash(pot);
        side = 50;

        later(DAY);
        checks.checkDue();

        assertThat(hash(pot)).isNotEqualTo(before);
        assertThat(checks.count(PhotoCheck.CHANGED)).isEqualTo(2);
        assertThat(photos.find(hash(pot)).map(photo -> photo.image().getWidth())).contains(50);
    }

    @Test
    void copyWithoutVersionIsFetchedInFull() throws Exception {
        Product pot = put("1");
        keepOld(pot);

        later(DAY);
        checks.checkDue();

        assertThat(hash(pot)).isNotEqualTo(OLD);
        assertThat(shop.heads().getFirst()).noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("if-"));
    }

    @Test
    void unchangedPhotoIsNotSentAgain() throws Exception {
        Product pot = put("1");
        checkedOnce(pot);
        String before = hash(pot);

        later(DAY);
        checks.checkDue();

        assertThat(shop.heads().getLast()).anyMatch("If-None-Match: \"40\""::equalsIgnoreCase);
        assertThat(hash(pot)).isEqualTo(before);
        assertThat(checks.count(PhotoCheck.UNCHANGED)).isEqualTo(1);
        assertThat(checks.checkDue()).isFalse();
    }

    @Test
    void photoOfAServerThatNamesNoVersionsIsComparedInFull() throws Exception {
        namesVersions = false;
        Product pot = put("1");
        checkedOnce(pot);
        side = 50;

        later(DAY);
        checks.checkDue();

        assertThat(photos.find(hash(pot)).map(photo -> photo.image().getWidth())).contains(50);
    }

    @Test
    void photoThatIsGoneStaysAsItIsAndIsAskedForTheNextDay() throws Exception {
        Product pot = put("1");
        checkedOnce(pot);
        String before = hash(pot);
        status = "404 Not Found";

        later(DAY);
        checks.checkDue();

        assertThat(hash(pot)).isEqualTo(before);
        assertThat(photos.find(before)).isPresent();
        assertThat(checks.count(PhotoCheck.FAILED)).isEqualTo(1);
        later(DAY);
        assertThat(checks.checkDue()).isTrue();
    }

    @Test
    void photoReplacedByABadFileStaysAsItIs() throws Exception {
        Product pot = put("1");
        checkedOnce(pot);
        String before = hash(pot);
        side = 0;

        later(DAY);
        checks.checkDue();

        assertThat(shop.heads()).hasSize(2);
        assertThat(hash(pot)).isEqualTo(before);
    }

    @Test
    void photoThatNoProductNamesIsNotAskedFor() throws Exception {
        keepOld(put("1"));
        catalogues.remove(websiteId, "1");

        later(DAY);
        checks.checkDue();

        assertThat(shop.heads()).isEmpty();
    }

    @Test
    void slowShopIsLeftAloneUntilTheNextDay() throws Exception {
        keepOld(put("1"));
        keepOld(put("2"));
        silent = true;

        later(DAY);
        checks.checkDue();

        assertThat(shop.heads()).hasSize(1);
        assertThat(checks.checkDue()).isFalse();
    }

    @Test
    void newPhotosGoFirst() throws Exception {
        keepOld(put("1"));
        newPhotosWait = true;
        later(DAY);

        CompletableFuture<Boolean> round = CompletableFuture.supplyAsync(this::checkDue);

        assertThat(isDoneWithin(round, 500)).isFalse();
        assertThat(shop.heads()).isEmpty();
        newPhotosWait = false;
        round.get();
        assertThat(shop.heads()).hasSize(1);
    }

    private void answer(List<String> head, OutputStream out) throws Exception {
        if (silent) {
            Thread.sleep(Duration.ofMinutes(1));
        }
        String etag = "\"" + side + "\"";
        if (head.stream().anyMatch(("If-None-Match: " + etag)::equalsIgnoreCase) && status.startsWith("200")) {
            out.write("HTTP/1.1 304 Not Modified\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        byte[] file = side == 0 ? "no photo".getBytes(StandardCharsets.US_ASCII)
                : new dev.inlay.templates.photo.Photo(
                        new BufferedImage(side, 30, BufferedImage.TYPE_INT_RGB)).toPng();
        out.write(("HTTP/1.1 " + status + "\r\n" + (namesVersions ? "ETag: " + etag + "\r\n" : "")
                + "Content-Length: " + file.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(file);
    }

    private Product put(String number) {
        Product product = Product.of(number, "Pot", "https://shop.example/" + number, shop.url("/" + number + ".png"),
                BigDecimal.TEN);
        catalogues.put(websiteId, product);
        return product;
    }

    /** As a version of Inlay that knew no checks left it. */
    private void keepOld(Product product) {
        catalogues.update(websiteId, new Photo(product.imgUrl(), Photo.State.READY, OLD, ""));
    }

    private void checkedOnce(Product product) throws InterruptedException {
        keepOld(product);
        later(DAY);
        checks.checkDue();
    }

    private void later(Duration duration) {
        now = now.plus(duration).plusSeconds(60);
    }

    private boolean checkDue() {
        try {
            return checks.checkDue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String hash(Product product) {
        return catalogues.catalogue(websiteId).photo(product).orElseThrow().hash();
    }

    private static boolean isDoneWithin(CompletableFuture<?> round, long millis) throws Exception {
        try {
            round.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
