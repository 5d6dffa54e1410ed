package dev.inlay.server.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.DatabaseSettings;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedRun;
import dev.inlay.db.feed.FeedSettings;
import dev.inlay.db.feed.FeedState;
import dev.inlay.db.feed.SourceLogin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class FeedScheduleTest {
    private static final Duration HOUR = Duration.ofHours(1);
    /** An interval, with the most by which feeds are spread. */
    private static final Duration LATER = HOUR.plusMinutes(3);

    @TempDir
    Path folder;

    private final MovedTime time = new MovedTime();
    private FeedServer server;
    private FeedShop store;
    private Feed feed;

    @BeforeEach
    void open() throws IOException {
        server = new FeedServer();
        store = new FeedShop(DatabaseSettings.embedded(folder), time);
        feed = feed(Optional.empty());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        store.close();
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void feedRunsWhenItIsDueAndNotBefore() {
        assertThat(store.schedule.runNext()).isTrue();
        assertThat(store.schedule.runNext()).isFalse();
        assertThat(store.catalogue().products()).hasSize(10);

        time.advance(HOUR.minusSeconds(1));
        assertThat(store.schedule.runNext()).isFalse();
        server.serve(FeedServer.rows(12));
        time.advance(Duration.ofMinutes(4));
        assertThat(store.schedule.runNext()).isTrue();

        assertThat(store.catalogue().products()).hasSize(12);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void feedThatDidNotChangeIsNotReadAgain() {
        server.serve(FeedServer.rows(10), "ETag", "\"v1\"");
        store.schedule.runNext();
        time.advance(LATER);

        store.schedule.runNext();

        assertThat(server.lastAsked("If-None-Match")).isEqualTo("\"v1\"");
        assertThat(runs()).isEqualTo(1);
        assertThat(state().lastChecked()).contains(time.instant());
        assertThat(state().nextRun().orElseThrow()).isAfterOrEqualTo(time.instant().plus(HOUR));
        assertThat(store.catalogue().products()).hasSize(10);
    }

    @Test
    void timeOfTheLastChangeDoesAsWell() {
        server.serve(FeedServer.rows(10), "Last-Modified", "Fri, 20 Nov 2020 09:00:00 GMT");
        store.schedule.runNext();
        time.advance(LATER);
        store.schedule.runNext();

        assertThat(server.lastAsked("If-Modified-Since")).isEqualTo("Fri, 20 Nov 2020 09:00:00 GMT");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void feedThatChangedIsReadAndItsNewVersionKept() {
        server.serve(FeedServer.rows(10), "ETag", "\"v1\"");
        store.schedule.runNext();
        server.serve(FeedServer.rows(11), "ETag", "\"v2\"");
        time.advance(LATER);
        store.schedule.runNext();
        time.advance(LATER);
        store.schedule.runNext();

        assertThat(server.lastAsked("If-None-Match")).isEqualTo("\"v2\"");
        assertThat(store.catalogue().products()).hasSize(11);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void unchangedFeedByHandAnswersTheReportOfWhatStands() {
        server.serve(FeedServer.rows(10), "ETag", "\"v1\"");
        ObjectNode first = byHand(false);
        server.serve(500, new byte[0]);
        byHand(false);
        server.serve(FeedServer.rows(10), "ETag", "\"v1\"");

        ObjectNode unchanged = byHand(false);
        ObjectNode forced = byHand(true);

        assertThat(unchanged).isEqualTo(first.deepCopy().put("unchanged", true));
        assertThat(forced.path("run").intValue()).isEqualTo(3);
        assertThat(forced.has("unchanged")).isFalse();
        assertThat(server.lastAsked("If-None-Match")).isNull();
    }

    @Test
    void feedIsReadAgainWhereProductsWereTakenOutOrReplacedMeanwhile() throws IOException {
        server.serve(FeedServer.rows(10), "ETag", "\"v1\"");
        store.schedule.runNext();

        store.catalogues.remove(store.website.id(), "7");
        byHand(false);
        assertThat(store.catalogue().find("7")).isPresent();

        store.upload(feed, FeedServer.rows(10).replace("Title", "Other"), false);
        byHand(false);
        assertThat(store.catalogue().find("7")).map(Product::title).contains("Title 7");
    }

    @Test
    void packedFeedIsAskedForAndRead() throws IOException {
        server.serve(200, FeedServer.gzip(FeedServer.rows(10).getBytes(StandardCharsets.UTF_8)),
                "Content-Encoding", "gzip");

        store.schedule.runNext();

        assertThat(server.lastAsked("Accept-Encoding")).isEqualTo("gzip");
        assertThat(store.catalogue().products()).hasSize(10);
    }

    @Test
    void packedFeedThatIsServedPackedOnceMoreIsRead() throws IOException {
        server.serve(200, FeedServer.gzip(FeedServer.gzip(FeedServer.rows(10).getBytes(StandardCharsets.UTF_8))),
                "Content-Encoding", "gzip", "Content-Type", "application/gzip");

        store.schedule.runNext();

        assertThat(store.catalogue().products()).hasSize(10);
    }

    @Test
    void limitsHoldForWhatWasUnpacked() throws IOException {
        server.serve(200, FeedServer.gzip(new byte[20_000_000]), "Content-Encoding", "gzip");

        store.schedule.runNext();

        assertThat(lastRefused()).isEqualTo("the feed is larger than 500 MB, or packed more than 200 times");
    }

    @Test
    void loginOfTheFeedIsToldToItsServer() {
        Feed closed = feed(Optional.of(new SourceLogin("shop", "correct horse")));

        store.runs.run(store.website, closed, new FeedSource.Link(), false);

        assertThat(server.lastAsked("Authorization")).isEqualTo("Basic c2hvcDpjb3JyZWN0IGhvcnNl");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | Broken            | the feed could not be fetched: the server answered with status 500
            401 | Who are you       | the feed could not be fetched: the server answered with status 401
            200 | ''                | the feed is empty
            200 | <html>Sorry</html>| this is an HTML page, not a feed
            200 | FEW               | the feed holds 4 products, fewer than half of the 10 that stand: run it with \
            force=true if that is right
            200 | HEADER            | the feed holds no product
            """)
    void lastGoodCatalogueStaysWhateverComes(int status, String body, String refused) {
        store.schedule.runNext();
        FeedState good = state();
        String feedText = body.replace("FEW", FeedServer.rows(4)).replace("HEADER", FeedServer.rows(0));
        server.serve(status, feedText.getBytes(StandardCharsets.UTF_8), "ETag", "\"bad\"");
        time.advance(LATER);

        store.schedule.runNext();

        assertThat(lastRefused()).isEqualTo(refused);
        assertThat(store.catalogue().products()).hasSize(10);
        assertThat(state().lastChecked()).isEqualTo(good.lastChecked());
        assertThat(state().lastGood()).isEqualTo(good.lastGood());
    }

    @Test
    void failureIsRetriedLaterAndLaterUntilAGoodRun() {
        server.serve(503, new byte[0]);
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(store.schedule.runNext()).isTrue();
            assertThat(state().nextRun()).contains(time.instant().plus(Duration.ofMinutes(minutes)));
            time.advance(Duration.ofMinutes(minutes));
        }
        assertThat(runs()).isEqualTo(8);
        server.serve(FeedServer.rows(3));

        store.schedule.runNext();

        assertThat(state().failures()).isZero();
        assertThat(state().nextRun().orElseThrow()).isAfterOrEqualTo(time.instant().plus(HOUR));
        assertThat(store.catalogue().products()).hasSize(3);
    }

    @Test
    void whatBreaksAnAttemptIsItsReportAndRetriedLikeAnyFailure() throws IOException {
        Files.move(folder.resolve("tmp"), folder.resolve("away"));
        store.schedule.runNext();
        Files.move(folder.resolve("away"), folder.resolve("tmp"));

        assertThat(lastRefused()).isEqualTo("a feed could not be kept while it was read");
        assertThat(state().nextRun()).contains(time.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void restartGoesOnWhereTheLastProcessStopped() {
        store.schedule.runNext();
        Optional<Instant> next = state().nextRun();
        time.advance(Duration.ofMinutes(30));

        reopen();

        assertThat(store.schedule.runNext()).isFalse();
        assertThat(state().nextRun()).isEqualTo(next);
        time.advance(Duration.ofDays(3));
        assertThat(store.schedule.runNext()).isTrue();
        assertThat(store.schedule.runNext()).isFalse();
    }

    @Test
    void stopDuringAFetchLeavesTheFeedDueAndNoTrace() throws InterruptedException {
        Semaphore arrived = new Semaphore(0);
        CountDownLatch never = new CountDownLatch(1);
        server.before(() -> {
            arrived.release();
            awaitQuietly(never);
        });
        store.schedule.start();
        arrived.acquire();

        reopen();

        assertThat(runs()).isZero();
        assertThat(state().failures()).isZero();
        assertThat(state().isRunning(time.instant())).isFalse();
        never.countDown();
        server.before(() -> { });
        assertThat(store.schedule.runNext()).isTrue();
        assertThat(store.catalogue().products()).hasSize(10);
    }

    @Test
    void twoFeedsRunAtOnceAndNoMore() throws InterruptedException {
        List.of(1, 2, 3, 4).forEach(number -> feed(Optional.empty()));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore arrived = new Semaphore(0);
        CountDownLatch both = new CountDownLatch(1);
        server.before(() -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            arrived.release();
            awaitQuietly(both);
            now.decrementAndGet();
        });

        store.schedule.start();
        arrived.acquire(2);
        both.countDown();
        await(() -> store.feeds.list(store.website.id()).stream()
                .allMatch(each -> each.state().lastGood().isPresent()));

        assertThat(most).hasValue(2);
    }

    @Test
    void runsThatAreUnderWayEndWhenTheScheduleIsToldToStop() throws InterruptedException {
        Semaphore arrived = new Semaphore(0);
        CountDownLatch never = new CountDownLatch(1);
        server.before(() -> {
            arrived.release();
            awaitQuietly(never);
        });
        store.schedule.start();
        arrived.acquire();

        store.schedule.stop();

        await(() -> !state().isRunning(time.instant()));
        never.countDown();
        assertThat(state().failures()).isZero();
        assertThat(runs()).isZero();
    }

    @Test
    void runByHandWaitsForTheOneThatIsUnderWay() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore arrived = new Semaphore(0);
        CountDownLatch goOn = new CountDownLatch(1);
        server.before(() -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            arrived.release();
            awaitQuietly(goOn);
            now.decrementAndGet();
        });
        Thread scheduled = Thread.ofVirtual().start(store.schedule::runNext);
        arrived.acquire();
        Thread byHand = Thread.ofVirtual().start(() -> byHand(false));
        await(() -> byHand.getState() == Thread.State.TIMED_WAITING);

        goOn.countDown();
        scheduled.join();
        byHand.join();

        assertThat(most).hasValue(1);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    void deletedFeedTakesItsProductsAlong() throws IOException {
        store.schedule.runNext();
        Feed other = store.feed(null);
        store.upload(other, FeedServer.rows(1).replace("1,Title 1", "x1,Other"), false);

        store.runs.delete(store.website, feed);

        assertThat(store.catalogue().products()).map(Product::productNumber).containsExactly("x1");
        assertThat(store.catalogues.findEver(store.website.id(), "5")).isPresent();
        assertThat(store.feeds.find(store.website.id(), feed.id())).isEmpty();
        time.advance(LATER);
        assertThat(store.schedule.runNext()).isFalse();
    }

    private Feed feed(Optional<SourceLogin> login) {
        return store.feeds.create(store.website.id(), FeedKind.PRODUCTS, new FeedSettings("Shop",
                Optional.of(server.url()),
                Optional.empty(), Optional.of(HOUR), login));
    }

    private ObjectNode byHand(boolean force) {
        return store.runs.run(store.website, feed, new FeedSource.Link(), force);
    }

    private void reopen() {
        store.close();
        store = new FeedShop(DatabaseSettings.embedded(folder), time);
    }

    private FeedState state() {
        return store.feeds.find(store.website.id(), feed.id()).orElseThrow().state();
    }

    private int runs() {
        return store.feeds.countRuns(store.website.id(), feed.id());
    }

    private String lastRefused() {
        FeedRun last = store.feeds.runs(store.website.id(), feed.id(), 0, 1).getFirst();
        return FeedRuns.report(last).path("refused").textValue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier condition) {
        for (int pause = 0; pause < 1_000 && !condition.getAsBoolean(); pause++) {
            LockSupport.parkNanos(20_000_000);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
