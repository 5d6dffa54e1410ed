package dev.inlay.server.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.statistics.RequestClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Finds clicks of programs that look like persons: three slots of a recipient within two seconds, and a click repeated
 * by another client within 15 seconds, of which the first counts. One thread at a time; remembers 50,000 recipients,
 * and of each the last 50 clicks.
 *
 * <p>All who are not named look like one recipient: of them only the three slots tell, by one client.
 */
final class Suspicion {
    private static final int MOST = 50_000;
    private static final int MOST_CLICKS = 50;
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final Duration HASTE = Duration.ofSeconds(2);
    private static final int HASTY_SLOTS = 3;
    private static final Duration ECHO = Duration.ofSeconds(15);

    private record Clicker(int websiteId, String campaignId, String recipient, int client) { }

    private record Target(LetterKey letter, int slot) { }

    private final Cache<LetterKey, Long> pictures = cache();
    private final Cache<Clicker, Deque<SeenClick>> clicks = cache();
    private final Cache<Target, SeenClick> first = cache();

    /** @param begun when it was asked for, by {@link System#nanoTime()} */
    void picture(LetterKey letter, long begun) {
        pictures.asMap().putIfAbsent(letter, begun);
    }

    /** Whether a picture of the letter was asked for shortly before; any thread may ask. */
    boolean hasSeenPicture(SeenClick click) {
        Long begun = pictures.getIfPresent(click.letter());
        return begun != null && begun - click.begun() < 0;
    }

    /** Which clicks turn out to be none of a person, now that {@code click} has come: it, and earlier ones. */
    Set<SeenClick> click(SeenClick click) {
        if (click.requestClass() != RequestClass.PERSON) {
            return Set.of();
        }
        Deque<SeenClick> recent = recent(click);
        boolean isHasty = recent.stream().map(SeenClick::slot).distinct().count() >= HASTY_SLOTS;
        if (isHasty) {
            return Set.copyOf(recent);
        }
        return click.unnamed().isEmpty() && isEcho(click) ? Set.of(click) : Set.of();
    }

    private Deque<SeenClick> recent(SeenClick click) {
        LetterKey letter = click.letter();
        Clicker clicker = new Clicker(letter.websiteId(), letter.campaignId(), letter.recipient(),
                click.unnamed().isEmpty() ? 0 : click.client());
        Deque<SeenClick> recent = clicks.get(clicker, ignored -> new ArrayDeque<>());
        Instant begin = click.at().minus(HASTE);
        while (recent.size() >= MOST_CLICKS || !recent.isEmpty() && recent.getFirst().at().isBefore(begin)) {
            recent.removeFirst();
        }
        recent.addLast(click);
        return recent;
    }

    private boolean isEcho(SeenClick click) {
        Target target = new Target(click.letter(), click.slot());
        SeenClick before = first.getIfPresent(target);
        if (before != null && !before.at().isBefore(click.at().minus(ECHO)) && before.client() != click.client()) {
            return true;
        }
        first.put(target, click);
        return false;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();
    }
}
