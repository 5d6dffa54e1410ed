package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.tokens.RecipientLists;
import dev.inlay.server.tokens.TokenMaker;

/** Takes the operator's list of recipients and gives it back with tokens for one campaign. */
final class CampaignTokenLists implements ConsolePart {
    private static final String LIST = "text/csv";

    private final CampaignStore campaigns;
    private final TokenMaker tokens;
    private final RecipientLists lists;

    CampaignTokenLists(CampaignStore campaigns, TokenMaker tokens, RecipientLists lists) {
        this.campaigns = campaigns;
        this.tokens = tokens;
        this.lists = lists;
    }

    @Override
    public void routing(Gate gate) {
        gate.post("/campaigns/{campaignId}/tokens", this::answer);
    }

    private void answer(ConsoleCall call) {
        Campaign campaign = CampaignPages.find(campaigns, call);
        if (!Body.isOfType(call.request(), LIST)) {
            throw HttpProblem.unsupportedMediaType(LIST);
        }
        lists.answer(call.request(), call.response(), tokens.of(campaign));
    }
}
