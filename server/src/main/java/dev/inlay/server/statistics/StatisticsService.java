package dev.inlay.server.statistics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.website.Scope;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.http.Routes;
import dev.inlay.server.newsletter.CampaignAccess;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What became of a campaign's mails (contract 5.4), below {@code /api/websites/{websiteUuid}}. */
public final class StatisticsService implements HttpService {
    private final CampaignAccess access;
    private final ResultsReader reader;
    private final InstantSource time;

    public StatisticsService(Access access, CampaignStore campaigns, ResultsReader reader, InstantSource time) {
        this.access = new CampaignAccess(access, campaigns);
        this.reader = reader;
        this.time = time;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get("/campaigns/{campaignId}/statistics", this::statistics)
                .any("/campaigns/{campaignId}/statistics", Routes.methodNotAllowed("GET"));
    }

    private void statistics(ServerRequest request, ServerResponse response) {
        Campaign campaign = access.campaign(request, Scope.READ);
        RawQuery query = RawQuery.parse(request.prologue().query().rawValue());
        Period period = Period.parse(query, LocalDate.ofInstant(time.instant(), ZoneOffset.UTC));
        String format = query.first("format").orElse("json");
        switch (format) {
            case "json" -> Answer.json(response, Status.OK_200, json(campaign, period));
            case "csv" -> {
                String table = query.first("table").orElse("days");
                csv(response, campaign.id() + "-" + table, ResultsCsv.write(read(campaign, period), table));
            }
            default -> throw new InvalidParameterException("format", "must be json or csv", format);
        }
    }

    private ObjectNode json(Campaign campaign, Period period) {
        ObjectNode json = ResultsJson.write(read(campaign, period));
        reader.comparison(campaign, period.from(), period.to())
                .ifPresent(comparison -> ComparisonJson.into(json, comparison));
        return json;
    }

    private Results read(Campaign campaign, Period period) {
        return reader.read(campaign, period.from(), period.to());
    }

    private static void csv(ServerResponse response, String name, String text) {
        response.header(HeaderNames.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .header(HeaderNames.CACHE_CONTROL, "no-store")
                .header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff")
                .send(text.getBytes(StandardCharsets.UTF_8));
    }
}
