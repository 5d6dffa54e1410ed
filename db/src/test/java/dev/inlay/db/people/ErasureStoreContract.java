package dev.inlay.db.people;

import static dev.inlay.db.people.TestPeople.CAMPAIGN;
import static dev.inlay.db.people.TestPeople.NOON;
import static dev.inlay.db.people.TestPeople.association;
import static dev.inlay.db.people.TestPeople.customer;
import static dev.inlay.db.people.TestPeople.email;
import static dev.inlay.db.people.TestPeople.proposal;
import static dev.inlay.db.people.TestPeople.recipient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.inlay.db.StoreContract;
import dev.inlay.db.activity.CountedOrder;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.activity.FeedOrder;
import dev.inlay.db.activity.History;
import dev.inlay.db.activity.OrderStore;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.activity.TimelineEntry;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.consent.Consent;
import dev.inlay.db.consent.Consent.State;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.statistics.CampaignCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract 5.6: what erasing promises on every database. */
abstract class ErasureStoreContract extends StoreContract {
    private static final String ANNA = "anna@example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TrackingUserId phone = TrackingUserId.random();
    private final TrackingUserId laptop = TrackingUserId.random();
    private TestPeople people;

    @BeforeEach
    void newPeople() {
        people = new TestPeople(database(), shop, store.time());
    }

    @Test
    void indexesLearnThatThePastOfThePersonIsGone() {
        people.activities.recordView(shop, Owner.of(phone), ProductReference.ofNumber("stove"));
        Map<Integer, Long> before = people.activities.pastRevisions();

        people.erase(new Subject.OfTrackingUser(phone));

        assertNotEquals(before.get(shop), people.activities.pastRevisions().get(shop));
    }

    @Test
    void nothingOfACustomerIsLeftAnywhere() {
        fillEverything();
        List<String> names = new ArrayList<>(List.of(phone.value(), laptop.value(), "canna-1"));
        email(ANNA).forEach(key -> names.add(key.hex()));
        for (String name : names) {
            assertThat(traces(name)).as("before").isNotEmpty();
        }

        Erased erased = people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();

        assertEquals(new Erased(2, 6, 3, 4), erased);
        for (String name : names) {
            assertThat(traces(name)).isEmpty();
        }
        assertThat(traces("ORDER-1")).isEmpty();
        for (byte[] recipient : List.of(recipient(customer("anna-1")), recipient(email(ANNA).getFirst()),
                TestPeople.byToken(Owner.of(customer("anna-1"))),
                TestPeople.byToken(Owner.of(email(ANNA).getFirst())))) {
            assertThat(traces(HexFormat.of().formatHex(recipient))).isEmpty();
        }
    }

    @Test
    void ofConsentOnlyTheBareProofStays() {
        fillEverything();

        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();

        assertThat(traces("by telephone")).isEmpty();
        assertEquals(3, rows("consent"));
        assertEquals(List.of("p"), database().<List<String>>read(handle -> handle
                .createQuery("SELECT DISTINCT owner_kind FROM consent WHERE website_id = :shop").bind("shop", shop)
                .mapTo(String.class).list()));
        assertThat(people.consentLog(Named.byCustomer(List.of(customer("anna-1"))))).isEmpty();
        assertThat(people.consentLog(Named.byEmail(email(ANNA)))).isEmpty();
    }

    @Test
    void whatWasSaidOfAnAddressThatSomebodyElseHasStaysTheirs() {
        people.belongs(phone, "anna-1", ANNA);
        people.belongs(laptop, "bert-2", ANNA);
        people.says(Named.byEmail(email(ANNA)), State.DENIED, "");

        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();
        assertThat(people.consentLog(Named.of(laptop))).extracting(Consent::state).containsExactly(State.DENIED);

        people.erase(new Subject.OfCustomer(customer("bert-2"))).orElseThrow();
        assertThat(people.consentLog(Named.byEmail(email(ANNA)))).isEmpty();
    }

    @Test
    void whoOnlyRefusedConsentIsSomebody() {
        List<Subject> subjects = List.of(new Subject.OfTrackingUser(phone), new Subject.OfCustomer(customer("anna-1")),
                new Subject.OfEmail(email(ANNA)), new Subject.OfEmail(List.of(email("bert@example.com").getLast())));
        for (Subject subject : subjects) {
            people.says(subject.named(), State.DENIED, "");

            assertThat(people.export.find(shop, List.of(subject)).orElseThrow().consents()).hasSize(1);
            assertEquals(0, people.erase(subject).orElseThrow().events());
            assertEquals(Optional.empty(), people.erase(subject));
        }
    }

