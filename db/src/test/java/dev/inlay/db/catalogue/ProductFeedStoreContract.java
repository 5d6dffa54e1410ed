package dev.inlay.db.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.StoreContract;
import java.time.Duration;
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

    private ProductFeedStore feeds() {
        return new ProductFeedStore(database());
    }
}
