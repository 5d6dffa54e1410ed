package dev.inlay.db.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.db.StoreContract;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.statistics.CampaignCounts.DayCount;
import dev.inlay.db.statistics.CampaignCounts.Found;
import dev.inlay.db.statistics.CampaignCounts.ProductCount;
import dev.inlay.db.statistics.CampaignCounts.SlotCount;
import dev.inlay.db.statistics.FindingCount.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a statistics store promises on every database. */
abstract class StatisticsStoreContract extends StoreContract {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);
    private static final String CAMPAIGN = "campaignaaaaaaaa";
    private static final String ANNA = "a".repeat(32);
    private static final String BERT = "b".repeat(32);
    private static final String WRITER = "1".repeat(32);

    private long nextClick = 1;

    @Test
    void nothingIsCountedAtFirst() {
        CampaignCounts counts = read(YESTERDAY, TODAY);

        assertThat(counts.pictures().slots()).isEmpty();
        assertThat(counts.clicks().days()).isEmpty();
        assertEquals(0, counts.uniqueClicks());
    }

    @Test
    void loadsOfSeveralBatchesAddUp() {
        write(1, List.of(loads(TODAY, 1, "stove", RequestClass.PERSON, 2), loads(TODAY, 2, "", RequestClass.PROXY, 1)));
        write(2, List.of(loads(TODAY, 1, "stove", RequestClass.PERSON, 3),
                loads(YESTERDAY, 1, "tent", RequestClass.PERSON, 5)));

        CampaignCounts.Traffic pictures = read(YESTERDAY, TODAY).pictures();

        assertThat(pictures.slots()).containsExactlyInAnyOrder(
                new SlotCount(1, RequestClass.PERSON, 10), new SlotCount(2, RequestClass.PROXY, 1));
        assertThat(pictures.products()).containsExactlyInAnyOrder(new ProductCount("stove", RequestClass.PERSON, 5),
                new ProductCount("tent", RequestClass.PERSON, 5), new ProductCount("", RequestClass.PROXY, 1));
        assertThat(pictures.days()).containsExactlyInAnyOrder(day(TODAY, RequestClass.PERSON, 5),
                day(TODAY, RequestClass.PROXY, 1), day(YESTERDAY, RequestClass.PERSON, 5));
    }

    @Test
    void daysOutsideAndOtherWebsitesAndCampaignsAreNotCounted() {
        write(1, List.of(loads(YESTERDAY, 1, "stove", RequestClass.PERSON, 1)));
        statistics().write(new StatisticsBatch(shop, WRITER, 2, List.of(new PictureCount("campaignbbbbbbbb", TODAY, 1,
                Optional.empty(), RequestClass.PERSON, 1)), List.of(), List.of(), List.of()));
        int other = newWebsite();
        statistics().write(new StatisticsBatch(other, WRITER, 3,
                List.of(loads(TODAY, 1, "stove", RequestClass.PERSON, 1)), List.of(), List.of(), List.of()));

        assertThat(read(TODAY, TODAY).pictures().slots()).isEmpty();
    }

    @Test
    void batchThatIsWrittenAgainCountsOnce() {
        StatisticsBatch batch = new StatisticsBatch(shop, WRITER, 7,
                List.of(loads(TODAY, 1, "stove", RequestClass.PERSON, 2)), List.of(found(Kind.AUDIENCE, "UNKNOWN")),
                List.of(click(instant(TODAY, 10), ANNA, RequestClass.PERSON)), List.of());
        statistics().write(batch);
        store.restart();

        statistics().write(batch);

        CampaignCounts counts = read(TODAY, TODAY);
        assertThat(counts.pictures().slots()).containsExactly(new SlotCount(1, RequestClass.PERSON, 2));
        assertThat(counts.findings()).containsExactly(new Found(Kind.AUDIENCE, "UNKNOWN", 1));
        assertEquals(counts.findings(), statistics().findings(new CampaignDays(shop, CAMPAIGN, TODAY, TODAY)));
        assertThat(counts.clicks().slots()).containsExactly(new SlotCount(1, RequestClass.PERSON, 1));
    }

    @Test
    void manyWritersAddToTheSameCounters() throws Exception {
        int writers = 8;
        int batches = 25;
        List<Callable<Void>> calls = IntStream.range(0, writers).<Callable<Void>>mapToObj(writer -> () -> {
            for (int number = 1; number <= batches; number++) {
                statistics().write(new StatisticsBatch(shop, ("" + writer).repeat(32), number,
                        List.of(loads(TODAY, 1, "stove", RequestClass.PERSON, 1),
                                loads(TODAY, 2, "tent", RequestClass.PERSON, 2)),
                        List.of(found(Kind.NEUTRAL, "STORE")), List.of(), List.of()));
            }
            return null;
        }).toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> call : threads.invokeAll(calls)) {
                call.get();
            }
        }

        CampaignCounts counts = read(TODAY, TODAY);
        assertThat(counts.pictures().slots()).containsExactlyInAnyOrder(
                new SlotCount(1, RequestClass.PERSON, writers * batches),
                new SlotCount(2, RequestClass.PERSON, 2L * writers * batches));
        assertThat(counts.findings()).containsExactly(new Found(Kind.NEUTRAL, "STORE", writers * batches));
    }

    @Test
    void clicksCountByTheirDayToTheMillisecond() {
        Instant midnight = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        writeClicks(1, click(midnight.minusMillis(1), ANNA, RequestClass.PERSON),
                click(midnight, ANNA, RequestClass.PERSON),
                click(midnight.plusSeconds(86_400).minusMillis(1), BERT, RequestClass.SCANNER),
                click(midnight.plusSeconds(86_400), BERT, RequestClass.PERSON));

        CampaignCounts.Traffic clicks = read(TODAY, TODAY).clicks();

        assertThat(clicks.days()).containsExactlyInAnyOrder(
                day(TODAY, RequestClass.PERSON, 1), day(TODAY, RequestClass.SCANNER, 1));
        assertThat(clicks.products()).containsExactlyInAnyOrder(new ProductCount("stove", RequestClass.PERSON, 1),
                new ProductCount("stove", RequestClass.SCANNER, 1));
    }

    @Test
    void uniqueClicksAreOfPersonsByEditionAndRecipient() {
        writeClicks(1, click(instant(TODAY, 1), ANNA, RequestClass.PERSON),
                click(instant(TODAY, 2), ANNA, RequestClass.PERSON),
                click(instant(TODAY, 3), BERT, RequestClass.SCANNER),
                new Click(new Click.Key(CAMPAIGN, instant(TODAY, 4), nextClick++), "edition2", ANNA, 2,
                        Optional.empty(), RequestClass.PERSON, "KNOWN", Arm.NONE));

        assertEquals(2, read(TODAY, TODAY).uniqueClicks());
    }

    @Test
    void clicksThatTurnOutSuspectLeaveTheirClass() {
        Click first = click(instant(TODAY, 1), ANNA, RequestClass.PERSON);
        Click second = click(instant(TODAY, 2), ANNA, RequestClass.PERSON);
        statistics().write(new StatisticsBatch(shop, WRITER, 1, List.of(), List.of(), List.of(first, second),
                List.of(second.key())));
        assertThat(read(TODAY, TODAY).clicks().slots()).containsExactlyInAnyOrder(
                new SlotCount(1, RequestClass.PERSON, 1), new SlotCount(1, RequestClass.SUSPECT, 1));

        statistics().write(new StatisticsBatch(shop, WRITER, 2, List.of(), List.of(), List.of(),
                List.of(first.key())));

        assertThat(read(TODAY, TODAY).clicks().slots()).containsExactly(new SlotCount(1, RequestClass.SUSPECT, 2));
        assertEquals(0, read(TODAY, TODAY).uniqueClicks());
    }

    @Test
    void allOfItSurvivesARestart() {
        write(1, List.of(loads(TODAY, 1, "stove", RequestClass.PERSON, 2)));
        writeClicks(2, click(instant(TODAY, 1), ANNA, RequestClass.PERSON));
        CampaignCounts before = read(TODAY, TODAY);

        store.restart();

        assertEquals(before, read(TODAY, TODAY));
    }

    private void write(long number, List<PictureCount> pictures) {
        statistics().write(new StatisticsBatch(shop, WRITER, number, pictures, List.of(), List.of(), List.of()));
    }

    private void writeClicks(long number, Click... clicks) {
        statistics().write(
                new StatisticsBatch(shop, WRITER, number, List.of(), List.of(), List.of(clicks), List.of()));
    }

    private Click click(Instant at, String recipient, RequestClass requestClass) {
        return new Click(new Click.Key(CAMPAIGN, at, nextClick++), "edition1", recipient, 1, Optional.of("stove"),
                requestClass, "KNOWN", Arm.NONE);
    }

    private static PictureCount loads(LocalDate day, int slot, String product, RequestClass requestClass, long loads) {
        return new PictureCount(CAMPAIGN, day, slot, Optional.of(product).filter(number -> !number.isEmpty()),
                requestClass, loads);
    }

    private static FindingCount found(Kind kind, String finding) {
        return new FindingCount(CAMPAIGN, TODAY, 1, RequestClass.PERSON, kind, finding, 1);
    }

    private static Instant instant(LocalDate day, int hour) {
        return day.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private static DayCount day(LocalDate day, RequestClass requestClass, long number) {
        return new DayCount((int) day.toEpochDay(), requestClass, number);
    }

    private CampaignCounts read(LocalDate from, LocalDate to) {
        return statistics().read(new CampaignDays(shop, CAMPAIGN, from, to));
    }

    private StatisticsStore statistics() {
        return new StatisticsStore(database());
    }
}
