package dev.inlay.server.feeds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.ProductFeed;
import dev.inlay.db.catalogue.ProductFeedStore;
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

/** Product feeds and their runs over HTTP (contract 5.2), under {@code /api/websites}. */
public final class ProductFeedService implements HttpService {
    private static final String FEEDS = "/{websiteUuid}/productfeeds";

    private final Access access;
    private final ProductFeedStore feeds;
    private final FeedRuns runs;
    private final InstantSource time;

    public ProductFeedService(Access access, ProductFeedStore feeds, FeedRuns runs, InstantSource time) {
        this.access = access;
        this.feeds = feeds;
        this.runs = runs;
        this.time = time;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post(FEEDS, this::create)
                .get(FEEDS, this::list)
                .any(FEEDS, Routes.methodNotAllowed("GET, POST"))
                .get(FEEDS + "/{feedId}", this::show)
                .patch(FEEDS + "/{feedId}", this::change)
                .delete(FEEDS + "/{feedId}", this::delete)
                .any(FEEDS + "/{feedId}", Routes.methodNotAllowed("GET, PATCH, DELETE"))
                .post(FEEDS + "/{feedId}/runs", this::run)
                .get(FEEDS + "/{feedId}/runs", this::listRuns)
                .any(FEEDS + "/{feedId}/runs", Routes.methodNotAllowed("GET, POST"))
                .get(FEEDS + "/{feedId}/runs/{run}", this::showRun)
                .any(FEEDS + "/{feedId}/runs/{run}", Routes.methodNotAllowed("GET"));
    }

    private void create(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        ProductFeed feed = feeds.create(website.id(), FeedSettingsParser.parse(Body.object(request)));
        Answer.json(response, Status.CREATED_201, Json.object().put("id", feed.id()));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("productFeeds");
        feeds.list(website.id()).forEach(feed -> list.add(json(feed)));
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
        ProductFeed changed = feeds.update(website.id(), id, before -> FeedSettingsParser.change(before, patch))
                .orElseThrow(ProductFeedService::noSuchFeed);
        Answer.json(response, Status.OK_200, json(changed));
    }

    private void delete(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        runs.delete(website, feed(website, request));
        Answer.noContent(response);
    }

    private void listRuns(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        ProductFeed feed = feed(website, request);
        Page page = Page.from(request);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("runs");
        feeds.runs(website.id(), feed.id(), page.offset(), page.size()).forEach(run -> list.add(FeedJson.listed(run)));
        answer.putObject("meta").put("total", feeds.countRuns(website.id(), feed.id()))
                .put("page", page.number()).put("pageSize", page.size());
        Answer.json(response, Status.OK_200, answer);
    }

    private void run(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        ProductFeed feed = feed(website, request);
        boolean force = RawQuery.parse(request.query().rawValue()).first("force").filter("true"::equals).isPresent();
        Answer.json(response, Status.OK_200, runs.run(website, feed, FeedUpload.source(request, feed, runs), force));
    }

    private void showRun(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        String run = request.path().pathParameters().get("run");
        ProductFeed feed = feed(website, request);
        Optional<ObjectNode> report = run.matches("[0-9]{1,9}")
                ? runs.find(website, feed, Integer.parseInt(run)) : Optional.empty();
        Answer.json(response, Status.OK_200, report.orElseThrow(() -> HttpProblem.notFound("no such run")));
    }

    private ObjectNode json(ProductFeed feed) {
        return FeedJson.feed(feed, feeds.runs(feed.websiteId(), feed.id(), 0, 1).stream().findFirst(), time.instant());
    }

    private ProductFeed feed(Website website, ServerRequest request) {
        return feeds.find(website.id(), request.path().pathParameters().get("feedId"))
                .orElseThrow(ProductFeedService::noSuchFeed);
    }

    private static HttpProblem noSuchFeed() {
        return HttpProblem.notFound("no such product feed");
    }
}
