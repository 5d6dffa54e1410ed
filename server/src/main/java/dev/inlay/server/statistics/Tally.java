package dev.inlay.server.statistics;

import dev.inlay.db.campaign.Arm;
import dev.inlay.server.newsletter.Audience;
import dev.inlay.server.newsletter.TileVisit;
import dev.inlay.server.newsletter.TileVisit.TileLetter;
import dev.inlay.server.statistics.Counted.Cell;
import dev.inlay.server.statistics.Counted.Compared;
import dev.inlay.server.statistics.Counted.For;
import dev.inlay.server.statistics.Counted.Neutral;
import dev.inlay.server.statistics.Counted.Opening;
import dev.inlay.server.statistics.Counted.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Adds up what one thread counts until another takes it to the store. Bounded: what finds no room is not counted, and
 * its caller is told.
 */
final class Tally {
    private static final int MOST = 100_000;

    private Counted counted = Counted.nothing();

    /** Counts a picture; {@code unnamed} says why it names nobody. Returns whether there was room. */
    synchronized boolean picture(TileVisit visit, TileLetter letter, Optional<Audience> unnamed, Instant at) {
        if (counted.size() >= MOST) {
            return false;
        }
        Cell cell = new Cell(letter.websiteId(), letter.campaignId(), LocalDate.ofInstant(at, ZoneOffset.UTC),
                visit.slot(), visit.requestClass());
        counted.shown().merge(new Shown(cell, visit.productNumber()), 1L, Long::sum);
        visit.neutral().ifPresent(reason -> counted.neutral().merge(new Neutral(cell, reason), 1L, Long::sum));
        if (letter.arm() != Arm.NONE) {
            counted.arms().merge(new Compared(cell, letter.arm()), 1L, Long::sum);
        }
        LetterKey key = LetterKey.of(letter);
        if (unnamed.isPresent()) {
            counted.unnamed().merge(new For(cell, unnamed.get()), 1L, Long::sum);
        } else {
            counted.openings().merge(new Opening(cell, key), 1L, Long::sum);
            counted.letters().putIfAbsent(key, letter);
        }
        return true;
    }

    /** Counts a click, and that these (which may include it) were none of a person; returns whether there was room. */
    synchronized boolean click(SeenClick click, TileLetter letter, Collection<SeenClick> suspects) {
        if (counted.size() >= MOST) {
            return false;
        }
        counted.clicks().add(click);
        counted.suspects().addAll(suspects);
        counted.letters().putIfAbsent(click.letter(), letter);
        return true;
    }

    /** Completes {@code stored} once all that was counted before is stored. */
    synchronized void tellWhenStored(CompletableFuture<Void> stored) {
        counted.waiting().add(stored);
        notifyAll();
    }

    /** Takes what was counted after a while, or at once if somebody waits for it. */
    synchronized Counted take(Duration pause) throws InterruptedException {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toMillis(); left > 0 && counted.waiting().isEmpty();
                left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        Counted taken = counted;
        counted = Counted.nothing();
        return taken;
    }
}
