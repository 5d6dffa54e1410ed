package dev.inlay.server.newsletter;

import dev.inlay.db.Secret;
import dev.inlay.db.campaign.CampaignStore;
import java.time.InstantSource;
import java.util.Optional;

/** The clicks that shops report back: by a tracking code that we handed out with a click on a picture. */
public final class ClickReports {
    private final ClickCodes codes;
    private final CampaignStore campaigns;

    public ClickReports(Secret secret, CampaignStore campaigns, InstantSource time) {
        this.codes = new ClickCodes(secret, time);
        this.campaigns = campaigns;
    }

    /** What {@code source} tells; empty if it is forged, has expired, or belongs to no campaign of this website. */
    public Optional<ClickCode> read(int websiteId, String source) {
        return codes.read(source).filter(click -> campaigns.find(click.campaignId())
                .filter(campaign -> campaign.websiteId() == websiteId).isPresent());
    }
}
