package dev.inlay.server.recoms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.History;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Cors;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Routes;
import dev.inlay.server.newsletter.CampaignPicks;
import dev.inlay.server.newsletter.PersonParser;
import dev.inlay.server.tracking.PublicCall;
import dev.inlay.server.tracking.PublicCalls;
import dev.inlay.server.tracking.Refusals;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code POST /serve/recoms} (contract 5): products for the boxes of a page, asked for by the browser that shows it. It
 * names its tracking user; a customer or an address takes a key that may read. Never locks, stores nothing.
 */
public final class RecomsService implements HttpService, AutoCloseable {
    private static final String PATH = "/recoms";
    private static final int MAX_REQUESTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PublicCalls calls;
    private final Refusals refusals;
    private final Access access;
    private final PersonParser persons;
    private final CampaignPicks picks;
    private final Boxes boxes;
    private final PickingThreads threads;

    public RecomsService(PublicCalls calls, Refusals refusals, Access access, PersonParser persons,
            CampaignPicks picks, CatalogueStore catalogues, InstantSource time) {
        this(calls, refusals, access, persons, picks, catalogues, time, PATIENCE);
    }

    /** Refuses whatever is not picked within {@code patience}. */
    RecomsService(PublicCalls calls, Refusals refusals, Access access, PersonParser persons,
            CampaignPicks picks, CatalogueStore catalogues, InstantSource time, Duration patience) {
        this.calls = calls;
        this.refusals = refusals;
        this.access = access;
        this.persons = persons;
        this.picks = picks;
        this.boxes = new Boxes(catalogues, picks, time);
        this.threads = new PickingThreads(patience);
    }

    @Override
    public void routing(HttpRules rules) {
        rules.any(PATH, Cors::open)
                .post(PATH, refusals.noting("/serve/recoms", this::recommend))
                .options(PATH, Cors::preflight)
                .any(PATH, Routes.methodNotAllowed("POST, OPTIONS"));
    }

    private void recommend(ServerRequest request, ServerResponse response) throws Exception {
        PublicCall call = calls.read(request);
        boolean withKey = access.holdsKey(request, call.website(), Scope.READ);
        demandKey(call.members(), withKey);
        calls.count(call, PublicCalls.trackingUser(call), withKey);
        List<JsonNode> requests = requests(call.members());
        History history = history(call);
        ArrayNode responses = threads.run(() -> boxes.fill(call.website(), history, requests));
        ObjectNode answer = Json.object().put("success", true);
        answer.set("responses", responses);
        Answer.json(response, Status.OK_200, answer);
    }

    private static void demandKey(Members members, boolean withKey) {
        if (!withKey && (members.present("customerId").isPresent() || members.present("email").isPresent())) {
            throw HttpProblem.forbidden("customerId and email need a key of scope read");
        }
    }

    private History history(PublicCall call) {
        Website website = call.website();
        Identity identity = persons.ofPage(website, call.members());
        return picks.history(website.id(), identity);
    }

    private static List<JsonNode> requests(Members members) {
        JsonNode given = members.present("requests").orElseThrow(() -> members.missing("requests"));
        if (!given.isArray()) {
            throw members.wrong("requests", "must be a list", given);
        }
        if (given.size() > MAX_REQUESTS) {
            throw members.wrong("requests", "must have at most " + MAX_REQUESTS + " entries", given.size());
        }
        List<JsonNode> requests = new ArrayList<>();
        given.forEach(requests::add);
        return requests;
    }

    @Override
    public void close() {
        threads.close();
    }
}
