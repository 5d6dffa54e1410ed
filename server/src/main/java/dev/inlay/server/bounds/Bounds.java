package dev.inlay.server.bounds;

import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Peer;
import dev.inlay.server.http.TooManyCalls;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Keeps callers within their {@link CallLimits}: in memory, each node for itself. What is beyond is refused. */
public final class Bounds {
    private record Shopper(int websiteId, TrackingUserId id) { }

    private final Quota<Shopper> trackingUsers;
    private final Quota<Integer> websites;
    private final Quota<Network> addresses;
    private final Map<Limit, LongAdder> refused = new EnumMap<>(Limit.class);

    public Bounds(CallLimits limits, InstantSource time) {
        trackingUsers = new Quota<>(limits.perTrackingUser(), time);
        websites = new Quota<>(limits.perWebsite(), time);
        addresses = new Quota<>(limits.perAddress(), time);
        for (Limit limit : Limit.values()) {
            refused.put(limit, new LongAdder());
        }
    }

    /** Counts a call for the address it comes from; 429 beyond the limit. */
    public void byAddress(ServerRequest request) {
        if (addresses.perMinute() > 0) {
            count(Limit.ADDRESS, addresses, Network.of(Peer.origin(request)));
        }
    }

    /** Counts a call for its website; 429 beyond the limit. */
    public void byWebsite(Website website) {
        count(Limit.WEBSITE, websites, website.id());
    }

    /** Counts a call for its tracking user; 429 beyond the limit. Who opted out shares an id that has none. */
    public void byTrackingUser(Website website, TrackingUserId trackingUser) {
        if (!trackingUser.equals(TrackingUserId.OPTED_OUT)) {
            count(Limit.TRACKING_USER, trackingUsers, new Shopper(website.id(), trackingUser));
        }
    }

    /** How many calls were refused for {@code limit} since the start. */
    public long refused(Limit limit) {
        return refused.get(limit).sum();
    }

    private <K> void count(Limit limit, Quota<K> quota, K key) {
        Duration wait = quota.take(key);
        if (wait.isPositive()) {
            refused.get(limit).increment();
            throw new TooManyCalls(limit.rule(quota.perMinute()), wait);
        }
    }
}
