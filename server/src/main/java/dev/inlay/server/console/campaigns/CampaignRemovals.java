package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.newsletter.CampaignAccess;

/** Clearing locked products and deleting campaigns, each after a page that says what will happen. */
public final class CampaignRemovals implements ConsolePart {
    private final CampaignStore campaigns;

    record Question(Campaign campaign, String name, String path) { }

    public CampaignRemovals(CampaignStore campaigns) {
        this.campaigns = campaigns;
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/campaigns/{campaignId}/clear", call -> ask(call, "clear", "Clear locked products"))
                .post("/campaigns/{campaignId}/clear", this::clear)
                .get("/campaigns/{campaignId}/delete", call -> ask(call, "delete", "Delete campaign"))
                .post("/campaigns/{campaignId}/delete", this::delete);
    }

    private void ask(ConsoleCall call, String page, String title) {
        Campaign campaign = CampaignPages.find(campaigns, call);
        call.show("campaigns/" + page, "Campaigns", title, new Question(campaign,
                campaign.settings().path("name").asText(), CampaignPages.path(campaign)));
    }

    private void clear(ConsoleCall call) {
        Campaign campaign = CampaignPages.find(campaigns, call);
        campaigns.clear(campaign.websiteId(), campaign.id()).orElseThrow(CampaignAccess::noSuchCampaign);
        call.redirect(CampaignPages.path(campaign) + "?done=cleared");
    }

    private void delete(ConsoleCall call) {
        Campaign campaign = CampaignPages.find(campaigns, call);
        campaigns.delete(campaign.websiteId(), campaign.id());
        call.redirect("/campaigns");
    }
}
