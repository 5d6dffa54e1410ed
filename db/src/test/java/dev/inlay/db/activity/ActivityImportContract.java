package dev.inlay.db.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.Revisions;
import dev.inlay.db.SeenClock;
import dev.inlay.db.StoreContract;
import dev.inlay.db.TestStore;
import dev.inlay.db.activity.ActivityImport.Outcome;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PathStep;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an import of past activity promises on every database. */
abstract class ActivityImportContract extends StoreContract {
    private static final TrackingUserId PHONE = new TrackingUserId("0123456789abcdef00000001");
    private static final TrackingUserId LAPTOP = new TrackingUserId("0123456789abcdef00000002");
    private static final TrackingUserId TABLET = new TrackingUserId("0123456789abcdef00000003");
    private static final CustomerId ANNA = new CustomerId("anna-1", false);
    private static final CustomerId BEN = new CustomerId("ben-2", false);
    private static final ProductReference STOVE = ProductReference.ofNumber("stove");
    private static final ProductReference TENT = ProductReference.ofUrl("https://shop.example/tent");
    private static final Instant MAY = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void pastEventsAreReadByTheirOwnTime() {
        add(view(PHONE, STOVE, MAY), view(PHONE, TENT, MAY.minusSeconds(60)));

        List<Event> events = history(PHONE).events();

        assertEquals(List.of(STOVE, TENT), events.stream().map(Event::product).toList());
        assertEquals(List.of(MAY, MAY.minusSeconds(60)), events.stream().map(Event::time).toList());
        assertEquals(SeenClock.of(MAY.toEpochMilli()), events.getFirst().seen());
    }

    @Test
    void lineImportedTwiceCountsOnce() {
        List<PastEvent> lines = List.of(view(PHONE, STOVE, MAY), cart(PHONE, STOVE, MAY), view(PHONE, TENT, MAY),
                view(LAPTOP, STOVE, MAY), purchase(PHONE, STOVE, MAY, "SO-1"), purchase(PHONE, TENT, MAY, "SO-1"));

        assertEquals(new Outcome(6, 0), add(lines));
        assertEquals(new Outcome(0, 6), add(lines));
        assertEquals(3, history(PHONE).events().size());
        assertEquals(2, history(PHONE).purchases().size());
    }

    @Test
    void sameLineTwiceInOneBatchCountsOnce() {
        assertEquals(new Outcome(1, 1), add(view(PHONE, STOVE, MAY), view(PHONE, STOVE, MAY)));
    }

    @Test
    void importThatWasCutOffGoesOnWhereItEnded() {
        List<PastEvent> lines = IntStream.range(0, 350)
                .mapToObj(number -> view(PHONE, ProductReference.ofNumber("p" + number), MAY.plusSeconds(number)))
                .toList();
        add(lines.subList(0, 200));

        store.restart();

        assertEquals(new Outcome(150, 200), add(lines));
    }

    @Test
    void pastIsNeverNewerThanWhatHappensLive() {
        Instant soon = store.time().instant().plus(Duration.ofHours(3));
        add(view(PHONE, STOVE, soon));
        store.time().advance(Duration.ofSeconds(1));

        activities().recordView(shop, Owner.of(PHONE), TENT);

        assertEquals(TENT, history(PHONE).events().getFirst().product());
        assertEquals(soon, history(PHONE).events().getLast().time());
    }

    @Test
    void lineAheadOfItsTimeCountsOnceAlsoWhenItsTimeHasCome() {
        Instant soon = store.time().instant().plus(Duration.ofHours(3));
        List<PastEvent> lines = List.of(view(PHONE, STOVE, soon), purchase(PHONE, STOVE, soon, "SO-1"));
        add(lines);
        store.time().advance(Duration.ofHours(1));
        assertEquals(new Outcome(0, 2), add(lines));

        store.time().advance(Duration.ofDays(30));

        assertEquals(new Outcome(0, 2), add(lines));
    }

    @Test
    void linesOfOneOrderAreOneReport() {
        add(purchase(PHONE, STOVE, MAY, "SO-1"));
        add(purchase(PHONE, TENT, MAY.plusSeconds(5), "SO-1"));

        CountedOrder order = orders().find(shop, "SO-1").orElseThrow();

        assertEquals(2, order.lines().size());
        assertEquals(MAY, order.at());
        assertEquals(List.of(new CountedOrder.Buyer(Owner.of(PHONE), Optional.empty())), order.buyers());
    }

