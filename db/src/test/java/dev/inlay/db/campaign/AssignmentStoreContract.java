package dev.inlay.db.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inlay.db.StoreContract;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.identity.PeopleRevision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contract 4.3: what an assignment store promises on every database. */
abstract class AssignmentStoreContract extends StoreContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final String VERSION = "v".repeat(64);

    private final byte[] anna = recipient();

    @Test
    void nothingIsLockedAtFirst() {
        assertEquals(Optional.empty(), locks().find(edition(campaign()), anna));
    }

    @Test
    void firstProposalIsLockedAndLaterOnesReadIt() {
        Edition edition = edition(campaign());

        Assignment first = lock(edition, "stove", "tent");
        Assignment second = lock(edition, "lamp", "rope");

        assertEquals(new Assignment(picks("stove", "tent"), VERSION, true, true, Arm.NONE), first);
        assertEquals(first, second);
        assertEquals(Optional.of(first), locks().find(edition, anna));
    }

    @Test
    void oneOfManyProposalsAtOnceWins() throws Exception {
        Edition edition = edition(campaign());
        AssignmentStore locks = locks();
        List<Callable<Assignment>> calls = IntStream.range(0, 64).<Callable<Assignment>>mapToObj(number ->
                () -> locks.lock(edition, anna, proposal("p" + number, "q" + number), 0, PATIENCE)
                        .orElseThrow()).toList();

        Set<Assignment> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(calls).stream().map(Future::resultNow).collect(Collectors.toSet());
        }

        assertEquals(Set.of(locks.find(edition, anna).orElseThrow()), answers);
    }

    @Test
    void lockSurvivesARestart() {
        Edition edition = edition(campaign());
        Assignment locked = lock(edition, "stove", null, "tent");

        store.restart();

        assertEquals(Optional.of(locked), locks().find(edition, anna));
    }

    @Test
    void lockKeepsItsArm() {
        Edition edition = edition(campaign());
        Assignment locked = lock(edition, Arm.HOLD_OUT, "stove");

        store.restart();

        assertEquals(Arm.HOLD_OUT, locked.countedArm());
        assertEquals(Optional.of(locked), locks().find(edition, anna));
        assertEquals(locked, lock(edition, Arm.PERSONALIZED, "tent"));
        assertEquals(Arm.HOLD_OUT, lock(edition, Arm.HOLD_OUT, "stove", "bag").arm());
    }

    @Test
    void lockIsNotExtendedByAProposalOfAnotherArm() {
        Edition edition = edition(campaign());
        Assignment locked = lock(edition, Arm.HOLD_OUT, "stove");

        assertEquals(locked, lock(edition, Arm.PERSONALIZED, "stove", "bag"));
    }

    @Test
    void whatIsNotLockedCountsForNoArm() {
        assertEquals(Arm.NONE, Assignment.proposed(picks("stove"), VERSION, Arm.HOLD_OUT).countedArm());
    }

    @Test
    void timeOfALockStaysWhenItIsAskedForOrExtendedLater() {
        Edition edition = edition(campaign());
        assertEquals(Optional.empty(), locks().lockedAt(edition, anna));
        lock(edition, "stove");
        Optional<Instant> at = locks().lockedAt(edition, anna);
        lock(edition, "stove", "tent");

        assertTrue(at.isPresent());
        assertEquals(at, locks().lockedAt(edition, anna));
    }

    @Test
    void lockIsExtendedByFurtherSlotsAndNeverChanged() {
        Edition edition = edition(campaign());
        lock(edition, "stove", "tent");

        Assignment extended = lock(edition, "stove", "tent", "bag", "knife");

        assertEquals(picks("stove", "tent", "bag", "knife"), extended.slots());
        assertEquals(Optional.of(extended), locks().find(edition, anna));
        assertEquals(extended, lock(edition, "lamp"));
    }

    @Test
    void extensionShowsNoProductTwice() {
        Edition edition = edition(campaign());
        lock(edition, "stove", "tent");

        assertEquals(picks("stove", "tent", null, "knife"), lock(edition, "stove", "tent", "stove", "knife").slots());
    }

    @Test
    void lockIsNotExtendedByAProposalThatBeginsOtherwise() {
        Edition edition = edition(campaign());
        Assignment locked = lock(edition, "stove", null);

        assertEquals(locked, lock(edition, "lamp", null, "bag"));
        assertEquals(locked, lock(edition, "stove", "tent", "bag"));
        assertEquals(Optional.of(locked), locks().find(edition, anna));
    }

    @Test
    void proposalWithoutAnyProductIsNotLocked() {
        Edition edition = edition(campaign());
        Assignment empty = proposal(null, null);

        assertSame(empty, locks().lock(edition, anna, empty, 0, PATIENCE).orElseThrow());
        assertEquals(Optional.empty(), locks().find(edition, anna));
    }

    @Test
    void lockOfAnEarlierBucketIsFoundUntilThereIsANewerOne() {
        Campaign rolling = campaign(CampaignType.ROLLING, 0);
        Edition yesterday = Edition.of(rolling, new byte[0], NOW.minus(Duration.ofDays(1)));
        Edition today = Edition.of(rolling, new byte[0], NOW);
        lock(yesterday, "stove");

        Assignment earlier = locks().find(today, anna).orElseThrow();
        lock(today, "tent");

        assertEquals(picks("stove"), earlier.slots());
        assertFalse(earlier.current());
        assertEquals(picks("tent"), locks().find(today, anna).orElseThrow().slots());
        assertEquals(picks("stove"), locks().find(yesterday, anna).orElseThrow().slots());
    }

    @Test
    void clearingBeginsANewEditionThatStillFindsTheOldLock() {
        Campaign campaign = campaign(CampaignType.MANUAL, 0);
        lock(edition(campaign), "stove");
        Campaign cleared =
                new Campaign(campaign.id(), shop, campaign.type(), campaign.period(), 2, 1, campaign.settings());

        Assignment earlier = locks().find(edition(cleared), anna).orElseThrow();
        Assignment locked = lock(edition(cleared), "tent");

        assertFalse(earlier.current());
        assertEquals(picks("stove"), earlier.slots());
        assertEquals(picks("tent"), locked.slots());
        assertTrue(locks().find(edition(cleared), anna).orElseThrow().current());
    }

    @Test
    void sendsRecipientsCampaignsAndWebsitesAreApart() {
        Campaign campaign = campaign();
        byte[] send = recipient();
        lock(Edition.of(campaign, send, NOW), "stove");

        assertEquals(Optional.empty(), locks().find(Edition.of(campaign, recipient(), NOW), anna));
        assertEquals(Optional.empty(), locks().find(Edition.of(campaign, new byte[0], NOW), anna));
        assertEquals(Optional.empty(), locks().find(Edition.of(campaign, send, NOW), recipient()));
        assertEquals(Optional.empty(), locks().find(Edition.of(campaign(), send, NOW), anna));
        Campaign elsewhere = new Campaign(campaign.id(), newWebsite(), CampaignType.AUTO, campaign.period(), 2, 0,
                campaign.settings());
        assertEquals(Optional.empty(), locks().find(Edition.of(elsewhere, send, NOW), anna));
    }

    @Test
    void equalPicksAreStoredOnce() {
        Edition edition = edition(campaign());
        IntStream.range(0, 20).forEach(number ->
                locks().lock(edition, recipient(), proposal("stove", "tent"), 0, PATIENCE));

        int sets = database().read(handle -> handle
                .createQuery("SELECT COUNT(*) FROM pick_set WHERE website_id = :shop")
                .bind("shop", shop).mapTo(Integer.class).one());

        assertEquals(1, sets);
    }

    @Test
    void historyTellsWhatARecipientWasShownOverAllCampaigns() {
        Campaign first = campaign();
        Campaign second = campaign();
        Instant begin = store.time().instant();
        lock(edition(first), "stove", null);
        store.time().advance(Duration.ofMinutes(1));
        lock(edition(second), "tent", "lamp");
        Instant end = store.time().instant();
        LockHistory history = new LockHistory(database());

        assertEquals(List.of(new LockHistory.Shown(second.id(), end, List.of("tent", "lamp"), Arm.NONE),
                new LockHistory.Shown(first.id(), begin, List.of("stove"), Arm.NONE)),
                history.shown(shop, anna, begin, end));
        assertEquals(List.of(), history.shown(shop, anna, end.plusMillis(1), end.plusSeconds(60)));
        assertEquals(List.of(), history.shown(shop, recipient(), begin, end));
        assertTrue(history.isLocked(shop, first.id(), anna, begin, end));
        assertFalse(history.isLocked(shop, first.id(), anna, begin.plusMillis(1), end));
        assertFalse(history.isLocked(shop, first.id(), recipient(), begin, end));
    }

    @Test
    void nothingIsLockedThatWasProposedBeforeTheWebsitesPeopleChanged() {
        Edition edition = edition(campaign());
        lock(edition(campaign()), "lamp");
        try (PeopleRevision people = new PeopleRevision(database())) {
            long before = people.current(shop);
            database().writes().write(new Entry<>(Lane.BULK, "people", "anna", writing -> {
                people.raise(writing.handle(), shop);
                return null;
            }));

            Optional<Assignment> late = locks().lock(edition, anna, proposal("stove"), before, PATIENCE);
            Optional<Assignment> anew =
                    locks().lock(edition, anna, proposal("tent"), people.current(shop), PATIENCE);

            assertEquals(Optional.empty(), late);
            assertEquals(picks("tent"), anew.orElseThrow().slots());
        }
    }

    @Test
    void unlockedRecipientIsPickedForAnewInEveryCampaignAndNobodyElseIs() {
        Campaign daily = campaign();
        byte[] ben = recipient();
        IntStream.range(0, 450).forEach(day -> lock(Edition.of(daily, recipient(), NOW), "stove"));
        lock(edition(campaign()), "tent");
        locks().lock(edition(daily), ben, proposal("lamp"), 0, PATIENCE);

        locks().unlock(shop, List.of(recipient(), anna));

        LockHistory history = new LockHistory(database());
        Instant now = store.time().instant();
        assertEquals(List.of(), history.shown(shop, anna, Instant.EPOCH, now));
        assertEquals(1, history.shown(shop, ben, Instant.EPOCH, now).size());
    }

    @Test
    void unlockingTellsThatTheWebsitesPeopleChanged() {
        try (PeopleRevision people = new PeopleRevision(database())) {
            locks().unlock(shop, List.of(anna));

            assertEquals(1, people.current(shop));
            await(() -> people.known(shop) == 1);
            assertEquals(0, people.current(newWebsite()));
        }
    }

    private Assignment lock(Edition edition, String... products) {
        return locks().lock(edition, anna, proposal(products), 0, PATIENCE).orElseThrow();
    }

    private Assignment lock(Edition edition, Arm arm, String... products) {
        return locks().lock(edition, anna, Assignment.proposed(picks(products), VERSION, arm), 0, PATIENCE)
                .orElseThrow();
    }

    private AssignmentStore locks() {
        return new AssignmentStore(database());
    }

    private Campaign campaign() {
        return campaign(CampaignType.AUTO, 0);
    }

    private Campaign campaign(CampaignType type, int clearCount) {
        String id = ThreadLocalRandom.current().ints(16, 'a', 'z' + 1).mapToObj(Character::toString)
                .collect(Collectors.joining());
        return new Campaign(id, shop, type, Duration.ofDays(1), 2, clearCount, JsonNodeFactory.instance.objectNode());
    }

    private static Edition edition(Campaign campaign) {
        return Edition.of(campaign, new byte[0], NOW);
    }

    private static byte[] recipient() {
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private static Assignment proposal(String... products) {
        return Assignment.proposed(picks(products), VERSION);
    }

    private static List<Pick> picks(String... products) {
        return new ArrayList<>(Arrays.stream(products)
                .map(product -> product == null ? null : new Pick(product, "for_you", 0.1 + 0.2, List.of("because")))
                .toList());
    }
}
