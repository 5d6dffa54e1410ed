package dev.inlay.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.retention.RetentionStore;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When retention deletes, and when it does not dare to. */
class RetentionTest {
    private static final TrackingUserId PHONE = TrackingUserId.random();

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private Database database;
    private WebsiteStore websites;
    private IdentityStore identities;
    private ActivityStore activities;
    private Retention retention;
    private Website shop;

    @BeforeEach
    void open() throws InterruptedException {
        Secret secret = new Secret("a secret of the tests, long enough".getBytes());
        database = Database.open(DatabaseSettings.embedded(folder), secret, UnaryOperator.identity(), () -> now);
        websites = new WebsiteStore(database, secret);
        identities = new IdentityStore(database);
        activities = new ActivityStore(database, identities);
        retention = new Retention(websites, new RetentionStore(database), () -> now);
        shop = newWebsite(WebsiteSettings.DEFAULTS);
        retention.look();
    }

    @AfterEach
    void close() {
        websites.close();
        database.close();
    }

    @Test
    void deletesWhatIsOlderThanTheSettingSays() throws InterruptedException {
        view("first");
        passDays(200);
        view("second");
        passDays(196);

        assertThat(viewed()).containsExactly("second");
    }

    @Test
    void clockThatJumpsAheadDeletesNothing() throws InterruptedException {
        view("first");
        passDays(2);

        advance(Duration.ofDays(400));
        retention.look();
        advance(Duration.ofHours(1));
        retention.look();

        assertThat(viewed()).containsExactly("first");
    }

    @Test
    void clockThatGoesBackAgainHasDeletedNothing() throws InterruptedException {
        passDays(2);
        view("first");
        advance(Duration.ofDays(400));
        retention.look();
        advance(Duration.ofDays(-400));
        passDays(2);

        assertThat(viewed()).containsExactly("first");
    }

    @Test
    void afterALongPauseItWaitsADayAndThenDeletes() throws InterruptedException {
        view("first");
        passDays(2);

        advance(Duration.ofDays(400));
        passDays(2);

        assertThat(viewed()).isEmpty();
    }

    @Test
    void websiteThatCannotBeSweptKeepsNoOtherWaitingAndIsTriedAgain() throws InterruptedException {
        WebsiteSettings brief = new WebsiteSettings(ZoneOffset.UTC, Optional.empty(), true, 2, false, 7, 395);
        Website first = newWebsite(brief);
        Website second = newWebsite(brief);
        view(first, "stove");
        view(second, "stove");
        holdEvents(first);
        passDays(3);
        assertThat(viewed(first)).containsExactly("stove");
        assertThat(viewed(second)).isEmpty();

        letGo();
        advance(Duration.ofHours(1));
        retention.look();

        assertThat(viewed(first)).isEmpty();
    }

    /** Lets the store refuse to delete the events that {@code website} has now. */
    private void holdEvents(Website website) {
        write("CREATE TABLE holder AS SELECT website_id, owner_kind, owner_id, seen, id FROM event WHERE website_id = "
                + website.id());
        write("ALTER TABLE holder ADD FOREIGN KEY (website_id, owner_kind, owner_id, seen, id) REFERENCES event");
    }

    private void letGo() {
        write("DROP TABLE holder");
    }

    private void write(String sql) {
        database.writes().write(new Entry<>(Lane.LIVE, "holder", "", writing -> writing.handle().execute(sql)));
    }

    private Website newWebsite(WebsiteSettings settings) {
        return websites.create(new Website(0, new UUID(0, 0), "Shop", URI.create("https://shop.example/"),
                Currency.getInstance("EUR"), Locale.GERMANY, List.of("shop.example"), settings));
    }

    private void passDays(int days) throws InterruptedException {
        for (int half = 0; half < 2 * days; half++) {
            advance(Duration.ofHours(12));
            retention.look();
        }
    }

    private void advance(Duration duration) {
        now = now.plus(duration);
    }

    private void view(String productNumber) {
        view(shop, productNumber);
    }

    private void view(Website website, String productNumber) {
        activities.recordView(website.id(), Owner.of(PHONE), ProductReference.ofNumber(productNumber));
    }

    private List<String> viewed() {
        return viewed(shop);
    }

    private List<String> viewed(Website website) {
        return activities.historyOf(website.id(), identities.resolveTrackingUser(website.id(), PHONE)).events()
                .stream().map(Event::product).map(product -> product.productNumber().orElseThrow()).toList();
    }
}