    @Test
    void nothingOfAnAddressIsLeftAnywhere() {
        fillEverything();
        List<String> names = new ArrayList<>(List.of(phone.value()));
        email(ANNA).forEach(key -> names.add(key.hex()));

        people.erase(new Subject.OfEmail(email(ANNA))).orElseThrow();

        for (String name : names) {
            assertThat(traces(name)).isEmpty();
        }
        assertEquals(new Identity.Unknown(), people.identities.resolveEmail(shop, email(ANNA)));
    }

    @Test
    void aDigestOfTheAddressIsEnough() {
        people.belongs(phone, "", ANNA);
        people.views(phone, "stove");
        people.lock(recipient(email(ANNA).get(1)), "s1", "stove");

        people.erase(new Subject.OfEmail(List.of(email(ANNA).get(2)))).orElseThrow();

        assertThat(traces(phone.value())).isEmpty();
        for (EmailKey key : email(ANNA)) {
            assertThat(traces(key.hex())).isEmpty();
        }
        assertEquals(Optional.empty(), people.locks.find(people.edition("s1"), recipient(email(ANNA).get(1))));
    }

    @Test
    void otherTrackingUsersStayUnlessTheCustomerIsErased() {
        people.belongs(phone, "anna-1", "");
        people.belongs(laptop, "anna-1", "");
        people.views(phone, "stove");
        people.views(laptop, "tent");

        people.erase(new Subject.OfTrackingUser(phone)).orElseThrow();

        assertThat(traces(phone.value())).isEmpty();
        assertThat(history(laptop).events()).hasSize(1);
        assertEquals(List.of(laptop), known(people.identities
                .resolveCustomer(shop, List.of(customer("anna-1")))).trackingUsers());
    }

    @Test
    void peopleOfOtherNamesAndWebsitesStayAsTheyWere() {
        TestPeople elsewhere = new TestPeople(database(), newWebsite(), store.time());
        TrackingUserId other = TrackingUserId.random();
        fillEverything();
        people.belongs(other, "bert-2", "bert@example.com");
        people.views(other, "stove");
        people.lock(recipient(customer("bert-2")), "s1", "stove");
        elsewhere.belongs(phone, "anna-1", ANNA);
        elsewhere.views(phone, "stove");
        elsewhere.lock(recipient(customer("anna-1")), "s1", "stove");

        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();

        assertThat(history(other).events()).hasSize(1);
        assertTrue(people.locks.find(people.edition("s1"), recipient(customer("bert-2"))).isPresent());
        assertThat(known(elsewhere.identities.resolveEmail(elsewhere.shop, email(ANNA))).trackingUsers())
                .containsExactly(phone);
        assertTrue(elsewhere.locks.find(elsewhere.edition("s1"), recipient(customer("anna-1"))).isPresent());
    }

    @Test
    void whoBelongedToTheErasedOnceStaysWithoutThatMemory() {
        people.belongs(phone, "anna-1", ANNA);
        people.belongs(phone, "bert-2", "bert@example.com");

        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();
        people.erase(new Subject.OfEmail(email(ANNA))).orElseThrow();

        assertThat(traces("canna-1")).isEmpty();
        assertThat(traces(email(ANNA).getFirst().hex())).isEmpty();
        assertEquals(1, people.identities.path(shop, phone, 10).size());
    }

    @Test
    void anOrderThatSomebodyElseReportedTooCountsByTheirReport() {
        people.orders(Owner.of(phone), "order-1", Association.NONE, "stove");
        people.orders(Owner.of(laptop), "order-1", Association.NONE, "stove", "tent");
        people.attribute("order-1", recipient(customer("bert-2")), "stove");

        people.erase(new Subject.OfTrackingUser(phone)).orElseThrow();

        CountedOrder counted = new CountedOrders(database()).find(shop, "order-1").orElseThrow();
        assertEquals(Owner.of(laptop), counted.buyers().getFirst().owner());
        assertEquals(2, counted.lines().size());
        assertThat(people.activities.eventsAfter(shop, 0, 0, 10)).hasSize(2);
        assertTrue(people.attributions.find(shop, "order-1").isPresent());
    }

