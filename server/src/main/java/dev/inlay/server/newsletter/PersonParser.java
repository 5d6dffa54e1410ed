package dev.inlay.server.newsletter;

import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Members;
import java.util.List;
import java.util.Optional;

/** Reads who is meant from a body: exactly one of {@link #NAMES}; 400 else. */
final class PersonParser {
    static final String CUSTOMER_RULE = "customerId must have 1 to 255 characters and no control character";
    static final String EMAIL_RULE = "userEmail must be an address";
    static final String DIGEST_RULE = " must be the hex digest of an address";

    private static final List<String> NAMES = List.of("trackingUserId", "customerId", "userEmail", "userEmailSha256",
            "userEmailSha1", "userEmailMd5");

    private final RecipientParser recipients;
    private final CampaignPicks picks;
    private final IdentityStore identities;

    PersonParser(RecipientParser recipients, CampaignPicks picks, IdentityStore identities) {
        this.recipients = recipients;
        this.picks = picks;
        this.identities = identities;
    }

    Person parse(Website website, Members body) {
        String name = givenName(body);
        return switch (name) {
            case "trackingUserId" -> trackingUser(website, body.id(name).orElseThrow());
            case "customerId" -> recipient(website, body.id(name).flatMap(recipients::byCustomer), CUSTOMER_RULE);
            case "userEmail" -> recipient(website, body.text(name).flatMap(recipients::byEmail), EMAIL_RULE);
            default -> recipient(website, body.text(name).flatMap(hex -> recipients.byDigest(name, hex)),
                    name + DIGEST_RULE);
        };
    }

    /** Whom {@code owner} belongs to; no mail can name a tracking user. */
    Person of(Website website, Owner owner) {
        Optional<Recipient> recipient = switch (owner.kind()) {
            case TRACKING_USER -> Optional.empty();
            case CUSTOMER -> Optional.of(new Recipient.ByCustomer(List.of(owner.customer())));
            case EMAIL -> Optional.of(new Recipient.ByEmail(List.of(owner.email())));
        };
        return new Person(recipient, identities.resolve(website.id(), owner));
    }

    /** The one of {@link #NAMES} that {@code body} gives. */
    static String givenName(Members body) {
        List<String> given = NAMES.stream().filter(name -> body.present(name).isPresent()).toList();
        if (given.size() != 1) {
            throw new InvalidParameterException("body must have exactly one of " + String.join(", ", NAMES) + " - has "
                    + given.size());
        }
        return given.getFirst();
    }

    static TrackingUserId trackingUserId(String id) {
        try {
            return new TrackingUserId(id);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("trackingUserId", "must be 24 hex characters", id);
        }
    }

    private Person trackingUser(Website website, String id) {
        TrackingUserId trackingUser = trackingUserId(id);
        return new Person(Optional.empty(), trackingUser.equals(TrackingUserId.OPTED_OUT)
                ? new Identity.Unknown() : identities.resolveTrackingUser(website.id(), trackingUser));
    }

    private Person recipient(Website website, Optional<Recipient> recipient, String rule) {
        return recipient.map(known -> new Person(recipient, picks.identify(website.id(), known)))
                .orElseThrow(() -> new InvalidParameterException(rule));
    }
}
