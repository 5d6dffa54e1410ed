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
        return letter(mailing, sends.parse(query), recipients.parse(query, mailing));
    }

    /** As the operator asks, who may name anybody. */
    Letter previewed(Mailing mailing, RawQuery query) {
        return letter(mailing, sends.parse(query), recipients.parseTrusted(query, mailing));
    }

    /** As a body names it, outside of any URL. */
    Letter named(Mailing mailing, Recipient recipient, Optional<String> send) {
        byte[] sendKey = send.map(sends::key).orElseGet(() -> new byte[0]);
        return letter(mailing, sendKey, RecipientParser.trusted(recipient, mailing));
    }

    private Letter letter(Mailing mailing, byte[] sendKey, Recipient recipient) {
        Edition edition = Edition.of(mailing.campaign(), sendKey, time.instant());
        boolean forAll = mailing.website().settings().personalizeUnknownConsent();
        return Letter.of(mailing, forAll ? edition : edition.forAgreedOnly(), recipient, personalData);
    }
}
