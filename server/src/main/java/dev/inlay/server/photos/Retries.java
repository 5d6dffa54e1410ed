package dev.inlay.server.photos;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When photos that failed are tried again: after 15 minutes, then four times later each time, at most daily. */
final class Retries {
    private static final Duration FIRST = Duration.ofMinutes(15);
    private static final Duration LAST = Duration.ofDays(1);
    private static final int MAX_REMEMBERED = 100_000;
    private static final int PATIENT = 3;

    /** A photo of a website. */
    record Key(int websiteId, String url) { }

    private record Failure(int times, Instant due) { }

    private final InstantSource time;
    private final Map<Key, Failure> failures = new HashMap<>();

    Retries(InstantSource time) {
        this.time = time;
    }

    synchronized void failed(Key key) {
        if (failures.size() < MAX_REMEMBERED || failures.containsKey(key)) {
            int times = failures.containsKey(key) ? failures.get(key).times() + 1 : 1;
            Duration wait = FIRST.multipliedBy(1L << Math.min(2 * (times - 1), 20));
            failures.put(key, new Failure(times, time.instant().plus(wait.compareTo(LAST) > 0 ? LAST : wait)));
        }
    }

    synchronized void succeeded(Key key) {
        failures.remove(key);
    }

    /** Whether a run of its feed may try it once more: yes, until it has failed a few times in a row. */
    synchronized boolean mayTry(Key key) {
        Failure failure = failures.get(key);
        return failure == null || failure.times() <= PATIENT || !time.instant().isBefore(failure.due());
    }

    /** Photos whose time has come; each is named once for each failure. */
    synchronized List<Key> due() {
        Instant now = time.instant();
        List<Key> due = new ArrayList<>();
        failures.replaceAll((key, failure) -> {
            if (now.isBefore(failure.due())) {
                return failure;
            }
            due.add(key);
            return new Failure(failure.times(), now.plus(LAST));
        });
        return due;
    }
}
