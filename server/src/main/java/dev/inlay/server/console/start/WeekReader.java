package dev.inlay.server.console.start;

import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.website.Website;
import dev.inlay.server.statistics.Results;
import dev.inlay.server.statistics.Results.Orders;
import dev.inlay.server.statistics.ResultsReader;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Sums up the results of all campaigns of a website. */
public final class WeekReader {
    private static final int DAYS = 7;
    private static final int YEAR = 365;

    private final CampaignStore campaigns;
    private final ResultsReader results;
    private final InstantSource time;

    public WeekReader(CampaignStore campaigns, ResultsReader results, InstantSource time) {
        this.campaigns = campaigns;
        this.results = results;
        this.time = time;
    }

    Week read(Website website) {
        List<Results> week = read(website, DAYS);
        long pictures = week.stream().mapToLong(of -> of.pictures().total()).sum();
        boolean isOpened = pictures > 0
                || read(website, YEAR).stream().anyMatch(of -> of.pictures().total() > 0);
        List<Orders> orders = week.stream().map(Results::orders).toList();
        return new Week(isOpened, pictures, week.stream().mapToLong(Results::uniqueClicks).sum(),
                orders.stream().mapToLong(Orders::number).sum(),
                orders.stream().map(Orders::revenue).reduce(BigDecimal.ZERO, BigDecimal::add),
                website.currency().getCurrencyCode());
    }

    /** The results of the last {@code days} days, today included, of each campaign. */
    private List<Results> read(Website website, int days) {
        LocalDate today = time.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return List.copyOf(results.read(campaigns.list(website.id()), today.minusDays(days - 1L), today).values());
    }
}