    @Test
    void purchasesOfOneTimeWithoutNumberAreOneOrder() {
        add(purchase(PHONE, STOVE, MAY, null), purchase(PHONE, TENT, MAY, null),
                purchase(PHONE, TENT, MAY.plusSeconds(1), null));

        List<TimelineEntry> entries = activities().latest(shop, Position.NEWEST, 10);

        assertEquals(2, entries.stream().map(entry -> entry.orderNumber().orElseThrow()).distinct().count());
        assertTrue(entries.stream().allMatch(TimelineEntry::counted));
    }

    @Test
    void orderThatIsKnownWithItsLinesGainsNone() {
        activities().recordConversion(shop, Owner.of(PHONE), new Conversion("SO-1", Optional.empty(),
                List.of(new OrderLine(STOVE, Optional.empty(), Optional.empty()))), Association.NONE);

        assertEquals(new Outcome(0, 1), add(purchase(PHONE, STOVE, MAY, "SO-1")));
        assertEquals(1, history(PHONE).purchases().size());
    }

    @Test
    void orderThatIsKnownWithoutLinesGainsThem() {
        activities().recordConversion(shop, Owner.of(PHONE),
                new Conversion("SO-1", Optional.empty(), List.of()), Association.NONE);

        assertEquals(new Outcome(1, 0), add(purchase(PHONE, STOVE, MAY, "SO-1")));
    }

    @Test
    void orderOfTwoOwnersCountsOnce() {
        add(purchase(PHONE, STOVE, MAY, "SO-1"), purchase(ANNA, STOVE, MAY, "SO-1"));
        add(purchase(LAPTOP, STOVE, MAY, "SO-1"));

        assertEquals(1, activities().latest(shop, Position.NEWEST, 10).stream()
                .filter(TimelineEntry::counted).count());
    }

    @Test
    void liveReportOfAnImportedOrderCountsNoSecondTime() {
        add(purchase(PHONE, STOVE, MAY, "SO-1"));

        activities().recordConversion(shop, Owner.of(PHONE), new Conversion("SO-1", Optional.empty(),
                List.of(new OrderLine(STOVE, Optional.empty(), Optional.empty()))), Association.NONE);

        assertEquals(1, history(PHONE).purchases().size());
    }

    @Test
    void customerWithoutTrackingUserOwnsItsPast() {
        add(view(ANNA, STOVE, MAY));

        Identity anna = identities().resolveCustomer(shop, List.of(ANNA));

        assertEquals(List.of(STOVE),
                activities().historyOf(shop, anna).events().stream().map(Event::product).toList());
    }

    @Test
    void lineWithBothIdsAssociatesThem() {
        add(said(PHONE, ANNA, MAY), view(LAPTOP, TENT, MAY));

        Identity.Known anna = (Identity.Known) identities().resolveCustomer(shop, List.of(ANNA));

        assertEquals(List.of(PHONE), anna.trackingUsers());
        assertEquals(Source.IMPORT, identities().path(shop, PHONE, 10).getFirst().source());
        assertEquals(MAY, identities().path(shop, PHONE, 10).getFirst().time());
    }

    @Test
    void latestAssociationByItsOwnTimeWins() {
        add(said(PHONE, BEN, MAY.plusSeconds(60)), said(PHONE, ANNA, MAY));
        add(said(PHONE, ANNA, MAY.plusSeconds(30)));

        assertEquals(Optional.of(BEN), customerOf(PHONE));
    }

    @Test
    void ofTwoAssociationsOfOneTimeTheOneToldLaterWins() {
        add(said(PHONE, ANNA, MAY), said(PHONE, BEN, MAY));
        assertEquals(Optional.of(BEN), customerOf(PHONE));

        add(said(PHONE, ANNA, MAY));

        assertEquals(Optional.of(ANNA), customerOf(PHONE));
    }

    @Test
    void pastNeverOverrulesALiveAssociation() {
        identities().associate(shop, PHONE, new Association(Optional.of(ANNA), List.of(), Source.BROWSER));

        add(said(PHONE, BEN, MAY));

        assertEquals(Optional.of(ANNA), customerOf(PHONE));
    }

