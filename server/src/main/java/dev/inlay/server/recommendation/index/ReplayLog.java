package dev.inlay.server.recommendation.index;

import dev.inlay.db.website.Website;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Tells every ten seconds how far a replay is that takes long, and in the end how long it took. */
final class ReplayLog {
    private static final Logger LOG = System.getLogger(ReplayLog.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Website website;
    private final long begin = System.nanoTime();
    private long told = begin;
    private long events;

    ReplayLog(Website website) {
        this.website = website;
    }

    void read(int more) {
        events += more;
        long now = System.nanoTime();
        if (now - told >= PERIOD.toNanos()) {
            told = now;
            LOG.log(Level.INFO, "website {0}: {1} events replayed in {2} s, going on", website.uuid(),
                    events, took().toSeconds());
        }
    }

    /** Tells how a long replay ended; of a short one nothing. */
    void end() {
        if (told != begin) {
            LOG.log(Level.INFO, "website {0}: all {1} events replayed in {2} s", website.uuid(), events,
                    took().toSeconds());
        }
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
