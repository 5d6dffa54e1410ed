package dev.inlay.db.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.StoreContract;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an activity store promises on every database. */
abstract class ActivityStoreContract extends StoreContract {
    private static final TrackingUserId PHONE = new TrackingUserId("0123456789abcdef00000001");
    private static final TrackingUserId LAPTOP = new TrackingUserId("0123456789abcdef00000002");
    private static final CustomerId ANNA = new CustomerId("anna-1", false);
    private static final ProductReference STOVE = ProductReference.ofNumber("stove");
    private static final ProductReference TENT = ProductReference.ofUrl("https://shop.example/tent");
    private static final ProductReference LAMP = ProductReference.ofNumber("lamp");
    private static final ProductReference NONE = new ProductReference(Optional.empty(), Optional.empty());

    @Test
    void viewsAreReadNewestFirst() {
        view(PHONE, STOVE);
        view(PHONE, TENT);

        assertEquals(List.of(TENT, STOVE), products(history(PHONE).events()));
    }

    @Test
    void newestTellsForEachWebsiteHowFarItsEventsGo() {
        int idle = newWebsite();
        view(PHONE, STOVE);
        view(PHONE, TENT);

        long last = activities().eventsAfter(shop, 0, 0, 10).getLast().seen();

        assertEquals(last, activities().newest().get(shop));
        assertEquals(0, activities().newest().get(idle));
    }

    @Test
    void newestTellsOfOrdersToo() {
        view(PHONE, STOVE);
        activities().recordConversion(shop, Owner.of(PHONE), new Conversion("1", Optional.empty(),
                List.of(new OrderLine(STOVE, Optional.empty(), Optional.empty()))), Association.NONE);

        assertEquals(activities().eventsAfter(shop, 0, 0, 10).getLast().seen(), activities().newest().get(shop));
    }

    @Test
    void eventsAreToldInOrderHoweverManyAreReadAtOnce() {
        for (int order = 0; order < 4; order++) {
            view(PHONE, STOVE);
            activities().recordConversion(shop, Owner.of(PHONE), new Conversion("1" + order, Optional.empty(),
                    List.of(new OrderLine(TENT, Optional.empty(), Optional.empty()),
                            new OrderLine(LAMP, Optional.empty(), Optional.empty()))), Association.NONE);
        }
        List<Event> all = activities().eventsAfter(shop, 0, 0, 100);
        assertEquals(12, all.size());

        for (int limit = 1; limit <= 5; limit++) {
            List<Event> read = new ArrayList<>(activities().eventsAfter(shop, 0, 0, limit));
            while (read.size() < all.size()) {
                read.addAll(activities().eventsAfter(shop, read.getLast().seen(), read.getLast().id(), limit));
            }
            assertEquals(all, read);
        }
    }

    @Test
    void eventTellsWhenItHappened() {
        view(PHONE, STOVE);

        assertEquals(store.time().instant(), history(PHONE).events().getFirst().time());
    }

    @Test
    void historyIsMergedFromAllTrackingUsersOfACustomer() {
        associate(PHONE);
        associate(LAPTOP);
        view(PHONE, STOVE);
        view(LAPTOP, TENT);
        view(PHONE, LAMP);

        assertEquals(List.of(LAMP, TENT, STOVE), products(history(PHONE).events()));
    }

    @Test
    void historyHoldsTheLatestFiftyProductsOfEachTrackingUser() {
        associate(PHONE);
        associate(LAPTOP);
        view(LAPTOP, STOVE);
        IntStream.range(0, 60).forEach(number -> view(PHONE, ProductReference.ofNumber("p" + number)));

        IntStream.range(0, 9).forEach(number -> view(PHONE, ProductReference.ofNumber("p59")));
        List<ProductReference> products = products(history(PHONE).events());

        assertEquals(60, products.size());
        assertEquals(51, products.stream().distinct().count());
        assertEquals(ProductReference.ofNumber("p59"), products.getFirst());
        assertEquals(STOVE, products.getLast());
    }

    @Test
    void historyOfManyTrackingUsersIsThatOfTheLastSeen() {
        List<TrackingUserId> users = IntStream.rangeClosed(0, HistoryReader.TRACKING_USERS)
                .mapToObj(number -> new TrackingUserId("0123456789abcdef%08x".formatted(number))).toList();
        users.forEach(user -> view(user, ProductReference.ofNumber(user.value())));

        History history = activities().historyOf(shop,
                new Identity.Known(users.reversed(), Optional.empty(), Optional.empty()));

        assertEquals(users.reversed().subList(0, HistoryReader.TRACKING_USERS).stream()
                .map(user -> ProductReference.ofNumber(user.value())).toList(), products(history.events()));
    }

