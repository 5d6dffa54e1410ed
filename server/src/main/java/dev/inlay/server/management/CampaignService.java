package dev.inlay.server.management;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.MergePatch;
import dev.inlay.server.http.Routes;
import dev.inlay.server.newsletter.CampaignAccess;
import dev.inlay.server.newsletter.CampaignDraft;
import dev.inlay.server.newsletter.CampaignParser;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Campaigns of a website (contract 5.4), below {@code /api/websites/{websiteUuid}}. */
public final class CampaignService implements HttpService {
    private final CampaignAccess access;
    private final CampaignStore campaigns;
    private final CampaignParser parser;

    public CampaignService(Access access, CampaignStore campaigns, CampaignParser parser) {
        this.access = new CampaignAccess(access, campaigns);
        this.campaigns = campaigns;
        this.parser = parser;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/campaigns", this::list)
                .post("/campaigns", this::create)
                .any("/campaigns", Routes.methodNotAllowed("GET, POST"))
                .get("/campaigns/{campaignId}", this::show)
                .patch("/campaigns/{campaignId}", this::change)
                .delete("/campaigns/{campaignId}", this::delete)
                .any("/campaigns/{campaignId}", Routes.methodNotAllowed("GET, PATCH, DELETE"))
                .post("/campaigns/{campaignId}/clear", this::clear)
                .any("/campaigns/{campaignId}/clear", Routes.methodNotAllowed("POST"));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("campaigns");
        campaigns.list(website.id()).forEach(campaign -> list.add(json(campaign)));
        Answer.json(response, Status.OK_200, answer);
    }

    private void create(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.ADMIN);
        CampaignDraft draft = parser.parse(website, Body.object(request));
        Campaign campaign = campaigns.create(website.id(), draft.type(), draft.period(), draft.slots(), draft.json());
        Answer.json(response, Status.CREATED_201, json(campaign));
    }

    private void show(ServerRequest request, ServerResponse response) {
        Answer.json(response, Status.OK_200, json(access.campaign(request, Scope.READ)));
    }

    private void change(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.ADMIN);
        String id = access.campaign(request, website).id();
        ObjectNode patch = Body.object(request);
        Campaign changed = campaigns.update(website.id(), id, before -> changed(website, before, patch))
                .orElseThrow(CampaignAccess::noSuchCampaign);
        Answer.json(response, Status.OK_200, json(changed));
    }

    private Campaign changed(Website website, Campaign before, ObjectNode patch) {
        return parser.parse(website, MergePatch.apply(before.settings(), patch)).replacing(before);
    }

    private void delete(ServerRequest request, ServerResponse response) {
        Campaign campaign = access.campaign(request, Scope.ADMIN);
        if (!campaigns.delete(campaign.websiteId(), campaign.id())) {
            throw CampaignAccess.noSuchCampaign();
        }
        Answer.noContent(response);
    }

    private void clear(ServerRequest request, ServerResponse response) {
        Campaign campaign = access.campaign(request, Scope.ADMIN);
        campaigns.clear(campaign.websiteId(), campaign.id()).orElseThrow(CampaignAccess::noSuchCampaign);
        Answer.noContent(response);
    }

    private static ObjectNode json(Campaign campaign) {
        ObjectNode json = Json.object().put("id", campaign.id());
        return json.setAll((ObjectNode) campaign.settings());
    }
}
