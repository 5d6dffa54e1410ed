package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Arm;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.PersonalData;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Draws which recipients of a campaign see bestsellers, so that the others can be compared with them: a pure function
 * of campaign and recipient, the same for every send, on every node and after a restart. Keyed, so that nobody outside
 * can tell who is drawn, and drawn anew by each campaign. Whoever is held out stays so when the share grows.
 *
 * <p>Only recipients of whom something is known when their products are locked are compared: whoever is unknown, and
 * whoever is not named, gets the same products in either arm and would blur the difference.
 */
final class HoldOut {
    private static final int PERCENT = 100;

    private final PersonalData personalData;

    HoldOut(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** The arm in which the products of {@code letter}, which is for {@code identity}, would be locked now. */
    Arm arm(Letter letter, Identity identity) {
        int percent = letter.mailing().settings().holdOutPercent();
        return switch (identity) {
            case Identity.Known known -> percent == 0 ? Arm.NONE
                    : arm(letter.mailing().campaign().id(), letter.lockKey(), percent);
            case Identity.Unknown() -> Arm.NONE;
        };
    }

    /** The arm of whoever has {@code lockKey} (16 bytes) while {@code percent} of a hundred are held out. */
    Arm arm(String campaignId, byte[] lockKey, int percent) {
        byte[] draw = personalData.lockKey("hold-out", campaignId, HexFormat.of().formatHex(lockKey));
        return Long.remainderUnsigned(ByteBuffer.wrap(draw).getLong(), PERCENT) < percent
                ? Arm.HOLD_OUT : Arm.PERSONALIZED;
    }
}
