package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Routes;
import dev.inlay.server.reasons.PickReasons;
import dev.inlay.server.recommendation.PickRules;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Products for somebody (contract 5.7), below {@code /api/websites/{websiteUuid}}: by the rules of a campaign or by the
 * default ones; {@code strategies} and the other rules of a campaign may be given in their place.
 */
public final class RecommendationService implements HttpService {
    private static final int DEFAULT_COUNT = 10;
    private static final int MAX_COUNT = 100;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final List<String> RULES = List.of("strategies", "filter", "pinnedProducts", "pinnedEvenIfSoldOut",
            "defaultProducts", "excludedProducts", "excludeBoughtDays", "reminderDays", "maxPerCategory", "maxPerBrand",
            "fill");

    private final CampaignAccess access;
    private final PersonParser persons;
    private final CampaignPicks picks;
    private final InstantSource time;

    RecommendationService(CampaignAccess access, PersonParser persons, CampaignPicks picks, InstantSource time) {
        this.access = access;
        this.persons = persons;
        this.picks = picks;
        this.time = time;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/recommendations", this::recommend)
                .any("/recommendations", Routes.methodNotAllowed("POST"));
    }

    private void recommend(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        Members body = new Members(Body.object(request));
        Person person = persons.parse(website, body);
        Optional<Instant> at = at(body);
        History whole = picks.history(website.id(), person.identity());
        History history = at.map(whole::until).orElse(whole);
        PickRules rules = rules(website, body);
        Instant now = at.orElseGet(time::instant);
        List<Pick> products = picks.pick(website, rules, history, now, count(body));
        PickReasons reasons = new PickReasons(picks.scene(website, history, now));
        ObjectNode answer = Json.object();
        ArrayNode list = answer.putArray("products");
        products.forEach(pick -> list.add(PickJson.of(pick, reasons.of(pick))));
        Answer.json(response, Status.OK_200, answer);
    }

    private PickRules rules(Website website, Members body) {
        ObjectNode settings = body.id("campaignId").map(id -> settings(website, id))
                .orElseGet(() -> Json.object().put("name", "recommendations"));
        RULES.forEach(name -> body.present(name).ifPresent(value -> settings.set(name, spelledOut(name, value))));
        return CampaignSettings.from(settings).rules();
    }

    private ObjectNode settings(Website website, String campaignId) {
        return (ObjectNode) access.campaign(website, campaignId).settings().deepCopy();
    }

    /** A strategy may be given by its name alone. */
    private static JsonNode spelledOut(String member, JsonNode value) {
        if (!member.equals("strategies") || !value.isArray()) {
            return value;
        }
        ArrayNode steps = Json.mapper().createArrayNode();
        value.forEach(step -> steps.add(step.isTextual() ? Json.object().set("type", step) : step));
        return steps;
    }

    private static Optional<Instant> at(Members body) {
        return body.text("at").map(text -> {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                throw body.wrong("at", "must be an ISO 8601 time with offset", text);
            }
        }).map(time -> {
            if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
                throw body.wrong("at", "must be of a year from " + FIRST_YEAR + " to " + LAST_YEAR, time);
            }
            return time.toInstant();
        });
    }

    private static int count(Members body) {
        return body.number("count").map(number -> {
            if (number.stripTrailingZeros().scale() > 0 || number.signum() < 1
                    || number.compareTo(BigDecimal.valueOf(MAX_COUNT)) > 0) {
                throw body.wrong("count", "must be a whole number from 1 to " + MAX_COUNT, number.toPlainString());
            }
            return number.intValue();
        }).orElse(DEFAULT_COUNT);
    }
}
