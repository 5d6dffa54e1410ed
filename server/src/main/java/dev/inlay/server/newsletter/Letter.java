package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Edition;
import dev.inlay.db.identity.PersonalData;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What one recipient got: an edition of a mailing.
 *
 * @param lockKey what the recipient's lock is kept under, 16 bytes
 */
record Letter(Mailing mailing, Edition edition, Recipient recipient, byte[] lockKey) {
    static Letter of(Mailing mailing, Edition edition, Recipient recipient, PersonalData personalData) {
        return new Letter(mailing, edition, recipient, recipient.lockKey(personalData));
    }

    /** Tells letters apart: campaign, edition and recipient, without telling who that is. */
    String name() {
        return edition.campaign().id() + " " + edition.campaign().clearCount() + " " + edition.bucket() + " "
                + HexFormat.of().formatHex(edition.sendKey()) + " " + HexFormat.of().formatHex(lockKey);
    }

    /** Where chance begins for this letter: the same each time. */
    long seed() {
        return ByteBuffer.wrap(lockKey).getLong() + 31L * Arrays.hashCode(edition.sendKey()) + 37 * edition.bucket()
                + 41L * edition.campaign().clearCount();
    }
}
