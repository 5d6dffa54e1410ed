package dev.inlay.db.statistics;

import dev.inlay.db.Database;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.statistics.CampaignCounts.Found;
import dev.inlay.db.statistics.StatisticsRows.ClickKeyRow;
import dev.inlay.db.statistics.StatisticsRows.ClickRow;
import dev.inlay.db.statistics.StatisticsRows.FindingRow;
import dev.inlay.db.statistics.StatisticsRows.PictureRow;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * What became of the mails: picture loads as counters, clicks as rows. Several nodes add to the same counters at once.
 */
public final class StatisticsStore {
    private static final long WRITER_KEPT = Duration.ofDays(7).toMillis();
    private static final Comparator<PictureCount> PICTURE_ORDER = Comparator.comparing(PictureCount::campaignId)
            .thenComparing(PictureCount::day).thenComparing(PictureCount::slot)
            .thenComparing(count -> count.productNumber().orElse("")).thenComparing(PictureCount::requestClass);
    private static final Comparator<FindingCount> FINDING_ORDER = Comparator.comparing(FindingCount::campaignId)
            .thenComparing(FindingCount::day).thenComparing(FindingCount::slot)
            .thenComparing(FindingCount::requestClass).thenComparing(FindingCount::kind)
            .thenComparing(FindingCount::finding);

    private final Database database;

    public StatisticsStore(Database database) {
        this.database = database;
        database.prepare(List.of(StatisticsDao.class, StatisticsReadingDao.class, ArmReadingDao.class));
    }

    /**
     * Adds {@code batch} to what is stored, all of it or nothing, among the bulk work. A batch that was stored already
     * is not stored again: after an answer that was lost one may simply write once more.
     *
     * @throws dev.inlay.db.StoreException if it is not known to be stored
     */
    public void write(StatisticsBatch batch) {
        database.writes().write(new Entry<>(Lane.BULK, "picture_count", batch.writer(), writing -> {
            StatisticsDao dao = writing.handle().attach(StatisticsDao.class);
            if (isNew(dao, batch, writing.now())) {
                add(dao, batch);
            }
            return null;
        }));
    }

    /** What is stored of the campaign's days {@code from} to {@code to}, both included, all of one moment. */
    public CampaignCounts read(CampaignDays days) {
        return database.read(handle -> StatisticsReading.read(handle, days));
    }

    /** Of the same days, only what was found. */
    public List<Found> findings(CampaignDays days) {
        return database.read(handle -> handle.attach(StatisticsReadingDao.class)
                .sumFindings(days.websiteId(), days.campaignId(), days.fromDay(), days.toDay()));
    }

    /** Of the same days, what the arms of the campaign's hold-out did, all of one moment; empty if there was none. */
    public List<ArmCounts> arms(CampaignDays days) {
        return database.read(handle -> handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ,
                snapshot -> ArmReading.read(snapshot.attach(ArmReadingDao.class), days)));
    }

    private static boolean isNew(StatisticsDao dao, StatisticsBatch batch, long now) {
        if (dao.insertWriter(batch.websiteId(), batch.writer(), now) == 1) {
            dao.deleteWriters(batch.websiteId(), now - WRITER_KEPT);
        }
        return dao.updateWriter(batch.websiteId(), batch.writer(), batch.number(), now) == 1;
    }

    /** In the order of the keys, so that two nodes do not wait for each other in a circle. */
    private static void add(StatisticsDao dao, StatisticsBatch batch) {
        int websiteId = batch.websiteId();
        List<PictureRow> pictures = batch.pictures().stream().sorted(PICTURE_ORDER).map(PictureRow::of).toList();
        dao.insertPictures(websiteId, pictures);
        dao.addPictures(websiteId, pictures);
        List<FindingRow> findings = batch.findings().stream().sorted(FINDING_ORDER).map(FindingRow::of).toList();
        dao.insertFindings(websiteId, findings);
        dao.addFindings(websiteId, findings);
        dao.insertClicks(websiteId, batch.clicks().stream().map(ClickRow::of).toList());
        dao.suspect(websiteId, batch.suspects().stream().map(ClickKeyRow::of).toList());
    }
}
