package dev.inlay.db.statistics;

import dev.inlay.db.campaign.Arm;
import dev.inlay.db.statistics.ArmReadingDao.ArmClicks;
import dev.inlay.db.statistics.ArmReadingDao.ArmNumber;
import dev.inlay.db.statistics.ArmReadingDao.ArmOrders;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Puts side by side what is stored of each arm. */
final class ArmReading {
    private ArmReading() {
    }

    /** Both arms, the personalized one first; none if neither was counted in these days. */
    static List<ArmCounts> read(ArmReadingDao dao, CampaignDays days) {
        int website = days.websiteId();
        String campaign = days.campaignId();
        List<ArmNumber> pictures = dao.sumPictures(website, campaign, days.fromDay(), days.toDay());
        List<ArmClicks> clicks = dao.countClicks(website, campaign, days.fromMs(), days.untilMs());
        List<ArmOrders> orders = dao.sumOrders(website, campaign, days.fromMs(), days.untilMs());
        if (pictures.isEmpty() && clicks.isEmpty() && orders.isEmpty()) {
            return List.of();
        }
        List<ArmNumber> recipients = dao.countRecipients(website, campaign, days.fromMs(), days.untilMs());
        List<ArmNumber> clickers = dao.countClickers(website, campaign, days.fromMs(), days.untilMs());
        return Stream.of(Arm.PERSONALIZED, Arm.HOLD_OUT).map(arm -> {
            ArmClicks clicked = clicks.stream().filter(row -> row.arm() == arm).findFirst()
                    .orElse(new ArmClicks(arm, 0, 0));
            ArmOrders ordered = orders.stream().filter(row -> row.arm() == arm).findFirst()
                    .orElse(new ArmOrders(arm, 0, BigDecimal.ZERO));
            return new ArmCounts(arm, number(recipients, arm), number(clickers, arm), number(pictures, arm),
                    clicked.number(), clicked.ofPersons(), ordered.number(), ordered.revenue());
        }).toList();
    }

    private static long number(List<ArmNumber> numbers, Arm arm) {
        return numbers.stream().filter(row -> row.arm() == arm).mapToLong(ArmNumber::number).sum();
    }
}
