package dev.inlay.db.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlay.db.StoreContract;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.activity.Event;
import dev.inlay.db.activity.FeedOrder;
import dev.inlay.db.activity.History;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.OrderStore;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.db.campaign.Edition;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.retention.ActivityRetentionDao.CartKey;
import dev.inlay.db.retention.ActivityRetentionDao.OrderKey;
import dev.inlay.db.retention.RetentionStore.Turn;
import dev.inlay.db.statistics.CampaignCounts;
import dev.inlay.db.statistics.CampaignCounts.DayCount;
import dev.inlay.db.statistics.CampaignDays;
import dev.inlay.db.statistics.Click;
import dev.inlay.db.statistics.PictureCount;
import dev.inlay.db.statistics.RequestClass;
import dev.inlay.db.statistics.StatisticsBatch;
import dev.inlay.db.statistics.StatisticsStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What retention deletes and what it leaves, on every database. */
abstract class RetentionStoreContract extends StoreContract {
    private static final Duration LONG = Duration.ofDays(100);
    private static final String CAMPAIGN = "campaignaaaaaaaa";
    private static final CustomerId ANNA = new CustomerId("anna", false);

    private final TrackingUserId phone = TrackingUserId.random();
    private final TrackingUserId laptop = TrackingUserId.random();

    @Test
    void eventsGoByTheirAge() {
        view(phone, "old");
        store.time().advance(LONG);
        Instant between = now();
        view(phone, "new");

        deleteAll(OldRows.EVENTS, between);

        assertEquals(List.of(ProductReference.ofNumber("new")), viewed(phone));
    }

    @Test
    void indexesLearnWhenEventsOrOrdersGoButNotWhenNothingDoes() {
        view(phone, "old");
        buy("1");
        store.time().advance(LONG);
        Map<Integer, Long> before = activities().pastRevisions();

        deleteAll(OldRows.EVENTS, now());
        Map<Integer, Long> withoutEvents = activities().pastRevisions();
        deleteAll(OldRows.ORDERS, now());
        Map<Integer, Long> withoutOrders = activities().pastRevisions();
        deleteAll(OldRows.EVENTS, now());
        deleteAll(OldRows.ORDERS, now());

        assertNotEquals(before.get(shop), withoutEvents.get(shop));
        assertNotEquals(withoutEvents.get(shop), withoutOrders.get(shop));
        assertEquals(withoutOrders, activities().pastRevisions());
    }

    @Test
    void moreEventsThanOneBatchHoldsGoInSeveral() {
        for (int number = 0; number < 450; number++) {
            view(phone, "p" + number);
        }
        store.time().advance(LONG);

        assertEquals(450, deleteAll(OldRows.EVENTS, now()));
        assertEquals(List.of(), viewed(phone));
    }

    @Test
    void websitesAreApart() {
        int other = newWebsite();
        activities().recordView(other, Owner.of(phone), ProductReference.ofNumber("stove"));
        store.time().advance(LONG);

        assertEquals(0, deleteAll(OldRows.EVENTS, now()));
        assertEquals(1, activities().historyOf(other, identities().resolveTrackingUser(other, phone)).events().size());
    }

    @Test
    void mostRecentTrackingUserStaysTheSame() {
        associate(laptop);
        associate(phone);
        store.time().advance(Duration.ofDays(1));
        view(laptop, "stove");
        activities().recordCart(shop, Owner.of(laptop), List.of(ProductReference.ofNumber("tent")), nothing());
        store.time().advance(LONG);

        deleteAll(OldRows.EVENTS, now());
        deleteAll(OldRows.CARTS, now());

        Identity.Known known = (Identity.Known) identities().resolveCustomer(shop, List.of(ANNA));
        assertEquals(List.of(laptop, phone), known.trackingUsers());
        assertEquals(History.EMPTY, activities().historyOf(shop, known));
    }

    @Test
    void trackingUserWhomNobodyIdentifiedGoesWithItsActivity() {
        view(phone, "stove");
        store.time().advance(LONG);

        deleteAll(OldRows.EVENTS, now());

        assertEquals(new Identity.Unknown(), identities().resolveTrackingUser(shop, phone));
    }

    @Test
    void ordersGoWithTheirLines() {
        buy("SO-1");
        store.time().advance(LONG);
        Instant between = now();
        buy("SO-2");

        deleteAll(OldRows.ORDERS, between);

        CountedOrders orders = new CountedOrders(database());
        assertEquals(Optional.empty(), orders.find(shop, "SO-1"));
        assertEquals(1, orders.find(shop, "SO-2").orElseThrow().lines().size());
        assertEquals(1, history(phone).purchases().size());
    }

