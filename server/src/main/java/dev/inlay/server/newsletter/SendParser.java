package dev.inlay.server.newsletter;

import dev.inlay.db.identity.PersonalData;
import dev.inlay.server.http.Placeholder;
import dev.inlay.server.http.RawQuery;

/** Reads which sending of a newsletter a URL belongs to. A {@code +} stays as it is; a placeholder is no send. */
final class SendParser {
    private final PersonalData personalData;

    SendParser(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** The key of the first {@code send}, 16 bytes; empty (no bytes) without any. */
    byte[] parse(RawQuery query) {
        return query.values("send").stream().filter(value -> !Placeholder.isPlaceholder(value)).findFirst()
                .map(this::key).orElseGet(() -> new byte[0]);
    }

    byte[] key(String send) {
        return personalData.lockKey("send", send);
    }
}
