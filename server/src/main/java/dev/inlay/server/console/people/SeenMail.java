package dev.inlay.server.console.people;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.server.console.campaigns.CampaignPage;
import dev.inlay.server.console.campaigns.CampaignPages;
import dev.inlay.server.console.campaigns.Reasons;
import dev.inlay.server.console.campaigns.SlotReason;
import dev.inlay.server.newsletter.Explanation;
import java.util.List;

/** What somebody would see in a mail of one campaign. */
record SeenMail(String campaign, String path, List<Slot> slots) {
    /** @param picture where the tile lies, of the website */
    record Slot(String picture, SlotReason reason) { }

    static SeenMail of(Campaign campaign, Explanation explanation) {
        String path = CampaignPages.path(campaign);
        return new SeenMail(campaign.name(), path,
                new Reasons(explanation).slots().stream().map(slot -> new Slot(
                        path + CampaignPage.tile(slot.productNumber(), explanation.templateVersion()), slot))
                        .toList());
    }
}
