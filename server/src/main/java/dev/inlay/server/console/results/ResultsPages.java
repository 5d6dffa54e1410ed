package dev.inlay.server.console.results;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.FilledForm;
import dev.inlay.server.console.Gate;
import dev.inlay.server.console.campaigns.CampaignPages;
import dev.inlay.server.console.campaigns.UrlPart;
import dev.inlay.server.console.results.CampaignResults.ProductLine;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.RawQuery;
import dev.inlay.server.statistics.Period;
import dev.inlay.server.statistics.Results;
import dev.inlay.server.statistics.ResultsCsv;
import dev.inlay.server.statistics.ResultsReader;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of the mails: of all campaigns, and of each. The numbers are those of the API. */
public final class ResultsPages implements ConsolePart {
    private static final String SECTION = "Results";
    private static final String OF_CAMPAIGN = "/campaigns/{campaignId}/results";
    private static final int PRODUCTS = 50;

    private final CampaignStore campaigns;
    private final CatalogueStore catalogues;
    private final ResultsReader reader;
    private final InstantSource time;

    /** The days that were asked for, with what is wrong with the question. */
    private record Asked(Period period, FilledForm form) { }

    public ResultsPages(CampaignStore campaigns, CatalogueStore catalogues, ResultsReader reader, InstantSource time) {
        this.campaigns = campaigns;
        this.catalogues = catalogues;
        this.reader = reader;
        this.time = time;
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/results", this::overview)
                .get(OF_CAMPAIGN, this::campaign)
                .get(OF_CAMPAIGN + ".csv", this::csv);
    }

    private void overview(ConsoleCall call) {
        Asked asked = asked(call.query());
        List<Campaign> newestFirst = campaigns.list(call.website().id()).reversed();
        List<Overview.Line> lines = reader.read(newestFirst, asked.period().from(), asked.period().to())
                .entrySet().stream().map(of -> line(of.getKey(), of.getValue())).toList();
        call.show("results/overview", SECTION, SECTION, new Overview(asked.form(),
                "from=" + asked.period().from() + "&to=" + asked.period().to(), lines, call.website().currency()));
    }

    private static Overview.Line line(Campaign campaign, Results results) {
        return new Overview.Line(name(campaign), CampaignPages.path(campaign), results);
    }

    private void campaign(ConsoleCall call) {
        Campaign campaign = CampaignPages.find(campaigns, call);
        Asked asked = asked(call.query());
        Results results = read(campaign, asked.period());
        List<ProductLine> products = results.products().stream().limit(PRODUCTS)
                .map(product -> line(campaign, product)).toList();
        call.show("results/campaign", SECTION, "Results of " + name(campaign), new CampaignResults(name(campaign),
                CampaignPages.path(campaign), asked.form(), results, products,
                results.products().size() - products.size(), arms(campaign, asked.period(), call),
                call.website().currency()));
    }

    private Optional<ArmLines> arms(Campaign campaign, Period period, ConsoleCall call) {
        return reader.comparison(campaign, period.from(), period.to())
                .map(comparison -> new ArmLines(comparison, call.website().currency()));
    }

    private ProductLine line(Campaign campaign, Results.Product product) {
        String title = catalogues.findEver(campaign.websiteId(), product.productNumber()).map(Product::title)
                .filter(known -> !known.isBlank()).orElse(product.productNumber());
        return new ProductLine(product, title, CampaignPages.path(campaign) + "/tile.png?product="
                + UrlPart.encoded(product.productNumber()));
    }

    private void csv(ConsoleCall call) {
        Campaign campaign = CampaignPages.find(campaigns, call);
        String table = call.query().first("table").orElse("days");
        Period period = Period.parse(call.query(), today());
        call.csv(campaign.id() + "-" + table + ".csv", ResultsCsv.write(read(campaign, period), table));
    }

    private Results read(Campaign campaign, Period period) {
        return reader.read(campaign, period.from(), period.to());
    }

    private Asked asked(RawQuery query) {
        try {
            Period period = Period.parse(query, today());
            return new Asked(period, FilledForm.of(
                    Map.of("from", period.from().toString(), "to", period.to().toString())));
        } catch (InvalidParameterException e) {
            return new Asked(Period.parse(RawQuery.parse(""), today()),
                    FilledForm.sent(query, List.of("from", "to")).with(e));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    private static String name(Campaign campaign) {
        return campaign.name();
    }
}