    @Test
    void ordersOfACustomerThatWereMailedToTheAddressGoWithIt() {
        Owner bert = Owner.of(customer("bert-2"));
        people.orders(bert, "order-1", association("", ANNA), "stove");
        people.orders(bert, "order-2", Association.NONE, "tent");

        Erased erased = people.erase(new Subject.OfEmail(email(ANNA))).orElseThrow();

        assertEquals(new Erased(0, 1, 1, 0), erased);
        assertEquals(Optional.empty(), new CountedOrders(database()).find(shop, "order-1"));
        assertTrue(new CountedOrders(database()).find(shop, "order-2").isPresent());
    }

    @Test
    void whoOnlyOpenedAMailIsSomebody() {
        people.lock(recipient(email(ANNA).getFirst()), "s1", "stove");

        assertEquals(Optional.of(new Erased(0, 0, 0, 1)), people.erase(new Subject.OfEmail(email(ANNA))));
        assertEquals(Optional.empty(), people.erase(new Subject.OfEmail(email(ANNA))));
    }

    @Test
    void aDenialIsFoundByEveryDigestOnceTheLastTrackingUserOfTheAddressIsErased() {
        ConsentStore consents = new ConsentStore(database(), people.identities, people.revision,
                TestPeople.PERSONAL_DATA);
        people.belongs(phone, "", "old@example.com");
        people.belongs(phone, "", ANNA);
        consents.record(shop, Named.byEmail(email("old@example.com")), Consent.State.DENIED, Consent.Source.API, "",
                Optional.empty());

        people.erase(new Subject.OfTrackingUser(phone)).orElseThrow();

        for (EmailKey key : email("old@example.com")) {
            assertTrue(consents.now(shop, Named.byEmail(List.of(key)), new Identity.Unknown()).isPresent());
        }
        assertThat(traces(email(ANNA).getFirst().hex())).isEmpty();
    }

    @Test
    void nobodyIsErasedOfWhomNothingIsKnown() {
        fillEverything();

        assertEquals(Optional.empty(), people.erase(new Subject.OfCustomer(customer("nobody"))));
        assertEquals(Optional.empty(), people.erase(new Subject.OfTrackingUser(TrackingUserId.random())));
        assertEquals(Optional.empty(), people.erase(new Subject.OfEmail(email("nobody@example.com"))));
    }

    @Test
    void theStatisticsStayTheSame() {
        fillEverything();
        people.clicks(recipient(customer("anna-1")), NOON.plusSeconds(1), "tent");
        people.clicks(recipient(customer("bert-2")), NOON.plusSeconds(2), "tent");
        CampaignCounts before = people.counts();
        assertEquals(3, before.uniqueClicks());

        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();

        assertThat(people.counts()).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(before);
        assertEquals(Optional.empty(), people.attributions.lastClick(shop, recipient(customer("anna-1")),
                Instant.EPOCH, NOON.plusSeconds(100)));
    }

    @Test
    void aClickThatANodeStillHadInMemoryIsFoundLater() {
        people.belongs(phone, "anna-1", "");
        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();
        people.clicks(recipient(customer("anna-1")), store.time().instant().minusSeconds(1), "stove");
        people.clicks(recipient(customer("anna-1")), store.time().instant().plusSeconds(1), "tent");

        store.time().advance(Duration.ofMinutes(2));
        people.erasures.goOn(Duration.ZERO);

        assertEquals(2, people.counts().uniqueClicks());
        assertEquals(Optional.of(store.time().instant().minusSeconds(119)), people.attributions.lastClick(shop,
                recipient(customer("anna-1")), Instant.EPOCH, store.time().instant())
                .map(clicked -> clicked.at()));
        assertEquals(0, rows("erasure"));
    }

    @Test
    void anOrderThatIsPutDownToAMailOnceMoreMeanwhileCountsOnce() {
        store.time().advance(Duration.ofDays(1));
        fillEverything();
        CampaignCounts before = people.counts();
        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();
        people.attribute("ORDER-1", recipient(customer("anna-1")), "stove");

        store.time().advance(Duration.ofMinutes(2));
        people.erasures.goOn(Duration.ZERO);

        assertEquals(before.orderDays(), people.counts().orderDays());
        assertThat(traces("ORDER-1")).isEmpty();
    }

    @Test
    void whatComesLaterBeginsAnew() {
        fillEverything();

        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();
        people.views(phone, "lamp");

        assertEquals(new Identity.Known(List.of(phone), Optional.empty(), Optional.empty()),
                people.identities.resolveTrackingUser(shop, phone));
        assertThat(history(phone).events()).hasSize(1);
        assertThat(history(phone).purchases()).isEmpty();
    }

