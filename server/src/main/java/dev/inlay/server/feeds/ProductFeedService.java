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
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.http.Routes;
import dev.inlay.server.photos.WebUrl;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/** Product feeds and their runs over HTTP (contract 5.2), under {@code /api/websites}. */
public final class ProductFeedService implements HttpService {
    private static final String FEEDS = "/{websiteUuid}/productfeeds";
    private static final int MAX_NAME = 255;

    private final Access access;
    private final ProductFeedStore feeds;
    private final FeedRuns runs;

    public ProductFeedService(Access access, ProductFeedStore feeds, FeedRuns runs) {
        this.access = access;
        this.feeds = feeds;
        this.runs = runs;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post(FEEDS, this::create)
                .get(FEEDS, this::list)
                .any(FEEDS, Routes.methodNotAllowed("GET, POST"))
                .post(FEEDS + "/{feedId}/runs", this::run)
                .any(FEEDS + "/{feedId}/runs", Routes.methodNotAllowed("POST"))
                .get(FEEDS + "/{feedId}/runs/{run}", this::show)
                .any(FEEDS + "/{feedId}/runs/{run}", Routes.methodNotAllowed("GET"));
    }

    private void create(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        Members members = new Members(Body.object(request));
        Optional<String> url = members.text("url").map(String::strip).filter(text -> !text.isEmpty());
        url.filter(text -> WebUrl.parse(text).isEmpty()).ifPresent(text -> {
            throw members.wrong("url", "must be an http or https URL", text);
        });
        ProductFeed feed = feeds.create(website.id(), name(members).orElseThrow(() ->
                new InvalidParameterException("name must be given")), url, format(members));
        Answer.json(response, Status.CREATED_201, Json.object().put("id", feed.id()));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("productFeeds");
        for (ProductFeed feed : feeds.list(website.id())) {
            list.addObject().put("id", feed.id()).put("name", feed.name()).put("url", feed.url().orElse(null))
                    .put("format", feed.format().orElse(null));
        }
        Answer.json(response, Status.OK_200, answer);
    }

    private void run(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        ProductFeed feed = feed(website, request);
        boolean force = RawQuery.parse(request.query().rawValue()).first("force").filter("true"::equals).isPresent();
        Answer.json(response, Status.OK_200, runs.run(website, feed, FeedUpload.source(request, feed, runs), force));
    }

    private void show(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        String run = request.path().pathParameters().get("run");
        ProductFeed feed = feed(website, request);
        Optional<ObjectNode> report = run.matches("[0-9]{1,9}")
                ? runs.find(website, feed, Integer.parseInt(run)) : Optional.empty();
        Answer.json(response, Status.OK_200, report.orElseThrow(() -> HttpProblem.notFound("no such run")));
    }

    private ProductFeed feed(Website website, ServerRequest request) {
        return feeds.find(website.id(), request.path().pathParameters().get("feedId"))
                .orElseThrow(() -> HttpProblem.notFound("no such product feed"));
    }

    private static Optional<String> name(Members members) {
        Optional<String> name = members.text("name").map(ProductText::plain).filter(text -> !text.isEmpty());
        name.filter(text -> text.length() > MAX_NAME).ifPresent(text -> {
            throw members.wrong("name", "must be at most " + MAX_NAME + " characters", text);
        });
        return name;
    }

    private static Optional<String> format(Members members) {
        Optional<String> format = members.text("format").map(String::strip).filter(text -> !text.isEmpty());
        format.filter(text -> FeedFormat.find(text).isEmpty()).ifPresent(text -> {
            throw members.wrong("format", "must be one of " + FeedFormat.names(), text);
        });
        return format;
    }
}
