package dev.inlay.server.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.Database;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.Secret;
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
import java.util.Currency;
import java.util.List;
import java.util.Locale;
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
        shop = websites.create(new Website(0, new UUID(0, 0), "Shop", URI.create("https://shop.example/"),
                Currency.getInstance("EUR"), Locale.GERMANY, List.of("shop.example"), WebsiteSettings.DEFAULTS));
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
        activities.recordView(shop.id(), Owner.of(PHONE), ProductReference.ofNumber(productNumber));
    }

    private List<String> viewed() {
        return activities.historyOf(shop.id(), identities.resolveTrackingUser(shop.id(), PHONE)).events().stream()
                .map(Event::product).map(product -> product.productNumber().orElseThrow()).toList();
    }
}
