package dev.inlay.server.newsletter;

import dev.inlay.db.Secret;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.TrackingUserId;
import java.time.InstantSource;
import java.util.Optional;

/** The clicks that shops report back: by a tracking code that we handed out with a click on a picture. */
public final class ClickReports {
    private final ClickCodes codes;
    private final Reidentification reidentification;
    private final CampaignStore campaigns;

    public ClickReports(Secret secret, CampaignStore campaigns, InstantSource time) {
        this.codes = new ClickCodes(secret, time);
        this.reidentification = new Reidentification(secret, time);
        this.campaigns = campaigns;
    }

    /** What {@code source} tells; empty if it is forged, has expired, or belongs to no campaign of this website. */
    public Optional<ClickCode> read(int websiteId, String source) {
        return codes.read(source).filter(click -> campaigns.find(click.campaignId())
                .filter(campaign -> campaign.websiteId() == websiteId).isPresent());
    }

    /**
     * Whose mail {@code browser} has clicked in, by the token that stood beside the code; empty if it is forged, older
     * than ten minutes, of another website, or was shown by another browser before.
     */
    public Optional<Association> recipient(int websiteId, String token, TrackingUserId browser) {
        return reidentification.read(websiteId, token, browser);
    }
}
