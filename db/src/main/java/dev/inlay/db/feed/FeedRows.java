package dev.inlay.db.feed;

import dev.inlay.db.Seal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.Nested;

/** What {@link FeedDao} reads and writes. */
interface FeedRows {
    /** A row of table {@code product_feed}, but for who holds it; the login is sealed. */
    record FeedRow(int websiteId, String id, String kind, String name, Optional<String> url,
            Optional<String> format, Optional<Long> intervalSeconds, Optional<byte[]> login, long heldUntilMs,
            @Nested FeedProgress progress) {
        /** The columns that hold a {@link FeedRow}. */
        static final String COLUMNS = """
                website_id, id, kind, name, url, format, interval_seconds, login, held_until_ms, next_run_ms,
                attempted_ms, checked_ms, failures, good_run, good_products AS good_count, etag, last_modified
                """;

        static FeedRow of(int websiteId, String id, FeedKind kind, FeedSettings settings, FeedProgress progress,
                Seal seal) {
            return new FeedRow(websiteId, id, kind.letter(), settings.name(), settings.url(), settings.format(),
                    settings.interval().map(Duration::toSeconds),
                    settings.login().map(login -> seal.close(place(websiteId, id), login.text())), 0, progress);
        }

        FeedSettings settings(Seal seal) {
            return new FeedSettings(name, url, format, intervalSeconds.map(Duration::ofSeconds),
                    login.map(sealed -> SourceLogin.parse(seal.open(place(websiteId, id), sealed))));
        }

        Feed feed(Seal seal) {
            return new Feed(id, websiteId, FeedKind.of(kind), settings(seal), progress.state(heldUntilMs));
        }

        Timetable timetable() {
            return new Timetable(id, intervalSeconds.map(Duration::ofSeconds));
        }

        private static String place(int websiteId, String id) {
            return "product_feed/" + websiteId + "/" + id;
        }
    }

    /** What the row of a feed keeps of its runs, and what becomes of it; times are milliseconds since 1970. */
    record FeedProgress(long nextRunMs, Optional<Long> attemptedMs, Optional<Long> checkedMs, int failures,
            Optional<Integer> goodRun, int goodCount, Optional<String> etag, Optional<String> lastModified) {
        static FeedProgress first(Timetable timetable, long now) {
            return new FeedProgress(timetable.first(now), Optional.empty(), Optional.empty(), 0, Optional.empty(), 0,
                    Optional.empty(), Optional.empty());
        }

        /** An attempt counts as failed until it ends: if it ends the process, the next one does not come at once. */
        FeedProgress begun(Timetable timetable, long attempted) {
            return failed(timetable, attempted, failures + 1);
        }

        FeedProgress imported(Timetable timetable, long attempted, long now, FeedState.GoodRun good) {
            return new FeedProgress(timetable.next(attempted), Optional.of(attempted), Optional.of(now), 0,
                    Optional.of(good.run()), good.count(), good.version().etag(), good.version().lastModified());
        }

        FeedProgress unchanged(Timetable timetable, long attempted, long now) {
            return new FeedProgress(timetable.next(attempted), Optional.of(attempted), Optional.of(now), 0, goodRun,
                    goodCount, etag, lastModified);
        }

        FeedProgress failed(Timetable timetable, long attempted, int times) {
            return new FeedProgress(timetable.retry(attempted, times), Optional.of(attempted), checkedMs, times,
                    goodRun, goodCount, etag, lastModified);
        }

        /** The feed came with its run: what the server calls its own is no longer what stands. */
        FeedProgress uploaded(long now, int run, int count) {
            return new FeedProgress(nextRunMs, attemptedMs, Optional.of(now), failures, Optional.of(run), count,
                    Optional.empty(), Optional.empty());
        }

        /** The feed is to be read from elsewhere, or otherwise: at once, if it runs by itself. */
        FeedProgress withNewSource(Timetable timetable, long now) {
            return new FeedProgress(timetable.first(now), attemptedMs, checkedMs, 0, goodRun, goodCount,
                    Optional.empty(), Optional.empty());
        }

        FeedProgress withNewInterval(Timetable timetable, long now) {
            long next = attemptedMs.map(attempted -> failures == 0 ? timetable.next(attempted)
                    : timetable.retry(attempted, failures)).orElse(timetable.first(now));
            return new FeedProgress(next, attemptedMs, checkedMs, failures, goodRun, goodCount, etag, lastModified);
        }

        FeedState state(long heldUntilMs) {
            SourceVersion version = new SourceVersion(etag, lastModified);
            Optional<Long> next = Optional.of(nextRunMs).filter(millis -> millis != Timetable.NEVER);
            return new FeedState(next.map(Instant::ofEpochMilli), checkedMs.map(Instant::ofEpochMilli), failures,
                    Instant.ofEpochMilli(heldUntilMs),
                    goodRun.map(run -> new FeedState.GoodRun(run, goodCount, version)));
        }
    }
}
