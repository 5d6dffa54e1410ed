package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Edition;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.server.http.RawQuery;
import java.time.InstantSource;
import java.util.Optional;

/** Reads from a query which letter of a mailing it belongs to. */
final class Letters {
    private final RecipientParser recipients;
    private final SendParser sends;
    private final PersonalData personalData;
    private final InstantSource time;

    Letters(RecipientParser recipients, PersonalData personalData, InstantSource time) {
        this.recipients = recipients;
        this.sends = new SendParser(personalData);
        this.personalData = personalData;
        this.time = time;
    }

    /** As mails ask. */
    Letter sent(Mailing mailing, RawQuery query) {
        return letter(mailing, query, recipients.parse(query, mailing));
    }

    /** As the operator asks, who may name anybody. */
    Letter previewed(Mailing mailing, RawQuery query) {
        return letter(mailing, query, recipients.parseTrusted(query, mailing));
    }

    /** As a body names it, outside of any URL. */
    Letter named(Mailing mailing, Recipient recipient, Optional<String> send) {
        byte[] sendKey = send.map(sends::key).orElseGet(() -> new byte[0]);
        Edition edition = Edition.of(mailing.campaign(), sendKey, time.instant());
        return Letter.of(mailing, edition, RecipientParser.trusted(recipient, mailing), personalData);
    }

    private Letter letter(Mailing mailing, RawQuery query, Recipient recipient) {
        Edition edition = Edition.of(mailing.campaign(), sends.parse(query), time.instant());
        return Letter.of(mailing, edition, recipient, personalData);
    }
}
