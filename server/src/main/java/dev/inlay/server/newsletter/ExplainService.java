package dev.inlay.server.newsletter;

import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Routes;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Tells the operator why somebody sees what, below {@code /api/websites/{websiteUuid}}. Never locks. */
public final class ExplainService implements HttpService {
    private final CampaignAccess access;
    private final Explanations explanations;

    ExplainService(CampaignAccess access, Explanations explanations) {
        this.access = access;
        this.explanations = explanations;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/campaigns/{campaignId}/explain", this::explain)
                .any("/campaigns/{campaignId}/explain", Routes.methodNotAllowed("POST"));
    }

    private void explain(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        Explanation explanation = explanations.ofNamed(website, access.campaign(request, website),
                new Members(Body.object(request)));
        Answer.json(response, Status.OK_200, ExplanationJson.of(explanation));
    }
}
