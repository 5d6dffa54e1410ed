package dev.inlay.db.campaign;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * One filling of a campaign. Never a row: {@code send} is chosen by the outside.
 *
 * @param sendKey 16 bytes that name the send, or none (empty) for rolling, manual and auto without {@code send};
 *        one more at the end of {@link #forAgreedOnly}
 * @param bucket start of the time bucket, seconds since 1970: of the period for rolling, of the day (UTC) for auto
 *        without {@code send}; else 0
 */
public record Edition(Campaign campaign, byte[] sendKey, long bucket) {
    private static final int DAY = 86_400;
    private static final byte AGREED_ONLY = 1;

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

    /**
     * The same edition while only those who agreed see personal products. The two share no lock, so that what was
     * locked for somebody of whom no consent is known is shown in one of them only.
     */
    public Edition forAgreedOnly() {
        byte[] marked = Arrays.copyOf(sendKey, sendKey.length + 1);
        marked[sendKey.length] = AGREED_ONLY;
        return new Edition(campaign, marked, bucket);
    }

    @Override
    public byte[] sendKey() {
        return sendKey.clone();
    }
}
