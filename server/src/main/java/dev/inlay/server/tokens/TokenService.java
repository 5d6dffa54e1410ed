package dev.inlay.server.tokens;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.token.TokenKeyStore;
import dev.inlay.db.website.Scope;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Routes;
import dev.inlay.server.newsletter.CampaignAccess;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Recipient tokens and their keys over HTTP (contract 5.5), below {@code /api/websites/{websiteUuid}}. */
public final class TokenService implements HttpService {
    private static final int MOST = 10_000;
    private static final int LIMIT = 4 * 1024 * 1024;

    private final CampaignAccess access;
    private final TokenKeyStore keys;
    private final TokenMaker tokens;
    private final RecipientLists lists;

    public TokenService(Access access, CampaignStore campaigns, TokenKeyStore keys, TokenMaker tokens,
            RecipientLists lists) {
        this.access = new CampaignAccess(access, campaigns);
        this.keys = keys;
        this.tokens = tokens;
        this.lists = lists;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/campaigns/{campaignId}/tokens", this::make)
                .any("/campaigns/{campaignId}/tokens", Routes.methodNotAllowed("POST"))
                .get("/tokenKeys", this::show)
                .post("/tokenKeys", this::rotate)
                .any("/tokenKeys", Routes.methodNotAllowed("GET, POST"));
    }

    private void make(ServerRequest request, ServerResponse response) {
        Campaign campaign = access.campaign(request, Scope.ADMIN);
        if (Body.isOfType(request, "text/csv", "text/tab-separated-values")) {
            lists.answer(request, response, tokens.of(campaign));
        } else {
            Answer.json(response, Status.OK_200, made(Json.parseObject(Body.bytes(request, LIMIT)), campaign));
        }
    }

    private ObjectNode made(ObjectNode body, Campaign campaign) {
        Members members = new Members(body);
        List<Members> recipients = members.objects("recipients").orElseThrow(() -> members.missing("recipients"));
        if (recipients.size() > MOST) {
            throw members.wrong("recipients", "must have at most " + MOST + " entries", recipients.size());
        }
        CampaignTokens made = tokens.of(campaign);
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("tokens");
        recipients.forEach(recipient -> list.add(token(made, recipient)));
        return answer;
    }

    /** As in the URLs of mails, the customer id counts where both are given. */
    private static String token(CampaignTokens made, Members recipient) {
        return recipient.id("customerId").map(id -> made.ofCustomer(id).orElseThrow(() ->
                        recipient.wrong("customerId", "must be a customer id of 1 to 255 characters", id)))
                .or(() -> recipient.text("userEmail").map(address -> made.ofEmail(address).orElseThrow(() ->
                        recipient.wrong("userEmail", "must be an address", address))))
                .orElseThrow(() -> InvalidParameterException.without(recipient.path().replaceFirst("\\.$", ""),
                        "must have customerId or userEmail"));
    }

    private void show(ServerRequest request, ServerResponse response) {
        int websiteId = access.website(request, Scope.READ).id();
        Answer.json(response, Status.OK_200, json(keys.newest(websiteId)));
    }

    private void rotate(ServerRequest request, ServerResponse response) {
        int websiteId = access.website(request, Scope.ADMIN).id();
        Answer.json(response, Status.OK_200, json(keys.rotate(websiteId)));
    }

    private static ObjectNode json(int newest) {
        ObjectNode json = Json.object().put("newest", newest);
        ArrayNode live = json.putArray("live").add(newest);
        if (newest > 1) {
            live.add(newest - 1);
        }
        return json;
    }
}
