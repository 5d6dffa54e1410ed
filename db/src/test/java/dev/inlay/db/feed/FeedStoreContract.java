package dev.inlay.db.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.inlay.db.Seal;
import dev.inlay.db.StoreContract;
import dev.inlay.db.StoreException;
import dev.inlay.db.TestStore;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a feed store promises on every database. */
abstract class FeedStoreContract extends StoreContract {
    private static final SourceVersion SECOND = new SourceVersion(Optional.of("\"v2\""), Optional.empty());
    private static final SourceLogin LOGIN = new SourceLogin("shop", "correct horse:battery");

    private FeedStore feeds;

    @BeforeEach
    final void openFeeds() {
        feeds = new FeedStore(database(), TestStore.SECRET);
    }

    @AfterEach
    final void closeFeeds() {
        feeds.close();
    }

    @Test
    void feedIsFoundAgain() {
        Feed feed = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.of(LOGIN)));

        assertEquals(Optional.of(feed), feeds.find(shop, feed.id()));
        assertEquals(Optional.empty(), feeds.find(newWebsite(), feed.id()));
    }

    @Test
    void loginIsSealedInTheStore() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.of(LOGIN))).id();

        byte[] stored = database().read(handle -> handle
                .createQuery("SELECT login FROM product_feed WHERE website_id = :shop AND id = :id")
                .bind("shop", shop).bind("id", id).mapTo(byte[].class).one());

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("shop", "horse");
        assertEquals("SourceLogin[hidden]", LOGIN.toString());
    }

    @Test
    void feedsOfAWebsiteAreListedOldestFirst() {
        Feed first = feeds.create(shop, FeedKind.PRODUCTS, byHand());
        advance(Duration.ofSeconds(1));
        Feed second = feeds.create(shop, FeedKind.PRODUCTS, byHand());

        assertEquals(List.of(first, second), feeds.list(shop));
    }

    @Test
    void feedsOfProductsAndOfOrdersAreListedApartAndRunInTurn() {
        Feed products = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty()));
        advance(Duration.ofSeconds(1));
        Feed orders = feeds.create(shop, FeedKind.ORDERS, scheduled(Duration.ofHours(1), Optional.empty()));

        assertEquals(List.of(products), feeds.list(shop, FeedKind.PRODUCTS));
        assertEquals(List.of(orders), feeds.list(shop, FeedKind.ORDERS));
        assertEquals(Optional.of(orders), feeds.find(shop, orders.id()));
        assertEquals(products.id(), feeds.takeDue(shop, now()).orElseThrow().feed().id());
        assertEquals(FeedKind.ORDERS, feeds.takeDue(shop, now()).orElseThrow().feed().kind());
    }

    @Test
    void runsOfAFeedAreNumberedFromOneAndListedLatestFirst() {
        String first = feeds.create(shop, FeedKind.PRODUCTS, byHand()).id();
        String second = feeds.create(shop, FeedKind.PRODUCTS, byHand()).id();

        assertEquals(1, take(first).uploaded("{\"rows\":1}", 1));
        assertEquals(2, take(first).uploadRefused("{\"rows\":2}"));
        assertEquals(3, take(first).refused("{\"rows\":3}"));
        assertEquals(1, take(second).uploaded("{}", 0));

        assertEquals("{\"rows\":2}", feeds.findRun(shop, first, 2).orElseThrow().report());
        assertEquals(Optional.empty(), feeds.findRun(shop, first, 4));
        assertEquals(List.of(3, 2), feeds.runs(shop, first, 0, 2).stream().map(FeedRun::run).toList());
        assertEquals(List.of(1), feeds.runs(shop, first, 2, 2).stream().map(FeedRun::run).toList());
        assertEquals(3, feeds.countRuns(shop, first));
        assertEquals(now(), feeds.findRun(shop, first, 1).orElseThrow().at());
    }

    @Test
    void oldRunsAreForgottenButNotTheLastGoodOne() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, byHand()).id();
        take(id).uploadRefused("{}");
        take(id).uploaded("{\"good\":true}", 5);

        IntStream.range(0, FeedTurn.KEPT_RUNS + 10).forEach(run -> take(id).uploadRefused("{}"));

        assertEquals(FeedTurn.KEPT_RUNS + 2, feeds.countRuns(shop, id));
        assertThat(feeds.findRun(shop, id, 1)).isEmpty();
        assertEquals("{\"good\":true}", feeds.findRun(shop, id, 2).orElseThrow().report());
    }

    @Test
    void feedWithAnIntervalIsDueAtOnceAndThenAnIntervalAndALittleLater() {
        Duration interval = Duration.ofHours(1);
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(interval, Optional.empty())).id();

        feeds.takeDue(shop, now()).orElseThrow().imported("{}", 7, SECOND);

        FeedState state = state(id);
        assertThat(state.nextRun().orElseThrow()).isBetween(now().plus(interval), now().plus(interval.plusMinutes(3)));
        assertEquals(Optional.of(new FeedState.GoodRun(1, 7, SECOND)), state.lastGood());
        assertEquals(Optional.of(now()), state.lastChecked());
        assertThat(feeds.takeDue(shop, now())).isEmpty();
        advance(interval.plusMinutes(3));
        assertEquals(id, feeds.takeDue(shop, now()).orElseThrow().feed().id());
    }

    @Test
    void feedsMadeTogetherDoNotStayTogether() {
        IntStream.range(0, 20).forEach(number ->
                feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofDays(1), Optional.empty())));
        IntStream.range(0, 20).forEach(number -> feeds.takeDue(shop, now()).orElseThrow().unchanged());

        assertThat(feeds.list(shop).stream().map(feed -> feed.state().nextRun()).distinct().count()).isGreaterThan(10);
    }

    @Test
    void feedByHandIsNeverDue() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, byHand()).id();
        take(id).imported("{}", 1, SECOND);
        take(id).refused("{}");

        advance(Duration.ofDays(1_000));

        assertThat(feeds.takeDue(shop, now())).isEmpty();
        assertEquals(Optional.empty(), state(id).nextRun());
    }

    @Test
    void failureIsRetriedAfterOneTwoFourMinutesUpToTheInterval() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofMinutes(7), Optional.empty())).id();

        for (int minutes : new int[] {1, 2, 4, 7, 7}) {
            feeds.takeDue(shop, now()).orElseThrow().refused("{}");
            assertEquals(Optional.of(now().plus(Duration.ofMinutes(minutes))), state(id).nextRun());
            advance(Duration.ofMinutes(minutes));
        }

        assertEquals(5, state(id).failures());
        feeds.takeDue(shop, now()).orElseThrow().unchanged();
        assertEquals(0, state(id).failures());
    }

    @Test
    void uploadLeavesTheTimesAndForgetsWhatTheServerCallsItsVersion() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        take(id).imported("{}", 7, SECOND);
        Optional<Instant> next = state(id).nextRun();
        advance(Duration.ofMinutes(10));

        take(id).uploadRefused("{}");
        take(id).uploaded("{}", 8);

        assertEquals(next, state(id).nextRun());
        assertEquals(Optional.of(new FeedState.GoodRun(3, 8, SourceVersion.NONE)), state(id).lastGood());
    }

    @Test
    void feedIsInOneHandAtATimeOnAllNodes() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        try (FeedStore other = new FeedStore(database(), TestStore.SECRET);
                FeedTurn turn = feeds.takeDue(shop, now()).orElseThrow()) {
            assertThat(other.takeDue(shop, now())).isEmpty();
            assertThat(other.find(shop, id).orElseThrow().state().isRunning(now())).isTrue();
            Thread waiting = Thread.ofVirtual().start(() -> other.take(shop, id).orElseThrow().uploaded("{}", 1));

            turn.imported("{}", 1, SECOND);

            await(() -> !waiting.isAlive());
            assertEquals(2, feeds.countRuns(shop, id));
        }
    }

    @Test
    void turnOfANodeThatDiedLapsesAndItsAttemptCountsAsFailed() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        FeedStore dead = new FeedStore(database(), TestStore.SECRET);
        dead.takeDue(shop, now()).orElseThrow();
        dead.close();

        assertThat(feeds.takeDue(shop, now())).isEmpty();
        advance(Duration.ofMinutes(1));

        feeds.takeDue(shop, now()).orElseThrow().refused("{}");
        assertEquals(2, state(id).failures());
    }

    @Test
    void turnThatLapsedChangesNothingOnceAnotherTookTheFeed() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        FeedTurn lapsed = feeds.takeDue(shop, now()).orElseThrow();
        advance(Duration.ofMinutes(2));
        try (FeedTurn other = feeds.takeDue(shop, now()).orElseThrow()) {
            assertThrows(StoreException.Busy.class, () -> lapsed.imported("{}", 3, SourceVersion.NONE));
            other.imported("{}", 7, SECOND);
        }
        FeedState after = state(id);

        assertThrows(StoreException.Busy.class, () -> lapsed.refused("{}"));
        assertThrows(StoreException.Busy.class, lapsed::unchanged);
        assertThrows(StoreException.Busy.class, lapsed::delete);
        lapsed.close();

        assertEquals(after, state(id));
        assertEquals(1, feeds.countRuns(shop, id));
    }

    @Test
    void turnThatLapsedAndIsClosedDoesNotTakeTheFeedFromAnother() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        FeedTurn lapsed = feeds.takeDue(shop, now()).orElseThrow();
        advance(Duration.ofMinutes(2));
        try (FeedTurn other = feeds.takeDue(shop, now()).orElseThrow()) {
            FeedState held = state(id);

            lapsed.close();

            assertEquals(held, state(id));
            assertThat(other.isEnded()).isFalse();
        }
    }

    @Test
    void turnThatLapsedMayStillEndWhileNobodyElseTookTheFeed() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        FeedTurn lapsed = feeds.takeDue(shop, now()).orElseThrow();
        advance(Duration.ofMinutes(2));

        lapsed.imported("{}", 7, SECOND);

        assertEquals(0, state(id).failures());
    }

    @Test
    void turnThatIsRenewedDoesNotLapse() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        try (FeedTurns turns = new FeedTurns(database(), new Seal(TestStore.SECRET, "product_feed"));
                FeedTurn turn = turns.takeDue(shop, id).orElseThrow()) {
            for (int times = 0; times < 4; times++) {
                turns.renew(Duration.ZERO);
                advance(FeedTurns.LEASE.minusSeconds(1));
            }

            assertThat(feeds.takeDue(shop, now())).isEmpty();
            assertThat(turn.feed().id()).isEqualTo(id);
        }
    }

    @Test
    void storeThatIsBusyDoesNotHoldUpWhoRenewsTurns() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        try (FeedTurns turns = new FeedTurns(database(), new Seal(TestStore.SECRET, "product_feed"));
                FeedTurn turn = turns.takeDue(shop, id).orElseThrow()) {
            Thread.ofVirtual().start(() -> database().writes().write(new Entry<>(Lane.LIVE, "test", "test", work -> {
                writing.countDown();
                await(() -> free.getCount() == 0);
                return 0;
            }), Duration.ofMinutes(1)));
            await(() -> writing.getCount() == 0);
            Thread renewing = Thread.ofVirtual().start(() -> turns.renew(Duration.ZERO));
            try {
                await(() -> !renewing.isAlive());
            } finally {
                free.countDown();
            }
            assertThat(turn.isEnded()).isFalse();
        }
    }

    @Test
    void turnThatIsClosedWithoutAnEndLeavesTheFeedDue() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        FeedState before = state(id);

        feeds.takeDue(shop, now()).orElseThrow().close();

        assertEquals(before, state(id));
        assertThat(feeds.takeDue(shop, now())).isPresent();
    }

    @Test
    void feedThatIsReadFromElsewhereIsDueAtOnceAndWasNeverThisVersion() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        feeds.takeDue(shop, now()).orElseThrow().imported("{}", 7, SECOND);

        feeds.update(shop, id, before -> new FeedSettings(before.name(), Optional.of("https://shop.example/new.xml"),
                before.format(), before.interval(), before.login()));

        assertEquals(Optional.of(now()), state(id).nextRun());
        assertEquals(SourceVersion.NONE, state(id).lastGood().orElseThrow().version());
    }

    @Test
    void anotherIntervalCountsFromTheLastAttempt() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofDays(7), Optional.empty())).id();
        feeds.takeDue(shop, now()).orElseThrow().imported("{}", 7, SECOND);
        Instant attempt = now();
        advance(Duration.ofMinutes(10));

        feeds.update(shop, id, before -> scheduled(Duration.ofMinutes(20), Optional.empty()));

        assertThat(state(id).nextRun().orElseThrow()).isBetween(attempt.plus(Duration.ofMinutes(20)),
                attempt.plus(Duration.ofMinutes(21)));
        assertEquals(SECOND, state(id).lastGood().orElseThrow().version());
        feeds.update(shop, id, before -> byHand());
        assertEquals(Optional.empty(), state(id).nextRun());
    }

    @Test
    void changeDuringARunIsNotUndoneByItsEnd() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        try (FeedTurn turn = feeds.takeDue(shop, now()).orElseThrow()) {
            feeds.update(shop, id, before -> scheduled(Duration.ofHours(2), Optional.of(LOGIN)));

            turn.imported("{}", 7, SECOND);
        }

        assertEquals(Optional.of(now()), state(id).nextRun());
        assertEquals(SourceVersion.NONE, state(id).lastGood().orElseThrow().version());
        assertEquals(Optional.of(LOGIN), feeds.find(shop, id).orElseThrow().settings().login());
    }

    @Test
    void changeThatThrowsStoresNothing() {
        Feed feed = feeds.create(shop, FeedKind.PRODUCTS, byHand());

        assertThrows(IllegalArgumentException.class, () -> feeds.update(shop, feed.id(), before -> {
            throw new IllegalArgumentException("no");
        }));

        assertEquals(Optional.of(feed), feeds.find(shop, feed.id()));
        assertEquals(Optional.empty(), feeds.update(shop, "other", before -> before));
    }

    @Test
    void oldestScheduledFeedIsTheOneThatHasWaitedLongestForAGoodRun() {
        String first = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        advance(Duration.ofHours(1));
        String second = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        Instant secondCreated = now();
        Instant firstCreated = secondCreated.minus(Duration.ofHours(1));
        assertEquals(Optional.of(firstCreated), feeds.oldestScheduled(shop));

        take(first).refused("{}");
        assertEquals(Optional.of(firstCreated), feeds.oldestScheduled(shop));

        advance(Duration.ofHours(1));
        take(first).imported("{}", 7, SECOND);
        assertEquals(Optional.of(secondCreated), feeds.oldestScheduled(shop));

        take(second).unchanged();
        assertEquals(Optional.of(now()), feeds.oldestScheduled(shop));
    }

    @Test
    void feedByHandIsNeverTheOldestScheduled() {
        take(feeds.create(shop, FeedKind.PRODUCTS, byHand()).id()).uploaded("{}", 7);

        assertEquals(Optional.empty(), feeds.oldestScheduled(shop));
    }

    @Test
    void deletedFeedIsGoneWithItsRuns() {
        String id = feeds.create(shop, FeedKind.PRODUCTS, scheduled(Duration.ofHours(1), Optional.empty())).id();
        take(id).uploaded("{}", 1);

        take(id).delete();

        assertEquals(List.of(), feeds.list(shop));
        assertEquals(0, feeds.countRuns(shop, id));
        assertEquals(Optional.empty(), feeds.take(shop, id));
        assertThat(feeds.takeDue(shop, now())).isEmpty();
    }

    private FeedTurn take(String feedId) {
        return feeds.take(shop, feedId).orElseThrow();
    }

    private FeedState state(String feedId) {
        return feeds.find(shop, feedId).orElseThrow().state();
    }

    private Instant now() {
        return store.time().instant();
    }

    private void advance(Duration duration) {
        store.time().advance(duration);
    }

    private static FeedSettings byHand() {
        return FeedSettings.byHand("Feed", Optional.of("https://shop.example/feed.xml"), Optional.empty());
    }

    private static FeedSettings scheduled(Duration interval, Optional<SourceLogin> login) {
        return new FeedSettings("Feed", Optional.of("https://shop.example/feed.xml"), Optional.of("google-tsv"),
                Optional.of(interval), login);
    }
}
