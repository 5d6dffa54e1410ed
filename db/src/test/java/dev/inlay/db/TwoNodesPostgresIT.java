package dev.inlay.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Conversion;
import dev.inlay.db.activity.FeedOrder;
import dev.inlay.db.activity.OrderLine;
import dev.inlay.db.activity.OrderStore;
import dev.inlay.db.activity.ProductReference;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.db.campaign.Edition;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.token.TokenKeyStore;
import dev.inlay.db.website.ApiKey;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL. */
final class TwoNodesPostgresIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ProductReference STOVE = ProductReference.ofNumber("stove");

    private final TestStore store = TestStore.postgres();
    private final Database first = store.database();
    private final Database second = store.openAgain();

    @AfterEach
    void close() {
        second.close();
        store.close();
    }

    @Test
    void oneProposalOfBothNodesWins() throws InterruptedException {
        Campaign campaign = new Campaign("abcdefghijklmnop", 1, CampaignType.MANUAL, Duration.ofDays(1), 1, 0,
                JsonNodeFactory.instance.objectNode());
        Edition edition = Edition.of(campaign, new byte[0], Instant.EPOCH);
        AssignmentStore here = new AssignmentStore(first);
        AssignmentStore there = new AssignmentStore(second);
        List<Callable<Assignment>> calls = IntStream.range(0, 64).<Callable<Assignment>>mapToObj(number -> () ->
                (number % 2 == 0 ? here : there).lock(edition, new byte[16], proposal("p" + number), 0, PATIENCE)
                        .orElseThrow())
                .toList();

        Set<Assignment> answers = all(calls);

        assertEquals(Set.of(here.find(edition, new byte[16]).orElseThrow()), answers);
    }

    @Test
    void orderThatBothNodesHearOfCountsOnce() throws InterruptedException {
        ActivityStore here = new ActivityStore(first, new IdentityStore(first));
        ActivityStore there = new ActivityStore(second, new IdentityStore(second));
        List<Callable<Void>> calls = IntStream.range(0, 32).<Callable<Void>>mapToObj(number -> () -> {
            (number % 2 == 0 ? here : there).recordConversion(1, Owner.of(TrackingUserId.random()), order(),
                    Association.NONE);
            return null;
        }).toList();

        all(calls);

        assertEquals(1, here.eventsAfter(1, 0, 0, 100).size());
    }

    @Test
    void orderIsKnownThatOneNodeHearsOfWhileTheOtherTakesItFromTheFeed() throws InterruptedException {
        CustomerId anna = new CustomerId("anna-1", false);
        OrderStore here = new OrderStore(first, new IdentityStore(first));
        ActivityStore there = new ActivityStore(second, new IdentityStore(second));
        List<FeedOrder> rows = IntStream.range(0, 32).mapToObj(number -> new FeedOrder("O" + number,
                store.time().instant(), Optional.empty(), Optional.of(anna), List.of(), order().lines())).toList();
        List<Callable<Object>> calls = new ArrayList<>(rows.stream().<Callable<Object>>map(row -> () -> {
            there.recordConversion(1, Owner.of(TrackingUserId.random()),
                    new Conversion(row.orderNumber(), Optional.empty(), row.lines()), Association.NONE);
            return null;
        }).toList());
        calls.add(16, () -> here.take(1, rows));

        all(calls);

        Identity known = new IdentityStore(first).resolveCustomer(1, List.of(anna));
        assertEquals(32, ((Identity.Known) known).trackingUsers().size());
        assertEquals(32, there.eventsAfter(1, 0, 0, 100).size());
    }

    @Test
    void associationThatWasAcknowledgedBeforeAnotherBeganIsEarlierOnWhicheverNode() {
        IdentityStore here = new IdentityStore(first);
        IdentityStore there = new IdentityStore(second);
        TrackingUserId phone = TrackingUserId.random();
        runAhead(here);

        here.associate(1, phone, customer("anna-1"));
        there.associate(1, phone, customer("bert-2"));

        assertEquals(List.of("bert-2", "anna-1"), there.path(1, phone, 10).stream()
                .map(step -> step.customer().orElseThrow().value()).toList());
    }

    @Test
    void deviceThatWasNamedLastIsTheMostRecentOnWhicheverNode() {
        IdentityStore here = new IdentityStore(first);
        IdentityStore there = new IdentityStore(second);
        TrackingUserId phone = TrackingUserId.random();
        TrackingUserId laptop = TrackingUserId.random();
        List<EmailKey> address = new PersonalData(TestStore.SECRET)
                .emailKeys(EmailAddress.parse("anna@shop.example").orElseThrow());
        Association email = new Association(Optional.empty(), address, Source.BROWSER);
        runAhead(here);

        here.associate(1, phone, email);
        there.associate(1, laptop, email);

        Identity.Known known = (Identity.Known) here.resolveEmail(1, address);
        assertEquals(laptop, known.trackingUsers().getFirst());
    }

    /** Within one millisecond the order of arrival of the busier node is ahead. */
    private static void runAhead(IdentityStore node) {
        for (int busy = 0; busy < 20; busy++) {
            node.associate(1, TrackingUserId.random(), customer("somebody-" + busy));
        }
    }

    private static Association customer(String id) {
        return new Association(Optional.of(new CustomerId(id, false)), List.of(), Source.BROWSER);
    }

    @Test
    void websitesThatBothNodesMakeAtOnceGetIdsOfTheirOwn() throws InterruptedException {
        try (WebsiteStore here = new WebsiteStore(first, TestStore.SECRET);
                WebsiteStore there = new WebsiteStore(second, TestStore.SECRET)) {
            List<Callable<Website>> calls = IntStream.range(0, 20).<Callable<Website>>mapToObj(number -> () ->
                    (number % 2 == 0 ? here : there).create(StoreContract.SHOP)).toList();

            Set<Integer> ids = all(calls).stream().map(Website::id).collect(Collectors.toSet());

            assertEquals(20, ids.size());
        }
    }

    @Test
    void keyThatOneNodeRevokesIsNoKeyOnTheOther() throws InterruptedException {
        try (WebsiteStore here = new WebsiteStore(first, TestStore.SECRET);
                WebsiteStore there = new WebsiteStore(second, TestStore.SECRET)) {
            ApiKey.Created made = here.createKey(here.create(StoreContract.SHOP).id(), Scope.READ);
            assertTrue(comesTrue(() -> there.findKey(made.key()).isPresent()));

            here.deleteKey(made.apiKey().websiteId(), made.apiKey().id());

            assertTrue(comesTrue(() -> there.findKey(made.key()).isEmpty()));
        }
    }

    @Test
    void tokenKeysThatBothNodesBeginAtOnceAreDifferentOnes() throws InterruptedException {
        try (TokenKeyStore here = new TokenKeyStore(first); TokenKeyStore there = new TokenKeyStore(second)) {
            List<Callable<Integer>> calls = IntStream.range(0, 40).<Callable<Integer>>mapToObj(number -> () ->
                    (number % 2 == 0 ? here : there).rotate(1)).toList();

            assertEquals(IntStream.rangeClosed(2, 41).boxed().collect(Collectors.toSet()), all(calls));
        }
    }

    private static boolean comesTrue(BooleanSupplier condition) throws InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(20)) {
            if (condition.getAsBoolean()) {
                return true;
            }
        }
        return false;
    }

    @Test
    void nodeThatLostItsConnectionsGoesOn() {
        new IdentityStore(first).resolveCustomer(1, List.of());
        second.read(handle -> handle.createQuery("""
                SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid()
                """).mapTo(Integer.class).one());

        ActivityStore activities = new ActivityStore(first, new IdentityStore(first));
        boolean stored = false;
        for (int attempt = 0; attempt < 30 && !stored; attempt++) {
            stored = tryToStore(activities);
        }

        assertTrue(stored);
        assertEquals(1, activities.eventsAfter(1, 0, 0, 100).size());
    }

    private static boolean tryToStore(ActivityStore activities) {
        try {
            activities.recordView(1, Owner.of(TrackingUserId.random()), STOVE);
            return true;
        } catch (StoreException.Busy away) {
            return false;
        }
    }

    private static <T> Set<T> all(List<Callable<T>> calls) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Future::resultNow).map(Optional::ofNullable)
                    .flatMap(Optional::stream).collect(Collectors.toSet());
        }
    }

    private static Assignment proposal(String product) {
        return Assignment.proposed(List.of(new Pick(product, "for_you", 1, List.of())), "v".repeat(64));
    }

    private static Conversion order() {
        return new Conversion("1000", Optional.empty(),
                List.of(new OrderLine(STOVE, Optional.empty(), Optional.empty())));
    }
}