    @Test
    void viewsWithoutProductNeverPushProductsOut() {
        IntStream.range(0, 50).forEach(number -> {
            view(PHONE, ProductReference.ofNumber("p" + number));
            view(PHONE, NONE);
            view(PHONE, NONE);
        });

        assertEquals(50, history(PHONE).events().size());
    }

    @Test
    void cartReplacesTheLastOneAndOnlyNewProductsBecomeEvents() {
        cart(PHONE, STOVE);
        cart(PHONE, STOVE, TENT);

        History history = history(PHONE);

        assertEquals(List.of(STOVE, TENT), history.cart().orElseThrow().products());
        assertEquals(List.of(TENT, STOVE), products(history.events()));
    }

    @Test
    void productPutIntoTheCartAgainIsAnEventAgain() {
        cart(PHONE, STOVE);
        cart(PHONE);
        cart(PHONE, STOVE);

        assertEquals(List.of(STOVE, STOVE), products(history(PHONE).events()));
    }

    @Test
    void emptiedCartIsKeptAsEmpty() {
        cart(PHONE, STOVE);
        cart(PHONE);

        assertEquals(Optional.of(List.of()), history(PHONE).cart().map(Cart::products));
    }

    @Test
    void newestCartOfACustomersTrackingUsersWins() {
        associate(PHONE);
        associate(LAPTOP);
        cart(PHONE, STOVE);
        cart(LAPTOP, TENT);

        assertEquals(List.of(TENT), history(PHONE).cart().orElseThrow().products());
    }

    @Test
    void conversionIsStoredOnceForEachTrackingUser() {
        order(Owner.of(PHONE), "1000", STOVE, TENT);
        order(Owner.of(PHONE), "1000", LAMP);

        assertEquals(List.of(TENT, STOVE), products(history(PHONE).purchases()));
    }

    @Test
    void secondCallOfAConversionStillAssociates() {
        order(Owner.of(PHONE), "1000", STOVE);

        activities().recordConversion(shop, Owner.of(PHONE), conversion("1000", STOVE), association());

        assertEquals(List.of(STOVE), products(historyOfAnna().purchases()));
    }

    @Test
    void orderThatSeveralReportCountsOnceInAHistory() {
        associate(PHONE);
        associate(LAPTOP);
        order(Owner.of(PHONE), "1000", STOVE);
        order(Owner.of(LAPTOP), "1000", STOVE);
        order(Owner.of(ANNA), "1000", STOVE);
        order(Owner.of(ANNA), "1001", TENT);

        assertEquals(List.of(TENT, STOVE), products(historyOfAnna().purchases()));
    }

    @Test
    void orderThatSeveralReportIsToldOnceToTheIndex() {
        order(Owner.of(PHONE), "1000", STOVE);
        order(Owner.of(LAPTOP), "1000", STOVE);

        assertEquals(1, activities().eventsAfter(shop, 0, 0, 100).size());
        assertEquals(1, history(LAPTOP).purchases().size());
    }

    @Test
    void orderNumbersOfWebsitesAreApart() {
        order(Owner.of(PHONE), "1000", STOVE);
        int first = shop;
        shop = newWebsite();

        order(Owner.of(PHONE), "1000", STOVE);

        assertEquals(1, activities().eventsAfter(first, 0, 0, 100).size());
        assertEquals(1, activities().eventsAfter(shop, 0, 0, 100).size());
    }

    @Test
    void absurdAmountsAreLeftOut() {
        Conversion absurd = new Conversion("1000", Optional.of(new BigDecimal("1e999999999")),
                List.of(new OrderLine(STOVE, Optional.of(new BigDecimal("1e-999999999")),
                        Optional.of(new BigDecimal("123456789012345.12345")))));

        activities().recordConversion(shop, Owner.of(PHONE), absurd, Association.NONE);

        assertEquals(List.of(STOVE), products(history(PHONE).purchases()));
    }

    @Test
    void indexFollowsEventsInTheOrderOfTheirArrival() {
        view(PHONE, STOVE);
        order(Owner.of(PHONE), "1000", TENT);
        cart(LAPTOP, LAMP);
        List<Event> followed = new ArrayList<>();

        List<Event> next = after(0, 0);
        while (!next.isEmpty()) {
            followed.addAll(next);
            next = after(next.getLast().seen(), next.getLast().id());
        }

        assertEquals(List.of(EventType.VIEW, EventType.PURCHASE, EventType.CART),
                followed.stream().map(Event::type).toList());
    }

    @Test
    void nobodyHasAnEmptyHistory() {
        assertEquals(History.EMPTY, activities().historyOf(shop, new Identity.Unknown()));
        assertEquals(History.EMPTY, history(PHONE));
    }

    @Test
    void activitySurvivesARestart() {
        view(PHONE, STOVE);
        cart(PHONE, TENT);
        order(Owner.of(PHONE), "1000", LAMP);
        History before = history(PHONE);

        store.restart();

        assertEquals(before, history(PHONE));
    }

