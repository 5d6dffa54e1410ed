package dev.inlay.server.newsletter;

import dev.inlay.db.Secret;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.token.RecipientTokens;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.RawQuery;
import dev.inlay.templates.TemplateLibrary;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What clicks on pictures hand out: tracking codes, and tokens of who clicked. */
public final class TestClicks {
    private TestClicks() {
    }

    public static String code(Secret secret, Campaign campaign, Instant expires) {
        return new ClickCodes(secret, InstantSource.system())
                .mint(new ClickCode(campaign.id(), "0123456789abcdef", 1, "P1", expires));
    }

    /** The token for {@code query}, such as {@code userEmail=anna@example.com}. */
    public static String recipient(Secret secret, RecipientTokens tokens, Website website, String query) {
        Campaign campaign = new Campaign("0123456789abcdef", website.id(), CampaignType.AUTO, Duration.ofDays(7), 1, 0,
                Json.object().put("name", "News").put("reidentify", true));
        TemplateLibrary templates = TemplateLibrary.bundled();
        PersonalData personalData = new PersonalData(secret);
        Mailing mailing = new Mailing(website, campaign, CampaignSettings.from(campaign.settings()),
                templates.find(CampaignParser.DEFAULT_TEMPLATE).orElseThrow());
        Letters letters =
                new Letters(new RecipientParser(personalData, tokens), personalData, InstantSource.system());
        return new Reidentification(secret, InstantSource.system()).mint(letters.sent(mailing, RawQuery.parse(query)))
                .orElseThrow();
    }
}
