package dev.inlay.server.tracking;

import dev.inlay.db.StoreException;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.HttpProblem;
import io.helidon.http.HttpException;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tracking calls that this node refused since it started, for the operator: the {@value #KEPT} different ones of each
 * website that came last, of the {@value #MOST_WEBSITES} websites that were refused last, and
 * {@value #KEPT_OF_NONE} of no website. Messages are those the callers got, which never hold an address. Nothing of
 * it is stored.
 */
public final class Refusals {
    static final int KEPT = 100;
    static final int KEPT_OF_NONE = 50;
    static final int MOST_WEBSITES = 200;
    /** Stands for calls that named no website of ours. */
    private static final int NO_WEBSITE = 0;

    private final Map<Integer, Map<Key, Refusal>> kept = new LinkedHashMap<>();
    private final InstantSource time;

    /**
     * Calls that were refused alike.
     *
     * @param count how often
     * @param last when that happened last
     */
    public record Refusal(String path, int status, String message, long count, Instant last) { }

    record Key(String path, int status, String message) { }

    public Refusals(InstantSource time) {
        this.time = time;
    }

    /** Those of a website, the last one first. */
    public List<Refusal> of(Website website) {
        return list(website.id());
    }

    /** Those that named no website of ours, the last one first. */
    public List<Refusal> withoutWebsite() {
        return list(NO_WEBSITE);
    }

    /** {@code handler}; what it refuses is noted under {@code path}, for the website that {@link #belongsTo} told. */
    public Handler noting(String path, Handler handler) {
        return (request, response) -> {
            try {
                handler.handle(request, response);
            } catch (HttpProblem e) {
                note(request, path, e.status(), e.getMessage());
                throw e;
            } catch (StoreException.Busy e) {
                note(request, path, Status.SERVICE_UNAVAILABLE_503, "Overloaded, please try again");
                throw e;
            } catch (HttpException e) {
                note(request, path, e.status(), e.status().reasonPhrase());
                throw e;
            } catch (Exception e) {
                note(request, path, Status.INTERNAL_SERVER_ERROR_500, "Internal error");
                throw e;
            }
        };
    }

    /** Tells whose call {@code request} is, as soon as that is known. */
    static void belongsTo(ServerRequest request, Website website) {
        request.context().register(website);
    }

    private void note(ServerRequest request, String path, Status status, String message) {
        int websiteId = request.context().get(Website.class).map(Website::id).orElse(NO_WEBSITE);
        note(websiteId, new Key(path, status.code(), message));
    }

    synchronized void note(int websiteId, Key key) {
        Map<Key, Refusal> own = kept.remove(websiteId);
        Map<Key, Refusal> noted = own == null ? new LinkedHashMap<>() : own;
        Refusal before = noted.remove(key);
        long count = before == null ? 1 : before.count() + 1;
        noted.put(key, new Refusal(key.path(), key.status(), key.message(), count, time.instant()));
        limit(noted, websiteId == NO_WEBSITE ? KEPT_OF_NONE : KEPT);
        kept.put(websiteId, noted);
        limit(kept, MOST_WEBSITES);
    }

    /** Drops the oldest entry if there are more than {@code most}. */
    private static void limit(Map<?, ?> entries, int most) {
        if (entries.size() > most) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    private synchronized List<Refusal> list(int websiteId) {
        return List.copyOf(kept.getOrDefault(websiteId, Map.of()).values()).reversed();
    }
}
