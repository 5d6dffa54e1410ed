package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.website.Website;
import dev.inlay.templates.Template;
import dev.inlay.templates.TileStyle;

/** A campaign with all that its tiles need; {@code template} is the one that new locks pin. */
record Mailing(Website website, Campaign campaign, CampaignSettings settings, Template template) {
    /** How the shop wants its tiles. */
    TileStyle style() {
        return new TileStyle(website.name(), website.currency(), website.locale(), website.settings().priceFormat(),
                settings.variables());
    }
}
