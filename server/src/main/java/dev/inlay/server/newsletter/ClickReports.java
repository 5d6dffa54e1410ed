package dev.inlay.server.newsletter;

import dev.inlay.db.Secret;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.Association;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The clicks that shops report back: by a tracking code that we handed out with a click on a picture. */
public final class ClickReports {
    private final ClickCodes codes;
    private final Reidentification reidentification;
    private final CampaignStore campaigns;
    private final IdentityStore identities;
    private final ConsentStore consents;

    public ClickReports(Secret secret, CampaignStore campaigns, IdentityStore identities, ConsentStore consents,
            InstantSource time) {
        this.codes = new ClickCodes(secret, time);
        this.reidentification = new Reidentification(secret, time);
        this.campaigns = campaigns;
        this.identities = identities;
        this.consents = consents;
    }

    /** What {@code source} tells; empty if it is forged, has expired, or belongs to no campaign of this website. */
    public Optional<ClickCode> read(int websiteId, String source) {
        return codes.read(source).filter(click -> campaigns.find(click.campaignId())
                .filter(campaign -> campaign.websiteId() == websiteId).isPresent());
    }

    /**
     * Whose mail {@code browser} has clicked in, by the token that stood beside the code; empty if it is forged, older
     * than ten minutes, of another website, was shown by another browser before, or names somebody who may not be
     * followed now.
     */
    public Optional<Association> recipient(Website website, String token, TrackingUserId browser) {
        return reidentification.read(website.id(), token, browser).filter(named -> mayBeFollowed(website, named));
    }

    private boolean mayBeFollowed(Website website, Association association) {
        Named named = association.customer().map(customer -> Named.byCustomer(List.of(customer)))
                .orElseGet(() -> Named.byEmail(association.email()));
        return consents.allows(website, named, identities.resolve(website.id(), named));
    }
}
