package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.HttpProblem;
import io.helidon.webserver.http.ServerRequest;

/** The campaign that a path names, for those who may see it: one of another website is not there. */
public record CampaignAccess(Access access, CampaignStore campaigns) {
    public Website website(ServerRequest request, Scope needed) {
        return access.website(request, needed);
    }

    public Campaign campaign(ServerRequest request, Scope needed) {
        return campaign(request, website(request, needed));
    }

    public Campaign campaign(ServerRequest request, Website website) {
        return campaign(website, request.path().pathParameters().get("campaignId"));
    }

    Campaign campaign(Website website, String campaignId) {
        return campaigns.find(campaignId)
                .filter(campaign -> campaign.websiteId() == website.id())
                .orElseThrow(CampaignAccess::noSuchCampaign);
    }

    public static HttpProblem noSuchCampaign() {
        return HttpProblem.notFound("no such campaign");
    }
}
