package dev.inlay.server.console.campaigns;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.console.Numbers;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.statistics.Period;
import dev.inlay.server.statistics.Results;
import dev.inlay.server.statistics.ResultsReader;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** All campaigns of a website, the newest first, with what became of them in the last 30 days. */
final class CampaignList implements ConsolePart {
    private final CampaignStore campaigns;
    private final ResultsReader results;
    private final InstantSource time;

    record Line(Campaign campaign, Results results) {
        String name() {
            return campaign.name();
        }

        String path() {
            return CampaignPages.path(campaign);
        }

        String type() {
            return CampaignSummary.typeWords(campaign);
        }

        String template() {
            return campaign.settings().path("template").asText();
        }

        String clickRate() {
            return Numbers.clickRate(results.pictures(), results.clicks());
        }
    }

    CampaignList(CampaignStore campaigns, ResultsReader results, InstantSource time) {
        this.campaigns = campaigns;
        this.results = results;
        this.time = time;
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/campaigns", this::list);
    }

    private void list(ConsoleCall call) {
        Period lately = Period.parse(RawQuery.parse(""), LocalDate.ofInstant(time.instant(), ZoneOffset.UTC));
        List<Line> lines = results.read(campaigns.list(call.website().id()).reversed(), lately.from(), lately.to())
                .entrySet().stream().map(of -> new Line(of.getKey(), of.getValue())).toList();
        call.show("campaigns/list", "Campaigns", "Campaigns", lines);
    }
}
