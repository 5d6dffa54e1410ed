package dev.inlay.db.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a product feed store promises on every database. */
abstract class ProductFeedStoreContract extends StoreContract {
    @Test
    void feedIsFoundAgain() {
        ProductFeed feed = feeds().create(shop, "Feed", Optional.of("https://shop.example/feed.xml"), Optional.empty());

        assertEquals(Optional.of(feed), feeds().find(shop, feed.id()));
        assertEquals(Optional.empty(), feeds().find(newWebsite(), feed.id()));
    }

    @Test
    void feedsOfAWebsiteAreListedOldestFirst() {
        ProductFeed first = feeds().create(shop, "First", Optional.empty(), Optional.of("csv"));
        store.time().advance(Duration.ofSeconds(1));
        ProductFeed second = feeds().create(shop, "Second", Optional.empty(), Optional.empty());

        assertEquals(List.of(first, second), feeds().list(shop));
    }

    @Test
    void runsOfAFeedAreNumberedFromOne() {
        String first = feeds().create(shop, "First", Optional.empty(), Optional.empty()).id();
        String second = feeds().create(shop, "Second", Optional.empty(), Optional.empty()).id();

        assertEquals(1, feeds().recordRun(shop, first, "{\"rows\":1}"));
        assertEquals(2, feeds().recordRun(shop, first, "{\"rows\":2}"));
        assertEquals(1, feeds().recordRun(shop, second, "{}"));
        assertEquals(Optional.of("{\"rows\":2}"), feeds().findRun(shop, first, 2));
        assertEquals(Optional.empty(), feeds().findRun(shop, first, 3));
    }

    @Test
    void lastRunsComeNewestFirst() {
        String feed = feeds().create(shop, "Feed", Optional.empty(), Optional.empty()).id();
        String other = feeds().create(shop, "Other", Optional.empty(), Optional.empty()).id();
        feeds().recordRun(shop, other, "{}");
        feeds().recordRun(shop, feed, "{\"rows\":1}");
        Instant before = store.time().instant();
        store.time().advance(Duration.ofSeconds(1));
        feeds().recordRun(shop, feed, "{\"rows\":2}");
        feeds().recordRun(shop, feed, "{\"rows\":3}");

        assertEquals(List.of(new FeedRun(3, before.plusSeconds(1), "{\"rows\":3}"),
                new FeedRun(2, before.plusSeconds(1), "{\"rows\":2}")), feeds().lastRuns(shop, feed, 2));
        assertEquals(3, feeds().lastRuns(shop, feed, 9).size());
    }

    private ProductFeedStore feeds() {
        return new ProductFeedStore(database());
    }
}
