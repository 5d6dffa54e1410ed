package dev.inlay.server.bounds;

import dev.inlay.server.http.Peer;
import dev.inlay.server.http.TooManyCalls;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Keeps people from guessing the installation key in the console: {@value #PER_MINUTE} wrong ones a minute from one
 * client address, or the /64 network of an IPv6 one. Beyond that no key is looked at, be it the right one. In memory,
 * each node for itself.
 */
public final class SignInTries {
    private static final int PER_MINUTE = 5;

    private final Quota<Network> tries;

    public SignInTries(InstantSource time) {
        tries = new Quota<>(PER_MINUTE, time);
    }

    /** Counts a try before its key is looked at, so that many at once are no way round; 429 if there were too many. */
    public void take(ServerRequest request) {
        Duration wait = tries.take(from(request));
        if (wait.isPositive()) {
            throw new TooManyCalls("Too many wrong keys came from here. Please try again in a minute.", wait);
        }
    }

    /** Counts a try no longer: its key was the right one. */
    public void giveBack(ServerRequest request) {
        tries.giveBack(from(request));
    }

    private static Network from(ServerRequest request) {
        return Network.of(Peer.origin(request));
    }
}
