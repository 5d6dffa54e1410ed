package dev.inlay.server.consent;

import dev.inlay.db.consent.Consent;
import dev.inlay.db.identity.EmailAddress;
import dev.inlay.db.identity.EmailKey.Digest;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Members;
import dev.inlay.server.http.Placeholder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from a body whose consent is told of, and what; 400 names member, rule and value, but no address. */
final class ConsentParser {
    private static final Map<String, Digest> DIGESTS =
            Map.of("userEmailSha256", Digest.SHA256, "userEmailSha1", Digest.SHA1, "userEmailMd5", Digest.MD5);
    private static final List<String> NAMES = List.of("userEmail", "customerId", "trackingUserId", "userEmailSha256",
            "userEmailSha1", "userEmailMd5");

    private final PersonalData personalData;
    private final InstantSource time;

    ConsentParser(PersonalData personalData, InstantSource time) {
        this.personalData = personalData;
        this.time = time;
    }

    Named named(Members body) {
        List<String> given = NAMES.stream().filter(name -> body.present(name).isPresent()).toList();
        if (given.size() != 1) {
            throw new InvalidParameterException("body must have exactly one of " + String.join(", ", NAMES) + " - has "
                    + given.size());
        }
        String name = given.getFirst();
        String value = body.id(name).orElseThrow();
        return switch (name) {
            case "trackingUserId" -> Named.of(trackingUser(body, value));
            case "customerId" -> customer(body, value);
            case "userEmail" -> EmailAddress.parse(value).map(personalData::emailKeys).map(Named::byEmail)
                    .orElseThrow(() -> InvalidParameterException.without(name, "must be an address"));
            default -> personalData.emailKey(DIGESTS.get(name), value.strip()).map(List::of)
                    .map(Named::byEmail)
                    .orElseThrow(() -> InvalidParameterException.without(name, "must be the hex digest of an address"));
        };
    }

    Consent.State state(Members body) {
        String state = body.text("consent").orElseThrow(() -> body.missing("consent"));
        return switch (state) {
            case "granted" -> Consent.State.GRANTED;
            case "denied" -> Consent.State.DENIED;
            default -> throw body.wrong("consent", "must be granted or denied", state);
        };
    }

    /** Where the person said so, in the shop's words; empty if nothing is said of that. */
    String note(Members body) {
        String note = body.text("source").orElse("").strip();
        if (!personalData.storable(note).equals(note)) {
            throw body.wrong("source", "must have at most " + Consent.MAX_NOTE
                    + " characters, no control character and no address", note);
        }
        return note;
    }

    Optional<Instant> at(Members body) {
        return body.text("time").map(text -> {
            Instant at = instant(body, text);
            if (at.isAfter(time.instant()) || at.isBefore(Instant.EPOCH)) {
                throw body.wrong("time", "must lie between 1970 and now", text);
            }
            return at;
        });
    }

    private static Instant instant(Members body, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw body.wrong("time", "must be an ISO 8601 time with offset", text);
        }
    }

    private static TrackingUserId trackingUser(Members body, String value) {
        try {
            TrackingUserId trackingUser = new TrackingUserId(value);
            if (!trackingUser.equals(TrackingUserId.OPTED_OUT)) {
                return trackingUser;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw body.wrong("trackingUserId", "must be 24 hex characters, not all 0", value);
    }

    private Named customer(Members body, String value) {
        try {
            if (!Placeholder.isPlaceholder(value)) {
                return Named.byCustomer(List.of(personalData.customerId(value)));
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw body.wrong("customerId", "must have 1 to 255 characters, no control character and no merge tag", value);
    }
}
