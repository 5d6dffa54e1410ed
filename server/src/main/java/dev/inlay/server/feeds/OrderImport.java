package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.FeedOrder;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.OrderStore.Taken;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes over the orders of a feed in batches, and counts. A bad row costs only itself. Orders that are older than what
 * the website keeps are passed over: they would be deleted again, and come again, every day.
 */
final class OrderImport implements OrderRows {
    private static final int BATCH = 300;

    private final WebsiteSettings settings;
    private final Instant keptSince;
    private final OrderParser parser;
    private final Function<List<FeedOrder>, Taken> store;
    private final FeedFindings findings = findings();
    private final UnmatchedProducts unmatched;
    private final Distinct numbers = new Distinct();
    private List<FeedOrder> batch = new ArrayList<>();
    private Taken taken = Taken.NOTHING;
    private int tooOld;

    /**
     * {@code store} takes over batches of orders that {@code website} keeps at {@code now}, of which {@code catalogue}
     * should know the products.
     */
    OrderImport(Website website, PersonalData personalData, Instant now, Catalogue catalogue,
            Function<List<FeedOrder>, Taken> store) {
        this.settings = website.settings();
        this.keptSince = settings.keptSince(now);
        this.parser = new OrderParser(website, personalData);
        this.store = store;
        this.unmatched = new UnmatchedProducts(catalogue);
    }

    @Override
    public void order(int row, ObjectNode order) {
        String number = parser.number(order).orElse(null);
        parser.parse(order, message -> warning(row, number, message)).ifPresent(sound -> take(row, sound));
    }

    /** No address is ever told. */
    @Override
    public void warning(int row, String orderNumber, String message) {
        findings.add(row, orderNumber == null ? null : Addresses.masked(orderNumber), Addresses.masked(message));
    }

    /** Takes over what is left, and tells what came of a feed of {@code rows} rows. */
    OrderReport finish(int rows) {
        takeBatch();
        if (tooOld > 0) {
            warning(0, null, tooOld + " orders are older than retentionDays, " + settings.retentionDays()
                    + " days, and were passed over");
        }
        unmatched.summary().ifPresent(message -> warning(0, null, message));
        return new OrderReport(rows, numbers.count(), taken, unmatched.count(), findings, Optional.empty());
    }

    /** Tells that nothing was taken over. */
    OrderReport refused(String why) {
        return OrderReport.refused(findings, why);
    }

    /** Nothing said yet. */
    static FeedFindings findings() {
        return new FeedFindings("orderNumber");
    }

    private void take(int row, FeedOrder order) {
        if (order.date().isBefore(keptSince)) {
            tooOld++;
            return;
        }
        if (!numbers.add(order.orderNumber())) {
            warning(row, order.orderNumber(), "the order number stands in the feed before: the last one counts");
        }
        for (OrderLine line : order.lines()) {
            unmatched.check(line.product()).ifPresent(message -> warning(row, order.orderNumber(), message));
        }
        batch.add(order);
        if (batch.size() == BATCH) {
            takeBatch();
        }
    }

    private void takeBatch() {
        if (!batch.isEmpty()) {
            taken = taken.plus(store.apply(List.copyOf(batch)));
            batch = new ArrayList<>();
        }
    }
}