    @Test
    void laterArrivalsComeLaterAlsoAfterARestartWithAnEarlierClock() {
        view(PHONE, STOVE);
        store.time().advance(Duration.ofHours(-1));
        store.restart();

        view(PHONE, TENT);

        List<Event> events = activities().eventsAfter(shop, 0, 0, 10);
        assertEquals(List.of(STOVE, TENT), products(events));
        assertTrue(events.get(1).time().isBefore(events.get(0).time()));
    }

    @Test
    void timelineTellsEverythingNewestFirstPageByPage() {
        associate(PHONE);
        associate(LAPTOP);
        view(PHONE, STOVE);
        view(LAPTOP, NONE);
        order(Owner.of(ANNA), "1000", TENT);
        cart(PHONE, LAMP);
        List<TimelineEntry> whole = timeline(PHONE, Position.NEWEST, 100);

        List<TimelineEntry> paged = new ArrayList<>();
        Position before = Position.NEWEST;
        for (int page = 0; page < 4; page++) {
            paged.addAll(timeline(PHONE, before, 1));
            before = paged.getLast().position();
        }

        assertEquals(List.of(LAMP, TENT, NONE, STOVE), products(whole.stream().map(TimelineEntry::event).toList()));
        assertEquals(whole, paged);
        assertEquals(List.of(), timeline(PHONE, before, 1));
    }

    @Test
    void timelineMarksAnOrderThatSomebodyToldBefore() {
        associate(PHONE);
        associate(LAPTOP);
        order(Owner.of(PHONE), "1000", STOVE);
        order(Owner.of(LAPTOP), "1000", STOVE);

        List<TimelineEntry> timeline = timeline(PHONE, Position.NEWEST, 10);

        assertEquals(List.of(false, true), timeline.stream().map(TimelineEntry::counted).toList());
        assertEquals(List.of(Optional.of("1000"), Optional.of("1000")),
                timeline.stream().map(TimelineEntry::orderNumber).toList());
    }

    @Test
    void nobodyHasAnEmptyTimeline() {
        assertEquals(List.of(), activities().timeline(shop, new Identity.Unknown(), Position.NEWEST, 10));
    }

    @Test
    void latestIsWhatHappenedOnThisWebsiteNewestFirst() {
        int other = shop;
        view(PHONE, STOVE);
        shop = newWebsite();
        view(PHONE, TENT);
        order(Owner.of(LAPTOP), "1000", LAMP);
        cart(PHONE, STOVE);

        List<TimelineEntry> latest = activities().latest(shop, Position.NEWEST, 2);
        List<TimelineEntry> rest = activities().latest(shop, latest.getLast().position(), 2);

        assertEquals(List.of(STOVE, LAMP), products(latest.stream().map(TimelineEntry::event).toList()));
        assertEquals(List.of(TENT), products(rest.stream().map(TimelineEntry::event).toList()));
        assertEquals(1, activities().latest(other, Position.NEWEST, 10).size());
    }

    private List<TimelineEntry> timeline(TrackingUserId trackingUser, Position before, int limit) {
        return activities().timeline(shop, identities().resolveTrackingUser(shop, trackingUser), before, limit);
    }

    private void view(TrackingUserId trackingUser, ProductReference product) {
        activities().recordView(shop, Owner.of(trackingUser), product);
    }

    private void cart(TrackingUserId trackingUser, ProductReference... products) {
        activities().recordCart(shop, Owner.of(trackingUser), List.of(products), Association.NONE);
    }

    private void order(Owner owner, String number, ProductReference... products) {
        activities().recordConversion(shop, owner, conversion(number, products), Association.NONE);
    }

    private static Conversion conversion(String number, ProductReference... products) {
        return new Conversion(number, Optional.of(new BigDecimal("12.50")), List.of(products).stream()
                .map(product -> new OrderLine(product, Optional.of(BigDecimal.ONE), Optional.empty())).toList());
    }

    private void associate(TrackingUserId trackingUser) {
        identities().associate(shop, trackingUser, association());
    }

    private static Association association() {
        return new Association(Optional.of(ANNA), List.of(), Source.BROWSER);
    }

    private History history(TrackingUserId trackingUser) {
        return activities().historyOf(shop, identities().resolveTrackingUser(shop, trackingUser));
    }

    private History historyOfAnna() {
        return activities().historyOf(shop, identities().resolveCustomer(shop, List.of(ANNA)));
    }

    private List<Event> after(long seen, long id) {
        return activities().eventsAfter(shop, seen, id, 1);
    }

    private IdentityStore identities() {
        return new IdentityStore(database());
    }

    private ActivityStore activities() {
        return new ActivityStore(database(), identities());
    }

    private static List<ProductReference> products(List<Event> events) {
        return events.stream().map(Event::product).toList();
    }
}