    @Test
    void aLongHistoryIsToldAndGoesInSmallParts() {
        for (int view = 0; view < 1_000; view++) {
            people.views(phone, "p" + view);
        }
        for (int order = 0; order < 50; order++) {
            people.orders(Owner.of(phone), "order-" + order, Association.NONE, "stove", "tent");
        }

        PersonData data = people.export.find(shop, List.of(new Subject.OfTrackingUser(phone))).orElseThrow();
        List<TimelineEntry> told = new ArrayList<>();
        data.activity(told::add);
        assertThat(told).hasSize(1_100).doesNotHaveDuplicates();

        assertEquals(Optional.of(new Erased(1, 1_100, 50, 0)), people.erase(new Subject.OfTrackingUser(phone)));
        assertThat(traces(phone.value())).isEmpty();
    }

    @Test
    void whatArrivesMeanwhileIsErasedOrBeginsAnew() throws InterruptedException {
        people.belongs(phone, "anna-1", ANNA);
        people.orders(Owner.of(phone), "order-1", Association.NONE, "stove");
        for (int view = 0; view < 900; view++) {
            people.views(phone, "former");
        }
        AtomicBoolean goOn = new AtomicBoolean(true);
        Thread shopper = Thread.startVirtualThread(() -> {
            while (goOn.get()) {
                people.views(phone, "new");
            }
        });
        try {
            people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();
        } finally {
            goOn.set(false);
            shopper.join();
        }

        assertThat(history(phone).events())
                .allMatch(event -> event.product().productNumber().equals(Optional.of("new")));
        assertThat(traces("former")).isEmpty();
        assertThat(traces("canna-1")).isEmpty();
        assertThat(people.identities.path(shop, phone, 1)).isEmpty();
    }

    @Test
    void aProposalFromBeforeIsNotLocked() {
        people.belongs(phone, "anna-1", "");
        people.views(phone, "stove");
        long before = people.revision.current(shop);
        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();

        assertEquals(Optional.empty(), people.locks.lock(people.edition("s1"), recipient(customer("anna-1")),
                proposal("stove"), before, PATIENCE));
        Assignment locked = people.lock(recipient(customer("anna-1")), "s1", "default");

        assertEquals(Optional.of(locked), people.locks.find(people.edition("s1"), recipient(customer("anna-1"))));
    }

    @Test
    void whoKeepsSomethingInMemoryIsTold() {
        List<Long> told = new CopyOnWriteArrayList<>();
        people.belongs(phone, "anna-1", "");
        people.revision.whenKnown(() -> told.add(people.revision.known(shop)));

        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();

        await(() -> told.contains(people.revision.current(shop)));
    }

    @Test
    void ordersOfBeforeAreForgottenByEveryNameAndLaterOnesAreNot() {
        people.belongs(phone, "anna-1", ANNA);
        Instant now = store.time().instant();
        ForgottenPeople forgotten = new ForgottenPeople(database(), TestPeople.PERSONAL_DATA);
        assertFalse(forgotten.isForgotten(shop, Optional.of(customer("anna-1")), email(ANNA), now.minusSeconds(1)));

        people.erase(new Subject.OfCustomer(customer("anna-1"))).orElseThrow();

        assertTrue(forgotten.isForgotten(shop, Optional.of(customer("anna-1")), List.of(), now.minusMillis(1)));
        assertFalse(forgotten.isForgotten(shop, Optional.of(customer("anna-1")), List.of(), now));
        assertFalse(forgotten.isForgotten(shop, Optional.of(customer("bert-2")), List.of(), now.minusMillis(1)));
        assertFalse(forgotten.isForgotten(newWebsite(), Optional.of(customer("anna-1")), List.of(),
                now.minusMillis(1)));
        people.lock(recipient(email(ANNA).getFirst()), "s1", "stove");
        people.erase(new Subject.OfEmail(email(ANNA))).orElseThrow();
        for (EmailKey key : email(ANNA)) {
            assertTrue(forgotten.isForgotten(shop, Optional.empty(), List.of(key), now.minusMillis(1)));
        }
    }

