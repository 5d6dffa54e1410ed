package dev.inlay.db.statistics;

import dev.inlay.db.statistics.CampaignCounts.Traffic;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Reads {@link CampaignCounts} from one snapshot of the store, so that all its sums are of the same rows. */
final class StatisticsReading {
    private StatisticsReading() {
    }

    static CampaignCounts read(Handle handle, CampaignDays days) {
        return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ,
                snapshot -> counts(snapshot.attach(StatisticsReadingDao.class), days));
    }

    private static CampaignCounts counts(StatisticsReadingDao dao, CampaignDays days) {
        int website = days.websiteId();
        String campaign = days.campaignId();
        return new CampaignCounts(pictures(dao, days), clicks(dao, days),
                dao.sumFindings(website, campaign, days.fromDay(), days.toDay()),
                dao.countUniqueClicks(website, campaign, days.fromMs(), days.untilMs()),
                dao.sumOrdersByDay(website, campaign, days.fromMs(), days.untilMs()),
                dao.sumOrdersByProduct(website, campaign, days.fromMs(), days.untilMs()));
    }

    private static Traffic pictures(StatisticsReadingDao dao, CampaignDays days) {
        int website = days.websiteId();
        String campaign = days.campaignId();
        return new Traffic(dao.sumPicturesBySlot(website, campaign, days.fromDay(), days.toDay()),
                dao.sumPicturesByProduct(website, campaign, days.fromDay(), days.toDay()),
                dao.sumPicturesByDay(website, campaign, days.fromDay(), days.toDay()));
    }

    private static Traffic clicks(StatisticsReadingDao dao, CampaignDays days) {
        int website = days.websiteId();
        String campaign = days.campaignId();
        return new Traffic(dao.countClicksBySlot(website, campaign, days.fromMs(), days.untilMs()),
                dao.countClicksByProduct(website, campaign, days.fromMs(), days.untilMs()),
                dao.countClicksByDay(website, campaign, days.fromMs(), days.untilMs()));
    }
}
