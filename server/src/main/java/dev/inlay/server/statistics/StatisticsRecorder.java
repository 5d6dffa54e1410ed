package dev.inlay.server.statistics;

import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.statistics.Click;
import dev.inlay.db.statistics.StatisticsStore;
import dev.inlay.server.newsletter.Audience;
import dev.inlay.server.newsletter.LockKeys;
import dev.inlay.server.newsletter.TileObserver;
import dev.inlay.server.newsletter.TileVisit;
import dev.inlay.server.newsletter.TileVisit.TileLetter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts every picture and click, and stores the counts about once a second.
 *
 * <p>A tile never waits for it: a visit goes into a bounded queue, one thread counts it in memory, another asks and
 * writes the store. While the store is away counts are kept and written later. What finds no room in queue or memory,
 * or what the store refuses again and again, is {@link #dropped()}. The end of the process by force costs what was not
 * yet stored, about a second.
 */
public final class StatisticsRecorder implements TileObserver, AutoCloseable {
    private static final Logger LOG = System.getLogger(StatisticsRecorder.class.getName());
    private static final int QUEUE = 10_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSING = Duration.ofMillis(1_500);

    /** What the queue holds. */
    private sealed interface Seen {
        /** @param begun when it was asked for, by {@link System#nanoTime()} */
        record Visit(TileVisit visit, TileLetter letter, Instant at, long begun) implements Seen { }

        /** Somebody wants to know when all before it is stored. */
        record Waiting(CompletableFuture<Void> stored) implements Seen { }
    }

    private final InstantSource time;
    private final BlockingQueue<Seen> queue = new LinkedBlockingQueue<>(QUEUE);
    private final LongAdder dropped = new LongAdder();
    private final String nobody;
    private final Tally tally = new Tally();
    private final Suspicion suspicion = new Suspicion();
    private final Audiences audiences = new Audiences();
    private final TallyStoring storing;
    private final Thread counter;
    private volatile boolean closed;

    public StatisticsRecorder(StatisticsStore store, LockHistory locks, LockKeys keys, InstantSource time) {
        this.time = time;
        nobody = HexFormat.of().formatHex(keys.ofNobody());
        storing = new TallyStoring(tally, new CountedRows(nobody, audiences, locks, suspicion),
                new BatchWriter(store), PAUSE, dropped::add);
        counter = Thread.ofPlatform().daemon().name("statistics-counter").start(this::countAll);
    }

    @Override
    public void visited(TileVisit visit) {
        if (!visit.head() && visit.letter().isPresent()) {
            long begun = System.nanoTime() - visit.took().toNanos();
            if (!queue.offer(new Seen.Visit(visit, visit.letter().get(), time.instant(), begun))) {
                dropped.increment();
            }
        }
    }

    /** How many visits were not counted since the start, for lack of room or refused by the store. */
    public long dropped() {
        return dropped.sum();
    }

    /** Drops what it knows of readers, some of whom were erased. */
    public void forgetReaders() {
        audiences.forget();
    }

    /** Waits until every visit of before is stored or dropped, at most {@code patience}; returns whether it is. */
    public boolean flush(Duration patience) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        return queue.offer(new Seen.Waiting(stored)) && stored.thenApply(ignored -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** Stores what was counted, if the store takes it within a second or two. */
    @Override
    public void close() {
        if (!flush(CLOSING)) {
            LOG.log(Level.WARNING, "the last counts of pictures and clicks could not be stored");
        }
        closed = true;
        storing.close();
    }

    private void countAll() {
        while (!closed) {
            try {
                Seen seen = queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (seen != null) {
                    count(seen);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                dropped.increment();
                LOG.log(Level.WARNING, "a visit could not be counted: {0}", e.getClass().getName());
            }
        }
    }

    private void count(Seen seen) {
        boolean counted = switch (seen) {
            case Seen.Waiting(CompletableFuture<Void> stored) -> {
                tally.tellWhenStored(stored);
                yield true;
            }
            case Seen.Visit visit -> switch (visit.visit().kind()) {
                case PICTURE -> picture(visit);
                case CLICK -> click(visit);
            };
        };
        if (!counted) {
            dropped.increment();
        }
    }

    private boolean picture(Seen.Visit seen) {
        suspicion.picture(LetterKey.of(seen.letter()), seen.begun());
        return tally.picture(seen.visit(), seen.letter(), unnamed(seen.letter()), seen.at());
    }

    private boolean click(Seen.Visit seen) {
        TileVisit visit = seen.visit();
        Click.Key key = new Click.Key(seen.letter().campaignId(), seen.at().truncatedTo(ChronoUnit.MILLIS),
                ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
        SeenClick click = new SeenClick(LetterKey.of(seen.letter()), key, visit.slot(), visit.productNumber(),
                visit.requestClass(), seen.letter().arm(), unnamed(seen.letter()), visit.client(), seen.begun());
        return tally.click(click, seen.letter(), suspicion.click(click));
    }

    /** Why the letter names nobody, which its URL tells; empty if it names somebody, of whom the store must tell. */
    private Optional<Audience> unnamed(TileLetter letter) {
        return letter.recipient().equals(nobody) ? Optional.of(letter.audience().get()) : Optional.empty();
    }
}
