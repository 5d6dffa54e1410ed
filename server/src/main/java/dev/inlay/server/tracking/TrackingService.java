package dev.inlay.server.tracking;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.StoreException;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Cors;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Routes;
import dev.inlay.server.newsletter.ClickReports;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * The tracking API under {@code /serve}: called by browsers of any shop and by back ends. Every answer, also an error,
 * is open to every page and never cached; a success is sent once the data would survive {@code kill -9}.
 */
public final class TrackingService implements HttpService {
    private static final String NOT_TRACKED = "Not tracked for anonymous user";
    /** Far fewer than connections, so that a store that hangs never takes those that pictures need. */
    private static final int UNDER_WAY = 512;

    /** Stores what a call tells; returns the members it ignored. */
    private interface Recording {
        List<String> record(TrackingCall call);
    }

    private final TrackingCalls calls;
    private final Collector collector;
    private final Refusals refusals;
    private final Semaphore underWay = new Semaphore(UNDER_WAY);
    private final Map<String, LongAdder> stored = new ConcurrentHashMap<>();

    public TrackingService(WebsiteStore websites, IdentityStore identities, ActivityStore activities,
            PersonalData personalData, Access access, PublicCalls calls, ClickReports clicks, Refusals refusals) {
        Claims claims = new Claims(personalData, new Signatures(websites));
        this.calls = new TrackingCalls(calls, access, claims);
        this.collector = new Collector(activities, identities, personalData, claims, clicks);
        this.refusals = refusals;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any("/trackingUser", Cors::open).any("/collect/*", Cors::open)
                .post("/trackingUser", refusals.noting("/serve/trackingUser", this::trackingUser));
        collect(rules, "/collect/pageview", "Page view tracked", collector::pageview);
        collect(rules, "/collect/cart", "Cart tracked", collector::cart);
        collect(rules, "/collect/conversion", "Conversion tracked", collector::conversion);
        collect(rules, "/collect/customerId", "Customer ID set", collector::customerId);
        collect(rules, "/collect/email", "Email set", collector::email);
        collect(rules, "/collect/click", "Click tracked", collector::click);
        for (String path : List.of("/trackingUser", "/collect/pageview", "/collect/cart", "/collect/conversion",
                "/collect/customerId", "/collect/email", "/collect/click")) {
            rules.options(path, Cors::preflight).any(path, Routes.methodNotAllowed("POST, OPTIONS"));
        }
    }

    /** How many calls of {@code path}, such as {@code /collect/cart}, were stored; opted-out ones are not. */
    public long stored(String path) {
        return counter(path).sum();
    }

    private LongAdder counter(String path) {
        return stored.computeIfAbsent(path, ignored -> new LongAdder());
    }

    private void collect(HttpRules rules, String path, String message, Recording recording) {
        rules.post(path, refusals.noting("/serve" + path, (request, response) -> {
            TrackingCall call = calls.read(request);
            if (call.caller() instanceof Caller.OptedOut) {
                Answer.json(response, Status.OK_200, success(NOT_TRACKED, List.of()));
            } else {
                List<String> ignored = record(recording, call);
                counter(path).increment();
                Answer.json(response, Status.OK_200, success(message, ignored));
            }
        }));
    }

    private List<String> record(Recording recording, TrackingCall call) {
        if (!underWay.tryAcquire()) {
            throw new StoreException.Busy("too many tracking calls are under way");
        }
        try {
            return recording.record(call);
        } finally {
            underWay.release();
        }
    }

    private void trackingUser(ServerRequest request, ServerResponse response) {
        calls.readWithoutShopper(request);
        Answer.json(response, Status.OK_200, Json.object().put("id", TrackingUserId.random().value()));
    }

    private static ObjectNode success(String message, List<String> ignored) {
        ObjectNode answer = Json.object().put("success", true).put("message", message);
        if (!ignored.isEmpty()) {
            ignored.forEach(answer.putArray("ignored")::add);
        }
        return answer;
    }
}
