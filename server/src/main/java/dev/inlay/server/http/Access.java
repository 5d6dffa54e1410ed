package dev.inlay.server.http;

import dev.inlay.db.website.ApiKey;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may do what (contract 5): a secret key of the website with the right scope, or the installation key, which is
 * admin on every website. Keys come as {@code Authorization: Bearer} or as {@code ?apiKey=}.
 */
public final class Access {
    private final WebsiteStore websites;
    private final byte[] installationKey;

    public Access(WebsiteStore websites, String installationKey) {
        this.websites = websites;
        this.installationKey = installationKey.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The website that the path names ({@code websiteUuid}), once the request's key may do {@code needed}; 401, 403,
     * 404.
     */
    public Website website(ServerRequest request, Scope needed) {
        String key = key(request).orElseThrow(HttpProblem::unauthorized);
        String uuid = request.path().pathParameters().get("websiteUuid");
        if (isInstallationKey(key)) {
            return websites.find(Routes.uuid(uuid)).orElseThrow(() -> HttpProblem.notFound("no such website"));
        }
        ApiKey known = websites.findKey(key).orElseThrow(HttpProblem::unauthorized);
        Website own = websites.find(known.websiteId()).orElseThrow(HttpProblem::unauthorized);
        check(known, own.uuid().equals(Routes.uuid(uuid)), needed);
        return own;
    }

    /** Demands a key that may do {@code needed} on {@code website}, which a body names; 401, 403. */
    public void demand(ServerRequest request, Website website, Scope needed) {
        String key = key(request).orElseThrow(HttpProblem::unauthorized);
        if (!isInstallationKey(key)) {
            ApiKey known = websites.findKey(key).orElseThrow(HttpProblem::unauthorized);
            check(known, known.websiteId() == website.id(), needed);
        }
    }

    /** Demands the installation key; 401 without a key, 403 with another. */
    public void installation(ServerRequest request) {
        String key = key(request).orElseThrow(HttpProblem::unauthorized);
        if (!isInstallationKey(key)) {
            if (websites.findKey(key).isEmpty()) {
                throw HttpProblem.unauthorized();
            }
            throw HttpProblem.forbidden("the installation key is needed");
        }
    }

    /** Whether the request carries a key that may do {@code needed} on {@code website}. */
    public boolean holdsKey(ServerRequest request, Website website, Scope needed) {
        return key(request).filter(key -> isInstallationKey(key) || websites.findKey(key)
                .filter(known -> known.websiteId() == website.id())
                .filter(known -> known.scope().allows(needed)).isPresent()).isPresent();
    }

    /** Whether the request carries a key that was made for any website, or the installation key. */
    public boolean holdsAnyKey(ServerRequest request) {
        return key(request).filter(key -> isInstallationKey(key) || websites.findKey(key).isPresent()).isPresent();
    }

    /** Whether the request carries any key at all. */
    public boolean carriesKey(ServerRequest request) {
        return key(request).isPresent();
    }

    private static void check(ApiKey key, boolean isOwn, Scope needed) {
        if (!isOwn) {
            throw HttpProblem.forbidden("the key belongs to another website");
        }
        if (!key.scope().allows(needed)) {
            throw HttpProblem.forbidden("the key must have scope " + needed.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether {@code key} is the installation key; takes as long for a wrong one. */
    public boolean isInstallationKey(String key) {
        return MessageDigest.isEqual(installationKey, key.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> key(ServerRequest request) {
        return request.headers().first(HeaderNames.AUTHORIZATION)
                .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(header -> header.substring(7).trim())
                .or(() -> RawQuery.parse(request.query().rawValue()).first("apiKey"))
                .filter(key -> !key.isBlank());
    }
}
