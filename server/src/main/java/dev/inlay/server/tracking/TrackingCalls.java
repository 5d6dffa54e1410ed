package dev.inlay.server.tracking;

import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Members;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/** Reads the envelope of tracking calls: as of all public calls, then the shopper. */
final class TrackingCalls {
    private final PublicCalls calls;
    private final Access access;
    private final Claims claims;

    TrackingCalls(PublicCalls calls, Access access, Claims claims) {
        this.calls = calls;
        this.access = access;
        this.claims = claims;
    }

    TrackingCall read(ServerRequest request) {
        PublicCall call = calls.read(request);
        boolean fromBackEnd = access.holdsKey(request, call.website(), Scope.INGEST);
        Optional<TrackingUserId> trackingUser = PublicCalls.trackingUser(call);
        Caller caller = trackingUser.map(TrackingCalls::caller).orElseGet(() -> account(request, call));
        calls.count(call, trackingUser, fromBackEnd);
        return new TrackingCall(call.website(), caller, fromBackEnd, call.members());
    }

    /** A call that names nobody. */
    void readWithoutShopper(ServerRequest request) {
        calls.count(calls.read(request), Optional.empty(), false);
    }

    private Caller account(ServerRequest request, PublicCall call) {
        Members members = call.members();
        if (!access.carriesKey(request)) {
            throw members.missing("trackingUserId");
        }
        access.demand(request, call.website(), Scope.INGEST);
        return new Caller.Account(members.id("customerId").map(raw -> claims.customer(members, "customerId", raw))
                .orElseThrow(() -> members.missing("trackingUserId or customerId")));
    }

    private static Caller caller(TrackingUserId trackingUser) {
        return trackingUser.equals(TrackingUserId.OPTED_OUT) ? new Caller.OptedOut()
                : new Caller.Browser(trackingUser);
    }
}
