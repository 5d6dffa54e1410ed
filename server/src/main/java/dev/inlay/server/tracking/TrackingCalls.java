package dev.inlay.server.tracking;

import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Members;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.UUID;

/** Reads the envelope of tracking calls, in the order of the contract: content type, size, JSON, website, shopper. */
final class TrackingCalls {
    private final WebsiteStore websites;
    private final Access access;
    private final Claims claims;

    TrackingCalls(WebsiteStore websites, Access access, Claims claims) {
        this.websites = websites;
        this.access = access;
        this.claims = claims;
    }

    TrackingCall read(ServerRequest request) {
        Members members = members(request);
        Website website = website(members);
        Refusals.belongsTo(request, website);
        boolean fromBackEnd = access.holdsKey(request, website, Scope.INGEST);
        return new TrackingCall(website, caller(request, website, members), fromBackEnd, members);
    }

    /** The body of {@code request}; 415, 413 and 400 else. */
    static Members members(ServerRequest request) {
        if (!Body.isOfType(request, "application/json", "text/plain")) {
            throw HttpProblem.unsupportedMediaType("application/json or text/plain");
        }
        return new Members(Body.object(request));
    }

    /** The website that {@code members} name. */
    Website website(Members members) {
        return website(websites, members);
    }

    static Website website(WebsiteStore websites, Members members) {
        String uuid = members.text("websiteUuid").orElseThrow(() -> members.missing("websiteUuid"));
        return parse(uuid).flatMap(websites::find)
                .orElseThrow(() -> members.wrong("websiteUuid", "must be a known website", uuid));
    }

    private Caller caller(ServerRequest request, Website website, Members members) {
        Optional<String> id = members.text("trackingUserId");
        if (id.isPresent()) {
            return caller(members, id.get());
        }
        if (!access.carriesKey(request)) {
            throw members.missing("trackingUserId");
        }
        access.demand(request, website, Scope.INGEST);
        return new Caller.Account(members.id("customerId").map(raw -> claims.customer(members, "customerId", raw))
                .orElseThrow(() -> members.missing("trackingUserId or customerId")));
    }

    private static Caller caller(Members members, String id) {
        try {
            TrackingUserId trackingUser = new TrackingUserId(id);
            return trackingUser.equals(TrackingUserId.OPTED_OUT) ? new Caller.OptedOut()
                    : new Caller.Browser(trackingUser);
        } catch (IllegalArgumentException e) {
            throw members.wrong("trackingUserId", "must be 24 hex characters", id);
        }
    }

    private static Optional<UUID> parse(String uuid) {
        try {
            return Optional.of(UUID.fromString(uuid));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
