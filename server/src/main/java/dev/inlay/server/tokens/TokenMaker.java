package dev.inlay.server.tokens;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.token.RecipientTokens;

/** Makes recipient tokens for people as a shop names them. */
public final class TokenMaker {
    private final RecipientTokens tokens;
    private final PersonalData personalData;

    public TokenMaker(RecipientTokens tokens, PersonalData personalData) {
        this.tokens = tokens;
        this.personalData = personalData;
    }

    /** For mails of {@code campaign}, with the key that is the newest now. */
    public CampaignTokens of(Campaign campaign) {
        return new CampaignTokens(tokens.mint(campaign.websiteId(), campaign.id()), personalData);
    }
}
