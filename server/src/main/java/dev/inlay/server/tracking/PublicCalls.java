package dev.inlay.server.tracking;

import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.bounds.Bounds;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Members;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads how every public call begins (contract 2), in the order of the contract: content type, size, JSON, website.
 * Before anything is read, a call without a secret key is counted for the address it comes from.
 */
public final class PublicCalls {
    private final WebsiteStore websites;
    private final Access access;
    private final Bounds bounds;

    public PublicCalls(WebsiteStore websites, Access access, Bounds bounds) {
        this.websites = websites;
        this.access = access;
        this.bounds = bounds;
    }

    /** 429, 415, 413 or 400 if it is no good call. */
    public PublicCall read(ServerRequest request) {
        if (!access.holdsAnyKey(request)) {
            bounds.byAddress(request);
        }
        if (!Body.isOfType(request, "application/json", "text/plain")) {
            throw HttpProblem.unsupportedMediaType("application/json or text/plain");
        }
        Members members = new Members(Body.object(request));
        Website website = website(members);
        Refusals.belongsTo(request, website);
        return new PublicCall(website, members);
    }

    /** Who {@code trackingUserId} is, if the call names one; 400 if it is malformed. */
    public static Optional<TrackingUserId> trackingUser(PublicCall call) {
        return call.members().text("trackingUserId").map(id -> {
            try {
                return new TrackingUserId(id);
            } catch (IllegalArgumentException e) {
                throw call.members().wrong("trackingUserId", "must be 24 hex characters", id);
            }
        });
    }

    /**
     * Counts {@code call} for its website and, if it was made without a key of the website, for {@code trackingUser};
     * 429 beyond a limit.
     */
    public void count(PublicCall call, Optional<TrackingUserId> trackingUser, boolean withKey) {
        if (!withKey) {
            trackingUser.ifPresent(id -> bounds.byTrackingUser(call.website(), id));
        }
        bounds.byWebsite(call.website());
    }

    private Website website(Members members) {
        String uuid = members.text("websiteUuid").orElseThrow(() -> members.missing("websiteUuid"));
        return parse(uuid).flatMap(websites::find)
                .orElseThrow(() -> members.wrong("websiteUuid", "must be a known website", uuid));
    }

    private static Optional<UUID> parse(String uuid) {
        try {
            return Optional.of(UUID.fromString(uuid));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
