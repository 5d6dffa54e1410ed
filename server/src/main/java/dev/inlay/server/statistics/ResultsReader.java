package dev.inlay.server.statistics;

import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.statistics.CampaignCounts;
import dev.inlay.db.statistics.CampaignCounts.Found;
import dev.inlay.db.statistics.CampaignDays;
import dev.inlay.db.statistics.FindingCount.Kind;
import dev.inlay.db.statistics.StatisticsStore;
import dev.inlay.db.website.Website;
import dev.inlay.db.website.WebsiteSettings;
import dev.inlay.db.website.WebsiteStore;
import dev.inlay.server.newsletter.Audience;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Reads the {@link Results} of campaigns, with all that this node has counted until now. */
public final class ResultsReader {
    /** How long results wait for the last second's counts to be stored. */
    private static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final StatisticsStore statistics;
    private final WebsiteStore websites;
    private final StatisticsRecorder recorder;

    public ResultsReader(StatisticsStore statistics, WebsiteStore websites, StatisticsRecorder recorder) {
        this.statistics = statistics;
        this.websites = websites;
        this.recorder = recorder;
    }

    /**
     * The results of the days (UTC) {@code from} to {@code to}, both included. What other nodes counted within the last
     * second may be missing.
     *
     * @throws dev.inlay.db.StoreException if the store does not answer
     */
    public Results read(Campaign campaign, LocalDate from, LocalDate to) {
        recorder.flush(PATIENCE);
        return stored(campaign, from, to);
    }

    /** As {@link #read(Campaign, LocalDate, LocalDate)}, of each of {@code campaigns}, in their order. */
    public SequencedMap<Campaign, Results> read(List<Campaign> campaigns, LocalDate from, LocalDate to) {
        recorder.flush(PATIENCE);
        SequencedMap<Campaign, Results> results = new LinkedHashMap<>();
        campaigns.forEach(campaign -> results.put(campaign, stored(campaign, from, to)));
        return results;
    }

    /**
     * How the arms of the campaign's hold-out did on the same days; empty if nobody took part in any. To be asked after
     * {@link #read(Campaign, LocalDate, LocalDate)}, which sees to it that all is there.
     */
    public Optional<Comparison> comparison(Campaign campaign, LocalDate from, LocalDate to) {
        return Comparison.of(statistics.arms(new CampaignDays(campaign.websiteId(), campaign.id(), from, to)));
    }

    private Results stored(Campaign campaign, LocalDate from, LocalDate to) {
        CampaignCounts counts = statistics.read(new CampaignDays(campaign.websiteId(), campaign.id(), from, to));
        WebsiteSettings settings = websites.find(campaign.websiteId()).map(Website::settings)
                .orElse(WebsiteSettings.DEFAULTS);
        return new ResultsSummary(counts, campaign.slots(), from, to).results(settings.attributionDays());
    }

    /** Loads on the days (UTC) {@code from} to {@code to} whose merge tag the mail service had left as it was. */
    public Map<Campaign, Long> placeholders(Collection<Campaign> campaigns, LocalDate from, LocalDate to) {
        recorder.flush(PATIENCE);
        return campaigns.stream().collect(Collectors.toMap(campaign -> campaign, campaign ->
                placeholders(new CampaignDays(campaign.websiteId(), campaign.id(), from, to))));
    }

    private long placeholders(CampaignDays days) {
        return statistics.findings(days).stream()
                .filter(found -> found.kind() == Kind.AUDIENCE && found.finding().equals(Audience.PLACEHOLDER.name()))
                .mapToLong(Found::number).sum();
    }
}