    @Test
    void theExportHoldsEverythingOfThePersonAndOfNobodyElse() {
        fillEverything();
        TrackingUserId other = TrackingUserId.random();
        people.belongs(other, "bert-2", "");
        people.views(other, "secret");
        PersonData data = people.export.find(shop, List.of(new Subject.OfCustomer(customer("anna-1")))).orElseThrow();

        List<String> told = new ArrayList<>();
        data.trackingUsers(user -> told.add(user.id() + " " + user.customer().orElseThrow() + " " + user.hasEmail()));
        data.activity(entry -> told.add(entry.event().type() + " " + entry.event().product().productNumber().get()));
        data.orders(order -> told.add(order.orderNumber() + " " + order.lines().size() + " " + order.counted()));
        data.carts(cart -> told.add("cart " + cart.products().size()));
        data.assignments(shown -> told.add(shown.campaignId() + " " + shown.productNumbers()));
        data.clicks(click -> told.add("click " + click.productNumber().orElseThrow()));

        assertThat(data.consents()).extracting(Consent::state)
                .containsExactly(State.DENIED, State.DENIED, State.GRANTED);
        assertThat(told).containsExactlyInAnyOrder(phone + " anna-1 true", laptop + " anna-1 false",
                "VIEW stove", "VIEW tent", "CART lamp", "PURCHASE stove", "PURCHASE stove", "PURCHASE rope",
                "ORDER-1 1 true", "ORDER-1 1 false", "ORDER-2 1 true", "cart 1",
                CAMPAIGN + " [stove]", CAMPAIGN + " [stove, tent]",
                CAMPAIGN + " [rope]", CAMPAIGN + " [lamp]", "click stove", "click stove");
        assertEquals(Optional.empty(),
                people.export.find(shop, List.of(new Subject.OfCustomer(customer("nobody")))));
    }

    @Test
    void ordersThatArriveDuringAnExportDoubleNone() {
        int count = 501;
        Owner bert = Owner.of(customer("bert-2"));
        for (int order = 0; order < count; order++) {
            people.orders(bert, "order-" + order, association("", ANNA), "stove");
        }
        PersonData data = people.export.find(shop, List.of(new Subject.OfEmail(email(ANNA)))).orElseThrow();
        OrderStore feed = new OrderStore(database(), people.identities);

        List<String> told = new ArrayList<>();
        data.orders(order -> {
            if (told.isEmpty()) {
                feed.take(shop, List.of(new FeedOrder("late", Instant.EPOCH, Optional.empty(),
                        Optional.of(customer("bert-2")), email(ANNA), List.of())));
            }
            told.add(order.orderNumber());
        });

        assertThat(told).hasSize(count).doesNotHaveDuplicates();
    }

    /** Two tracking users of one customer, one with an address, who did all that can be done. */
    private void fillEverything() {
        people.belongs(phone, "anna-1", ANNA);
        people.belongs(laptop, "anna-1", "");
        people.views(phone, "stove");
        people.views(laptop, "tent");
        people.fills(phone, "lamp");
        people.orders(Owner.of(phone), "ORDER-1", Association.NONE, "stove");
        people.orders(Owner.of(laptop), "ORDER-1", Association.NONE, "stove");
        people.orders(Owner.of(customer("anna-1")), "ORDER-2", association("", ANNA), "rope");
        people.lock(recipient(email(ANNA).getFirst()), "s1", "stove");
        people.lock(recipient(customer("anna-1")), "s1", "stove", "tent");
        people.lock(TestPeople.byToken(Owner.of(email(ANNA).getFirst())), "s1", "rope");
        people.lock(TestPeople.byToken(Owner.of(customer("anna-1"))), "s1", "lamp");
        people.says(Named.of(phone), State.GRANTED, "");
        people.says(Named.byCustomer(List.of(customer("anna-1"))), State.DENIED, "");
        people.says(Named.byEmail(email(ANNA)), State.DENIED, "by telephone");
        people.clicks(recipient(email(ANNA).getFirst()), NOON, "stove");
        people.clicks(recipient(customer("anna-1")), NOON, "stove");
        people.attribute("ORDER-1", recipient(customer("anna-1")), "stove");
    }

    private History history(TrackingUserId user) {
        return people.activities.historyOf(shop, people.identities.resolveTrackingUser(shop, user));
    }

    private static Identity.Known known(Identity identity) {
        return (Identity.Known) identity;
    }

    private List<String> traces(String text) {
        return Traces.of(database(), shop, text);
    }

    private int rows(String table) {
        return database().read(handle -> handle
                .createQuery("SELECT COUNT(*) FROM " + table + " WHERE website_id = :shop").bind("shop", shop)
                .mapTo(Integer.class).one());
    }
}