    @Test
    void whatAClickClaimedEndsWithWhatThePastSays() {
        List<EmailKey> bens = new PersonalData(TestStore.SECRET)
                .emailKeys(EmailAddress.parse("ben@shop.example").orElseThrow());
        identities().associate(shop, LAPTOP, new Association(Optional.of(BEN), bens, Source.BROWSER));
        identities().associate(shop, TABLET, new Association(Optional.of(ANNA), List.of(), Source.BROWSER));
        identities().reidentify(shop, PHONE, new Association(Optional.empty(), bens, Source.CLICK));

        add(said(PHONE, ANNA, MAY));

        assertEquals(List.of(PHONE, TABLET), trackingUsers(identities().resolveCustomer(shop, List.of(ANNA))));
        assertEquals(List.of(LAPTOP), trackingUsers(identities().resolveCustomer(shop, List.of(BEN))));
        assertEquals(List.of(LAPTOP), trackingUsers(identities().resolveEmail(shop, bens.subList(0, 1))));
        assertEquals(List.of(new PathStep(MAY, Optional.of(ANNA), Optional.empty(), Source.IMPORT)),
                identities().path(shop, PHONE, 10));
    }

    @Test
    void importDoneAgainMovesNobody() {
        List<PastEvent> lines =
                List.of(said(PHONE, ANNA, MAY), said(PHONE, BEN, MAY), said(PHONE, ANNA, MAY.plusSeconds(1)));
        add(lines);
        int steps = identities().path(shop, PHONE, 100).size();

        add(lines);

        assertEquals(Optional.of(ANNA), customerOf(PHONE));
        assertEquals(steps, identities().path(shop, PHONE, 100).size());
    }

    @Test
    void trackingUserSeenLastByItsPastComesFirst() {
        add(said(PHONE, ANNA, MAY), said(LAPTOP, ANNA, MAY.plusSeconds(1)));
        add(purchase(PHONE, STOVE, MAY.plusSeconds(2), "SO-1"));

        Identity.Known anna = (Identity.Known) identities().resolveCustomer(shop, List.of(ANNA));

        assertEquals(List.of(PHONE, LAPTOP), anna.trackingUsers());
    }

    @Test
    void newPastRaisesTheRevisionOfItsWebsite() {
        Revisions revisions = new Revisions(OrderStore.TOPIC);
        add(view(PHONE, STOVE, MAY));
        Map<Integer, Long> changed = database().read(revisions::changed);
        revisions.note(changed);
        assertTrue(changed.containsKey(shop));

        add(view(PHONE, STOVE, MAY));
        assertEquals(Map.of(), database().read(revisions::changed));
        add(view(PHONE, TENT, MAY));

        assertEquals(1, database().read(revisions::changed).size());
    }

    private Outcome add(PastEvent... events) {
        return add(List.of(events));
    }

    private Outcome add(List<PastEvent> events) {
        return new ActivityImport(database()).add(shop, new ArrayList<>(events));
    }

    private static PastEvent view(TrackingUserId user, ProductReference product, Instant time) {
        return new PastEvent(Owner.of(user), EventType.VIEW, product, time, Optional.empty(), Optional.empty());
    }

    private static PastEvent view(CustomerId customer, ProductReference product, Instant time) {
        return new PastEvent(Owner.of(customer), EventType.VIEW, product, time, Optional.empty(), Optional.empty());
    }

    private static PastEvent cart(TrackingUserId user, ProductReference product, Instant time) {
        return new PastEvent(Owner.of(user), EventType.CART, product, time, Optional.empty(), Optional.empty());
    }

    private static PastEvent said(TrackingUserId user, CustomerId customer, Instant time) {
        return new PastEvent(Owner.of(user), EventType.VIEW, STOVE, time, Optional.empty(), Optional.of(customer));
    }

    private static PastEvent purchase(TrackingUserId user, ProductReference product, Instant time, String order) {
        return new PastEvent(Owner.of(user), EventType.PURCHASE, product, time, Optional.ofNullable(order),
                Optional.empty());
    }

    private static PastEvent purchase(CustomerId customer, ProductReference product, Instant time, String order) {
        return new PastEvent(Owner.of(customer), EventType.PURCHASE, product, time, Optional.ofNullable(order),
                Optional.empty());
    }

    private History history(TrackingUserId user) {
        return activities().historyOf(shop, identities().resolveTrackingUser(shop, user));
    }

    private static List<TrackingUserId> trackingUsers(Identity identity) {
        return ((Identity.Known) identity).trackingUsers();
    }

    private Optional<CustomerId> customerOf(TrackingUserId user) {
        return ((Identity.Known) identities().resolveTrackingUser(shop, user)).customer();
    }

    private IdentityStore identities() {
        return new IdentityStore(database());
    }

    private ActivityStore activities() {
        return new ActivityStore(database(), identities());
    }

    private CountedOrders orders() {
        return new CountedOrders(database());
    }
}
