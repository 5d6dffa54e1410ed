package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.StoreException;
import dev.inlay.db.activity.FeedOrder;
import dev.inlay.db.activity.OrderStore;
import dev.inlay.db.activity.OrderStore.Taken;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedState.GoodRun;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Takes over what order feeds tell: orders are added and changed, never removed, so that a feed may hold the last days
 * only, or none, or years of which only what the website keeps is taken. A file that breaks in the middle is refused as
 * a whole.
 */
public final class OrderIntake implements FeedIntake {
    private static final int ATTEMPTS = 5;

    private final CatalogueStore catalogues;
    private final OrderStore orders;
    private final PersonalData personalData;
    private final InstantSource time;

    public OrderIntake(CatalogueStore catalogues, OrderStore orders, PersonalData personalData, InstantSource time) {
        this.catalogues = catalogues;
        this.orders = orders;
        this.personalData = personalData;
        this.time = time;
    }

    @Override
    public FeedReport read(Website website, Feed feed, Path file, boolean force) {
        OrderImport rows = new OrderImport(website, personalData, time.instant(),
                catalogues.catalogue(website.id()), batch -> take(website, batch));
        try (FeedFile taken = FeedFile.take(file)) {
            OrderReader reader = OrderReaders.of(feed, taken);
            taken.warning().ifPresent(warning -> rows.warning(0, null, warning));
            return rows.finish(reader.read(taken, rows));
        } catch (FeedRefusedException e) {
            return rows.refused(e.getMessage());
        } catch (IOException e) {
            throw FeedFolder.notKept(e);
        }
    }

    @Override
    public FeedReport refused(String why) {
        return OrderReport.refused(OrderImport.findings(), why);
    }

    @Override
    public boolean isStanding(Feed feed, GoodRun good) {
        return true;
    }

    @Override
    public void upToDate(Website website) {
        // Nothing waits for orders.
    }

    @Override
    public ObjectNode presentState(Website website) {
        return Json.object();
    }

    @Override
    public void withdraw(Website website, Feed feed) {
        // What was bought stays bought.
    }

    /** A store that is busy for a while does not end the run: what it took before then counts as unchanged. */
    private Taken take(Website website, List<FeedOrder> batch) {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return orders.take(website.id(), batch);
            } catch (StoreException.Busy busy) {
                if (Thread.currentThread().isInterrupted()) {
                    throw busy;
                }
            }
        }
        return orders.take(website.id(), batch);
    }
}
