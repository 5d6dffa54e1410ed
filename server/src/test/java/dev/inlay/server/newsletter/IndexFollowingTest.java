package dev.inlay.server.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inlay.db.activity.ActivityImport;
import dev.inlay.db.activity.EventType;
import dev.inlay.db.activity.PastEvent;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shoppers do in the store shows in everybody's picks. */
class IndexFollowingTest {
    @TempDir
    Path folder;

    private TestShop shop;
    private Campaign campaign;

    @BeforeEach
    void open() {
        shop = TestShop.on(folder);
        shop.products(5);
        campaign = shop.campaign("'slots':1,'strategies':[{'type':'bestsellers'}]");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void eventsAreFollowedOnceEach() {
        views("p4", 3);
        shop.indexes.catchUp();
        assertThat(bestseller()).endsWith("/p4");

        views("p5", 4);
        for (int i = 0; i < 25; i++) {
            shop.indexes.catchUp();
        }
        assertThat(bestseller()).endsWith("/p5");
        views("p4", 2);
        shop.indexes.catchUp();

        assertThat(bestseller()).endsWith("/p4");
    }

    @Test
    void eventsOf400DaysAreReplayed() {
        views("p3", 2);
        shop.advance(Duration.ofDays(399));

        shop.indexes.catchUp();

        assertThat(bestseller()).endsWith("/p3");
    }

    @Test
    void olderEventsAreNotReplayed() {
        views("p3", 2);
        shop.advance(Duration.ofDays(401));

        shop.indexes.catchUp();

        assertThat(bestseller()).doesNotEndWith("/p3");
    }

    @Test
    void threadFollowsByItself() throws InterruptedException {
        shop.indexes.start();
        views("p3", 1);

        awaitBestseller("/p3");
    }

    @Test
    void pastThatIsImportedShowsByItself() throws InterruptedException {
        views("p4", 2);
        shop.indexes.start();
        Instant hourAgo = shop.now.get().minus(Duration.ofHours(1));

        new ActivityImport(shop.database).add(shop.website.id(), IntStream.range(0, 5).mapToObj(second ->
                new PastEvent(Owner.of(TrackingUserId.random()), EventType.VIEW, ProductReference.ofNumber("p3"),
                        hourAgo.plusSeconds(second), Optional.empty(), Optional.empty())).toList());

        awaitBestseller("/p3");
        views("p4", 9);
        awaitBestseller("/p4");
    }

    private void awaitBestseller(String product) throws InterruptedException {
        for (int i = 0; i < 400 && !bestseller().endsWith(product); i++) {
            Thread.sleep(50);
        }
        assertThat(bestseller()).endsWith(product);
    }

    private void views(String product, int count) {
        for (int i = 0; i < count; i++) {
            shop.view(TrackingUserId.random(), product);
        }
        shop.advance(Duration.ofMillis(1));
    }

    /** What somebody new would see; by {@code HEAD}, so that nothing is locked. */
    private String bestseller() {
        return shop.client.send("HEAD", "/serve/tile/" + campaign.id() + "/1/click?userEmail=new@example.com", "")
                .header("Location").replaceFirst("#.*", "");
    }
}
