package dev.inlay.server.newsletter;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.PersonalData;

/** What the locks of recipients are kept under: 16 bytes that tell who they are only to those who know already. */
public final class LockKeys {
    private static final String PURPOSE = "recipient";

    private final PersonalData personalData;

    public LockKeys(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** Of a recipient who is named by address or digest; each digest of an address has a key of its own. */
    public byte[] of(EmailKey email) {
        return personalData.lockKey(PURPOSE, "email", email.hex());
    }

    public byte[] of(CustomerId customer) {
        return personalData.lockKey(PURPOSE, "customer", customer.stored());
    }

    /** The one that all requests share which name nobody. */
    public byte[] ofNobody() {
        return personalData.lockKey(PURPOSE, "anonymous");
    }

    byte[] ofToken(String token) {
        return personalData.lockKey(PURPOSE, "token", token);
    }
}
