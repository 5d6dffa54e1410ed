package dev.inlay.server.snippet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.website.Scope;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.http.Routes;
import dev.inlay.server.newsletter.CampaignAccess;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/** The snippet of a campaign (contract 5.4), below {@code /api/websites/{websiteUuid}}. */
public final class SnippetService implements HttpService {
    private final CampaignAccess access;
    private final SnippetMaker snippets;

    public SnippetService(Access access, CampaignStore campaigns, SnippetMaker snippets) {
        this.access = new CampaignAccess(access, campaigns);
        this.snippets = snippets;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/campaigns/{campaignId}/snippet", this::snippet)
                .any("/campaigns/{campaignId}/snippet", Routes.methodNotAllowed("GET"));
    }

    private void snippet(ServerRequest request, ServerResponse response) {
        RawQuery query = RawQuery.parse(request.prologue().query().rawValue());
        Snippet snippet = snippets.make(access.campaign(request, Scope.READ), query);
        String ampersand = ampersand(query);
        String format = query.first("format").orElse("html");
        switch (format) {
            case "html" -> text(response, "text/html; charset=utf-8", snippet.html(ampersand) + snippet.remarks());
            case "mjml" -> text(response, "text/plain; charset=utf-8", snippet.mjml(ampersand) + snippet.remarks());
            case "urls" -> Answer.json(response, Status.OK_200, json(snippet));
            default -> throw new InvalidParameterException("format", "must be html, mjml or urls", format);
        }
    }

    private static String ampersand(RawQuery query) {
        String ampersand = query.first("ampersand").orElse("escaped");
        return switch (ampersand) {
            case "escaped" -> "&amp;";
            case "bare" -> "&";
            default -> throw new InvalidParameterException("ampersand", "must be escaped or bare", ampersand);
        };
    }

    /** The policy keeps a snippet that is opened in a browser from doing anything there. */
    private static void text(ServerResponse response, String type, String text) {
        response.header(HeaderNames.CONTENT_TYPE, type)
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .header(HeaderNames.create("Content-Security-Policy"), "sandbox; default-src 'none'")
                .send(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode json(Snippet snippet) {
        ObjectNode json = Json.object();
        ArrayNode urls = json.putArray("urls");
        snippet.urls().forEach(tile -> urls.addObject()
                .put("slot", tile.slot()).put("image", tile.image()).put("click", tile.click()));
        json.put("evidence", snippet.tags().service().evidence());
        snippet.notes().forEach(json.putArray("notes")::add);
        snippet.checklist().forEach(json.putArray("checklist")::add);
        return json;
    }
}
