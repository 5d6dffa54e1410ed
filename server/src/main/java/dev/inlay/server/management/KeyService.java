package dev.inlay.server.management;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.website.ApiKey;
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
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The secret keys of a website, under {@code /api/websites}. A key is shown once, when it is made; lists hold its id,
 * scope and age. Here is also the key under which the shop signs customer ids and emails.
 */
public final class KeyService implements HttpService {
    private final WebsiteStore websites;
    private final Access access;

    public KeyService(WebsiteStore websites, Access access) {
        this.websites = websites;
        this.access = access;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/{websiteUuid}/keys", this::create)
                .get("/{websiteUuid}/keys", this::list)
                .any("/{websiteUuid}/keys", Routes.methodNotAllowed("GET, POST"))
                .delete("/{websiteUuid}/keys/{id}", this::delete)
                .any("/{websiteUuid}/keys/{id}", Routes.methodNotAllowed("DELETE"))
                .post("/{websiteUuid}/signatureKey", this::signatureKey)
                .any("/{websiteUuid}/signatureKey", Routes.methodNotAllowed("POST"));
    }

    private void create(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.ADMIN);
        ApiKey.Created created = websites.createKey(website.id(), scope(new Members(Body.object(request))));
        Answer.json(response, Status.CREATED_201,
                Json.object().put("id", created.apiKey().id()).put("key", created.key()));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("keys");
        websites.keys(website.id()).stream().map(KeyService::write).forEach(list::add);
        Answer.json(response, Status.OK_200, answer);
    }

    private void delete(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.ADMIN);
        if (!websites.deleteKey(website.id(), request.path().pathParameters().get("id"))) {
            throw HttpProblem.notFound("no such key");
        }
        Answer.noContent(response);
    }

    private void signatureKey(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.ADMIN);
        String key = HexFormat.of().formatHex(websites.signatureKey(website));
        Answer.json(response, Status.OK_200, Json.object().put("signatureKey", key));
    }

    private static Scope scope(Members members) {
        String name = members.text("scope").orElseThrow(() -> members.missing("scope"));
        return Arrays.stream(Scope.values()).filter(scope -> write(scope).equals(name)).findFirst()
                .orElseThrow(() -> members.wrong("scope", "must be read, ingest or admin", name));
    }

    private static ObjectNode write(ApiKey key) {
        return Json.object().put("id", key.id())
                .put("scope", write(key.scope()))
                .put("created", key.created().toString());
    }

    private static String write(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }
}