    @Test
    void orderOfAFeedCountsByTheLaterReportOfABrowserOnceItsRowIsGone() {
        feedTells("SO-1", now(), "stove");
        store.time().advance(LONG);
        buy("SO-1");

        assertEquals(1, deleteAll(OldRows.ORDERS, now()));

        assertEquals(Optional.of(Owner.of(phone)), owner("SO-1"));
        assertEquals(List.of("stove"), countedLines("SO-1"));
        assertEquals(List.of(true), lines("SO-1"));
    }

    @Test
    void orderOfAFeedStaysWhereOnlyTheReportOfABrowserIsOld() {
        buy("SO-1");
        store.time().advance(LONG);
        feedTells("SO-1", now(), "tent");

        assertEquals(1, deleteAll(OldRows.ORDERS, now()));

        assertEquals(Optional.of(Owner.of(ANNA)), owner("SO-1"));
        assertEquals(List.of("tent"), countedLines("SO-1"));
        assertEquals(List.of(true), lines("SO-1"));
    }

    @Test
    void nothingIsLeftOfAnOrderWhoseReportsAreAllOld() {
        feedTells("SO-1", now(), "stove");
        store.time().advance(Duration.ofDays(1));
        buy("SO-1");
        store.time().advance(LONG);

        assertEquals(2, deleteAll(OldRows.ORDERS, now()));

        assertEquals(Optional.empty(), owner("SO-1"));
        assertEquals(List.of(), lines("SO-1"));
    }

    @Test
    void cartThatChangedSinceItWasFoundStays() {
        fill("stove");
        List<CartKey> found = database().read(handle ->
                handle.attach(ActivityRetentionDao.class).findCarts(shop, Long.MAX_VALUE, 10));
        store.time().advance(LONG);
        fill("tent");

        write(dao -> dao.deleteCarts(found));

        assertEquals(1, found.size());
        assertEquals(List.of(ProductReference.ofNumber("tent")), history(phone).cart().orElseThrow().products());
    }

    @Test
    void orderThatBecameAnotherSinceItWasFoundStaysWithItsLines() {
        feedTells("SO-1", now(), "stove");
        List<OrderKey> found = database().read(handle ->
                handle.attach(ActivityRetentionDao.class).findOrders(shop, Long.MAX_VALUE, 10));
        store.time().advance(LONG);
        feedTells("SO-1", now(), "tent");

        write(dao -> new OldOrders(dao).delete(found));

        assertEquals(1, found.size());
        assertEquals(List.of("tent"), countedLines("SO-1"));
    }

    @Test
    void locksGoByTheirAge() {
        AssignmentStore locks = new AssignmentStore(database());
        Campaign campaign = new Campaign(CAMPAIGN, shop, CampaignType.AUTO, Duration.ofDays(1), 1, 0,
                JsonNodeFactory.instance.objectNode());
        byte[] recipient = new byte[16];
        Edition edition = Edition.of(campaign, new byte[0], now());
        locks.lock(edition, recipient, Assignment.proposed(List.of(new Pick("stove", "for_you", 1, List.of())),
                "v".repeat(64)), 0, Duration.ofSeconds(5));
        store.time().advance(LONG);

        deleteAll(OldRows.LOCKS, now());

        assertEquals(Optional.empty(), locks.find(edition, recipient));
    }

    @Test
    void statisticsGoByTheirDay() {
        StatisticsStore statistics = new StatisticsStore(database());
        Instant old = now();
        Instant recent = old.plus(LONG);
        statistics.write(new StatisticsBatch(shop, "a".repeat(32), 1, List.of(count(old), count(recent)), List.of(),
                List.of(click(old), click(recent)), List.of()));

        deleteAll(OldRows.PICTURE_COUNTS, recent.minus(Duration.ofDays(1)));
        deleteAll(OldRows.CLICKS, recent.minus(Duration.ofDays(1)));

        CampaignCounts left = statistics.read(new CampaignDays(shop, CAMPAIGN, day(old), day(recent)));
        assertEquals(List.of(day(recent)), left.pictures().days().stream().map(DayCount::day).toList());
        assertEquals(List.of(day(recent)), left.clicks().days().stream().map(DayCount::day).toList());
    }

    @Test
    void steadyClockLetsItSweepUntilDoneAndThenOnceADay() {
        Instant begin = now();
        RetentionStore retention = new RetentionStore(database());
        database().writes().write(new Entry<>(Lane.LIVE, "installation", "",
                writing -> writing.handle().execute("DELETE FROM installation WHERE name = 'retention'")));

        assertEquals(Turn.WAIT, retention.look(begin));
        for (int hour = 1; hour < 24; hour++) {
            assertEquals(Turn.WAIT, retention.look(begin.plus(Duration.ofHours(hour))));
        }
        assertEquals(Turn.SWEEP, retention.look(begin.plus(Duration.ofHours(24))));
        assertEquals(Turn.SWEEP, retention.look(begin.plus(Duration.ofHours(25))));
        retention.swept(begin.plus(Duration.ofHours(25)));
        assertEquals(Turn.WAIT, retention.look(begin.plus(Duration.ofHours(26))));
        assertEquals(Turn.JUMPED, retention.look(begin.plus(Duration.ofDays(400))));
        assertEquals(Turn.WAIT, retention.look(begin.plus(Duration.ofDays(400)).plus(Duration.ofHours(23))));
        assertEquals(Turn.JUMPED, retention.look(begin.plus(Duration.ofDays(2))));
        assertEquals(Turn.SWEEP, lookEachHour(retention, begin.plus(Duration.ofDays(2))));
    }

