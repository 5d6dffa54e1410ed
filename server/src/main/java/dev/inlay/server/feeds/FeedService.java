package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.feed.Feed;
import dev.inlay.db.feed.FeedKind;
import dev.inlay.db.feed.FeedStore;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Page;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.http.Routes;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.InstantSource;
import java.util.Optional;

/** Feeds of one kind and their runs over HTTP (contract 5.2 and 5.3), under {@code /api/websites}. */
public final class FeedService implements HttpService {
    private final FeedKind kind;
    private final Access access;
    private final FeedStore feeds;
    private final FeedRuns runs;
    private final InstantSource time;

    public FeedService(FeedKind kind, Access access, FeedStore feeds, FeedRuns runs, InstantSource time) {
        this.kind = kind;
        this.access = access;
        this.feeds = feeds;
        this.runs = runs;
        this.time = time;
    }

    @Override
    public void routing(HttpRules rules) {
        String path = switch (kind) {
            case PRODUCTS -> "/{websiteUuid}/productfeeds";
            case ORDERS -> "/{websiteUuid}/orderfeeds";
        };
        rules.post(path, this::create)
                .get(path, this::list)
                .any(path, Routes.methodNotAllowed("GET, POST"))
                .get(path + "/{feedId}", this::show)
                .patch(path + "/{feedId}", this::change)
                .delete(path + "/{feedId}", this::delete)
                .any(path + "/{feedId}", Routes.methodNotAllowed("GET, PATCH, DELETE"))
                .post(path + "/{feedId}/runs", this::run)
                .get(path + "/{feedId}/runs", this::listRuns)
                .any(path + "/{feedId}/runs", Routes.methodNotAllowed("GET, POST"))
                .get(path + "/{feedId}/runs/{run}", this::showRun)
                .any(path + "/{feedId}/runs/{run}", Routes.methodNotAllowed("GET"));
    }

    private void create(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        Feed feed = feeds.create(website.id(), kind, FeedSettingsParser.parse(kind, Body.object(request)));
        Answer.json(response, Status.CREATED_201, Json.object().put("id", feed.id()));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray(kind == FeedKind.PRODUCTS ? "productFeeds" : "orderFeeds");
        feeds.list(website.id(), kind).forEach(feed -> list.add(json(feed)));
        Answer.json(response, Status.OK_200, answer);
    }

    private void show(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        Answer.json(response, Status.OK_200, json(feed(website, request)));
    }

    private void change(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        String id = feed(website, request).id();
        ObjectNode patch = Body.object(request);
        Feed changed = feeds.update(website.id(), id, before -> FeedSettingsParser.change(kind, before, patch))
                .orElseThrow(this::noSuchFeed);
        Answer.json(response, Status.OK_200, json(changed));
    }

    private void delete(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        runs.delete(website, feed(website, request));
        Answer.noContent(response);
    }

    private void listRuns(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        Feed feed = feed(website, request);
        Page page = Page.from(request);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("runs");
        feeds.runs(website.id(), feed.id(), page.offset(), page.size())
                .forEach(run -> list.add(FeedJson.listed(kind, run)));
        answer.putObject("meta").put("total", feeds.countRuns(website.id(), feed.id()))
                .put("page", page.number()).put("pageSize", page.size());
        Answer.json(response, Status.OK_200, answer);
    }

    private void run(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        Feed feed = feed(website, request);
        boolean force = RawQuery.parse(request.query().rawValue()).first("force").filter("true"::equals).isPresent();
        Answer.json(response, Status.OK_200, runs.run(website, feed, FeedUpload.source(request, feed, runs), force));
    }

    private void showRun(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        String run = request.path().pathParameters().get("run");
        Feed feed = feed(website, request);
        Optional<ObjectNode> report = run.matches("[0-9]{1,9}")
                ? runs.find(website, feed, Integer.parseInt(run)) : Optional.empty();
        Answer.json(response, Status.OK_200, report.orElseThrow(() -> HttpProblem.notFound("no such run")));
    }

    private ObjectNode json(Feed feed) {
        return FeedJson.feed(feed, feeds.runs(feed.websiteId(), feed.id(), 0, 1).stream().findFirst(), time.instant());
    }

    private Feed feed(Website website, ServerRequest request) {
        return feeds.find(website.id(), request.path().pathParameters().get("feedId"))
                .filter(feed -> feed.kind() == kind).orElseThrow(this::noSuchFeed);
    }

    private HttpProblem noSuchFeed() {
        return HttpProblem.notFound(kind == FeedKind.PRODUCTS ? "no such product feed" : "no such order feed");
    }
}
