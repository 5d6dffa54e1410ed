package dev.inlay.server.console.activity;

import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.Position;
import dev.inlay.db.activity.TimelineEntry;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.catalogue.Catalogue;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.server.console.ConsoleCall;
import dev.inlay.server.console.ConsolePart;
import dev.inlay.server.console.Gate;
import dev.inlay.server.console.activity.ActivityView.Live;
import dev.inlay.server.console.activity.ActivityView.TagsLeft;
import dev.inlay.server.console.activity.ActivityView.Unmatched;
import dev.inlay.server.console.campaigns.CampaignPages;
import dev.inlay.server.console.people.EntryRow;
import dev.inlay.server.console.people.EntryRows;
import dev.inlay.server.console.people.ShopTime;
import dev.inlay.server.statistics.ResultsReader;
import dev.inlay.server.tracking.Refusals;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What arrives from the shop, live; which of it names no product; and what was refused. */
public final class ActivityPage implements ConsolePart {
    private static final int LATEST = 50;
    private static final int DAYS = 7;

    private final ActivityStore activities;
    private final CatalogueStore catalogues;
    private final CampaignStore campaigns;
    private final ResultsReader results;
    private final Refusals refusals;
    private final EntryRows rows;
    private final InstantSource time;

    public ActivityPage(ActivityStore activities, CatalogueStore catalogues, CampaignStore campaigns,
            ResultsReader results, Refusals refusals, EntryRows rows, InstantSource time) {
        this.activities = activities;
        this.catalogues = catalogues;
        this.campaigns = campaigns;
        this.results = results;
        this.refusals = refusals;
        this.rows = rows;
        this.time = time;
    }

    @Override
    public void routing(Gate gate) {
        gate.get("/activity", this::show)
                .get("/activity/latest", this::latest);
    }

    private void show(ConsoleCall call) {
        Catalogue catalogue = catalogues.catalogue(call.website().id());
        ShopTime clock = ShopTime.of(call.website());
        UnmatchedProducts unmatched = UnmatchedProducts.read(activities, catalogue, call.website().id(),
                time.instant().minus(Duration.ofDays(DAYS)));
        call.show("activity/activity", "Activity", "Activity", new ActivityView(live(call),
                call.query().first("paused").isPresent(), unmatched(call, unmatched, catalogue), unmatched.more(),
                clock.text(unmatched.back()), refusals.of(call.website()), refusals.withoutWebsite(), tagsLeft(call),
                clock));
    }

    /** The rows of the latest events; nothing while the page has them already. */
    private void latest(ConsoleCall call) {
        Live live = live(call);
        if (call.query().first("after").filter(live.latest()::equals).isPresent()) {
            call.keep();
        } else {
            call.show("activity/latest", "", "", live);
        }
    }

    private Live live(ConsoleCall call) {
        List<EntryRow> latest = rows.of(call, activities.latest(call.website().id(), Position.NEWEST, LATEST));
        return new Live(latest, latest.stream().findFirst().map(EntryRow::id).orElse("none"));
    }

    private List<Unmatched> unmatched(ConsoleCall call, UnmatchedProducts unmatched, Catalogue catalogue) {
        LookAlikes lookAlikes = new LookAlikes(
                unmatched.lines().stream().map(UnmatchedProducts.Line::reference).toList(), catalogue.products());
        List<TimelineEntry> examples = unmatched.lines().stream().map(UnmatchedProducts.Line::example).toList();
        List<EntryRow> shown = rows.of(call, examples);
        return IntStream.range(0, shown.size()).mapToObj(line -> new Unmatched(shown.get(line),
                unmatched.lines().get(line).count(), lookAlikes.of(unmatched.lines().get(line).reference()))).toList();
    }

    private List<TagsLeft> tagsLeft(ConsoleCall call) {
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        return results.placeholders(campaigns.list(call.website().id()), today.minusDays(DAYS - 1), today)
                .entrySet().stream().filter(left -> left.getValue() > 0)
                .map(left -> new TagsLeft(left.getKey().name(),
                        CampaignPages.path(left.getKey()), left.getValue()))
                .sorted(Comparator.comparingLong(TagsLeft::loads).reversed().thenComparing(TagsLeft::campaign))
                .toList();
    }
}