    private static Turn lookEachHour(RetentionStore retention, Instant from) {
        Turn last = Turn.WAIT;
        for (int hour = 1; hour <= 24; hour++) {
            last = retention.look(from.plus(Duration.ofHours(hour)));
        }
        return last;
    }

    private int deleteAll(OldRows rows, Instant before) {
        RetentionStore retention = new RetentionStore(database());
        int total = 0;
        for (int deleted = retention.delete(shop, rows, before); deleted > 0;
                deleted = retention.delete(shop, rows, before)) {
            total += deleted;
        }
        return total;
    }

    private void view(TrackingUserId trackingUser, String productNumber) {
        activities().recordView(shop, Owner.of(trackingUser), ProductReference.ofNumber(productNumber));
    }

    private void buy(String orderNumber) {
        activities().recordConversion(shop, Owner.of(phone), new Conversion(orderNumber, Optional.empty(),
                List.of(line("stove"))), nothing());
    }

    private void feedTells(String orderNumber, Instant placed, String productNumber) {
        new OrderStore(database(), identities()).take(shop, List.of(new FeedOrder(orderNumber, placed,
                Optional.empty(), Optional.of(ANNA), List.of(), List.of(line(productNumber)))));
    }

    private static OrderLine line(String productNumber) {
        return new OrderLine(ProductReference.ofNumber(productNumber), Optional.empty(), Optional.empty());
    }

    /** Whose report of the order counts. */
    private Optional<Owner> owner(String orderNumber) {
        return database().read(handle -> handle.createQuery("""
                SELECT owner_kind, owner_id FROM counted_order
                WHERE website_id = :websiteId AND order_number = :orderNumber
                """).bind("websiteId", shop).bind("orderNumber", orderNumber)
                .map((row, context) -> new Owner(Owner.Kind.of(row.getString(1)), row.getString(2))).findOne());
    }

    /** Whether each line that is stored of the order counts. */
    private List<Boolean> lines(String orderNumber) {
        return database().read(handle -> handle.createQuery("""
                SELECT counted FROM purchase WHERE website_id = :websiteId AND order_number = :orderNumber
                """).bind("websiteId", shop).bind("orderNumber", orderNumber).mapTo(Boolean.class).list());
    }

    private List<String> countedLines(String orderNumber) {
        return new CountedOrders(database()).find(shop, orderNumber).orElseThrow().lines().stream()
                .map(line -> line.product().productNumber().orElseThrow()).toList();
    }

    private void fill(String productNumber) {
        activities().recordCart(shop, Owner.of(phone), List.of(ProductReference.ofNumber(productNumber)), nothing());
    }

    private void write(Consumer<ActivityRetentionDao> deletion) {
        database().writes().write(new Entry<>(Lane.BULK, "retention", "", writing -> {
            deletion.accept(writing.handle().attach(ActivityRetentionDao.class));
            return true;
        }));
    }

    private void associate(TrackingUserId trackingUser) {
        identities().associate(shop, trackingUser, new Association(Optional.of(ANNA), List.of(), Source.BROWSER));
    }

    private List<ProductReference> viewed(TrackingUserId trackingUser) {
        return history(trackingUser).events().stream().map(Event::product).toList();
    }

    private History history(TrackingUserId trackingUser) {
        return activities().historyOf(shop, identities().resolveTrackingUser(shop, trackingUser));
    }

    private static PictureCount count(Instant at) {
        return new PictureCount(CAMPAIGN, day(at), 1, Optional.of("stove"), RequestClass.PERSON, 1);
    }

    private static Click click(Instant at) {
        return new Click(new Click.Key(CAMPAIGN, at, 1), "e".repeat(16), "a".repeat(32), 1, Optional.of("stove"),
                RequestClass.PERSON, "KNOWN", Arm.NONE);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private IdentityStore identities() {
        return new IdentityStore(database());
    }

    private ActivityStore activities() {
        return new ActivityStore(database(), identities());
    }

    private Instant now() {
        return store.time().instant();
    }

    private static Association nothing() {
        return new Association(Optional.empty(), List.of(), Source.BROWSER);
    }
}
