package dev.inlay.server.management;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Routes;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.UUID;

/** The shops of the installation, under {@code /api/websites}: made and listed with the installation key only. */
public final class WebsiteService implements HttpService {
    private static final UUID NONE = new UUID(0, 0);

    private final WebsiteStore websites;
    private final Access access;

    public WebsiteService(WebsiteStore websites, Access access) {
        this.websites = websites;
        this.access = access;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/", this::create)
                .get("/", this::list)
                .any("/", Routes.methodNotAllowed("GET, POST"))
                .get("/{websiteUuid}", this::show)
                .patch("/{websiteUuid}", this::change)
                .any("/{websiteUuid}", Routes.methodNotAllowed("GET, PATCH"));
    }

    private void create(ServerRequest request, ServerResponse response) {
        access.installation(request);
        Website created = websites.create(WebsiteJson.parse(0, NONE, new Members(Body.object(request))));
        Answer.json(response, Status.CREATED_201, Json.object().put("websiteUuid", created.uuid().toString()));
    }

    private void list(ServerRequest request, ServerResponse response) {
        access.installation(request);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("websites");
        websites.list().stream().map(WebsiteJson::write).forEach(list::add);
        Answer.json(response, Status.OK_200, answer);
    }

    private void show(ServerRequest request, ServerResponse response) {
        Answer.json(response, Status.OK_200, WebsiteJson.write(access.website(request, Scope.READ)));
    }

    private void change(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.ADMIN);
        ObjectNode patch = Body.object(request);
        Website changed = websites.update(website.id(), before -> WebsiteJson.changed(before, patch))
                .orElseThrow(() -> HttpProblem.notFound("no such website"));
        Answer.json(response, Status.OK_200, WebsiteJson.write(changed));
    }
}
