package dev.inlay.server.metrics;

import java.time.Duration;
import java.util.Arrays;

/** Upper bounds of histograms. */
final class Buckets {
    /** From a picture out of memory to the most that a mail ever waits. */
    static final Duration[] LATENCY = milliseconds(0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 1_500, 2_000);
    /** From reading a coded tile to drawing on a machine that has other work to do. */
    static final Duration[] DRAWING = milliseconds(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000);
    /** From a tile that only has to be put together to live text in full colour on a machine with other work to do. */
    static final Duration[] OPENING = milliseconds(0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50);
    /** From a commit that goes to memory to one that hardly ends. */
    static final Duration[] COMMIT = milliseconds(0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000);
    /** Entries of a group. */
    static final double[] GROUP = {1, 2, 5, 10, 20, 50, 100, 200, 500};

    private Buckets() {
    }

    private static Duration[] milliseconds(double... bounds) {
        return Arrays.stream(bounds).mapToObj(bound -> Duration.ofNanos(Math.round(bound * 1_000_000)))
                .toArray(Duration[]::new);
    }
}
