package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.newsletter.CampaignAccess;
import dev.inlay.server.statistics.ResultsReader;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Clearing locked products and deleting campaigns, each after a page that says what will happen. */
final class CampaignRemovals implements ConsolePart {
    /** How far back opens are looked for. */
    private static final int DAYS = 90;

    private final CampaignStore campaigns;
    private final ResultsReader results;
    private final InstantSource time;

    /**
     * What is asked before it is done.
     *
     * @param opens how many of its pictures were loaded in the last {@value #DAYS} days
     */
    record Question(Campaign campaign, long opens) {
        String name() {
            return campaign.name();
        }

        String path() {
            return CampaignPages.path(campaign);
        }
    }

    CampaignRemovals(CampaignStore campaigns, ResultsReader results, InstantSource time) {
        this.campaigns = campaigns;
        this.results = results;
        this.time = time;
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
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        long opens = results.read(campaign, today.minusDays(DAYS), today).pictures().total();
        call.show("campaigns/" + page, "Campaigns", title, new Question(campaign, opens));
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
