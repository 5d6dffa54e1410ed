package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Edition;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.server.http.RawQuery;
import dev.inlay.templates.LiveValues;
import java.time.InstantSource;
import java.util.Optional;

/** Reads from a query which letter of a mailing it belongs to. */
final class Letters {
    private final RecipientParser recipients;
    private final SendParser sends;
    private final PersonalData personalData;
    private final LiveParser live;
    private final InstantSource time;

    Letters(RecipientParser recipients, PersonalData personalData, InstantSource time) {
        this.recipients = recipients;
        this.sends = new SendParser(personalData);
        this.personalData = personalData;
        this.live = new LiveParser(time);
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

    /** What {@code query} and this moment tell beside. */
    LiveValues live(Letter letter, RawQuery query) {
        return live.of(letter, query);
    }

    /** What this moment tells any reader of {@code mailing}. */
    LiveValues live(Mailing mailing) {
        return live.of(mailing);
    }

    private Letter letter(Mailing mailing, byte[] sendKey, Recipient recipient) {
        Edition edition = Edition.of(mailing.campaign(), sendKey, time.instant());
        boolean forAll = mailing.website().settings().personalizeUnknownConsent();
        return Letter.of(mailing, forAll ? edition : edition.forAgreedOnly(), recipient, personalData);
    }
}
