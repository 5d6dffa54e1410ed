package dev.inlay.db.campaign;

import java.time.Instant;
import java.util.Objects;

/**
 * One filling of a campaign. Never a row: {@code send} is chosen by the outside.
 *
 * @param sendKey 16 bytes that name the send, or none (empty) for rolling, manual and auto without {@code send}
 * @param bucket start of the time bucket, seconds since 1970: of the period for rolling, of the day (UTC) for auto
 *        without {@code send}; else 0
 */
public record Edition(Campaign campaign, byte[] sendKey, long bucket) {
    private static final int DAY = 86_400;

    public Edition {
        Objects.requireNonNull(campaign, "campaign");
        sendKey = sendKey.clone();
    }

    /** The edition that {@code sendKey} (empty: no send) means at {@code now}. */
    public static Edition of(Campaign campaign, byte[] sendKey, Instant now) {
        long second = now.getEpochSecond();
        return switch (campaign.type()) {
            case AUTO -> sendKey.length > 0
                    ? new Edition(campaign, sendKey, 0)
                    : new Edition(campaign, new byte[0], Math.floorDiv(second, DAY) * DAY);
            case ROLLING -> {
                long period = campaign.period().toSeconds();
                yield new Edition(campaign, new byte[0], Math.floorDiv(second, period) * period);
            }
            case MANUAL -> new Edition(campaign, new byte[0], 0);
        };
    }

    @Override
    public byte[] sendKey() {
        return sendKey.clone();
    }
}
