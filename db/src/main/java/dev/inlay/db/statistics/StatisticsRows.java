package dev.inlay.db.statistics;

import dev.inlay.db.campaign.Arm;
import java.util.HexFormat;

/** What {@link StatisticsDao} writes. */
interface StatisticsRows {
    /** A row of table {@code picture_count}. */
    record PictureRow(String campaignId, int onDay, int slot, String productNumber, String requestClass, long loads) {
        static PictureRow of(PictureCount count) {
            return new PictureRow(count.campaignId(), (int) count.day().toEpochDay(), count.slot(),
                    count.productNumber().orElse(""), count.requestClass().name(), count.loads());
        }
    }

    /** A row of table {@code picture_finding}. */
    record FindingRow(String campaignId, int onDay, int slot, String requestClass, String kind, String finding,
            long loads) {
        static FindingRow of(FindingCount count) {
            return new FindingRow(count.campaignId(), (int) count.day().toEpochDay(), count.slot(),
                    count.requestClass().name(), count.kind().name(), count.finding(), count.loads());
        }
    }

    /** A row of table {@code click}. */
    record ClickRow(String campaignId, long atMs, long id, String edition, byte[] recipient, int slot,
            String productNumber, String requestClass, String audience, Arm arm) {
        static ClickRow of(Click click) {
            Click.Key key = click.key();
            return new ClickRow(key.campaignId(), key.at().toEpochMilli(), key.id(), click.edition(),
                    HexFormat.of().parseHex(click.recipient()), click.slot(), click.productNumber().orElse(null),
                    click.requestClass().name(), click.audience(), click.arm());
        }
    }

    /** What names a row of table {@code click}. */
    record ClickKeyRow(String campaignId, long atMs, long id) {
        static ClickKeyRow of(Click.Key key) {
            return new ClickKeyRow(key.campaignId(), key.at().toEpochMilli(), key.id());
        }
    }
}
