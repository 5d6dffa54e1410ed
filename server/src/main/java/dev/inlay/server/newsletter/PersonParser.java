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
        List<String> given = NAMES.stream().filter(name -> body.present(name).isPresent()).toList();
        if (given.size() != 1) {
            throw new InvalidParameterException("body must have exactly one of " + String.join(", ", NAMES) + " - has "
                    + given.size());
        }
        String name = given.getFirst();
        return switch (name) {
            case "trackingUserId" -> trackingUser(website, body.id(name).orElseThrow());
            case "customerId" -> recipient(website, body.id(name).flatMap(recipients::byCustomer),
                    "customerId must have 1 to 255 characters and no control character");
            case "userEmail" -> recipient(website, body.text(name).flatMap(recipients::byEmail),
                    "userEmail must be an address");
            default -> recipient(website, body.text(name).flatMap(hex -> recipients.byDigest(name, hex)),
                    name + " must be the hex digest of an address");
        };
    }

    /** Whom {@code owner} belongs to; no mail can name a tracking user or nobody. */
    Person of(Website website, Owner owner) {
        Optional<Recipient> recipient = switch (owner.kind()) {
            case TRACKING_USER, NOBODY -> Optional.empty();
            case CUSTOMER -> Optional.of(new Recipient.ByCustomer(List.of(owner.customer())));
            case EMAIL -> Optional.of(new Recipient.ByEmail(List.of(owner.email())));
        };
        return new Person(recipient, identities.resolve(website.id(), owner));
    }

    private Person trackingUser(Website website, String id) {
        try {
            TrackingUserId trackingUser = new TrackingUserId(id);
            return new Person(Optional.empty(), trackingUser.equals(TrackingUserId.OPTED_OUT)
                    ? new Identity.Unknown() : identities.resolveTrackingUser(website.id(), trackingUser));
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException("trackingUserId", "must be 24 hex characters", id);
        }
    }

    private Person recipient(Website website, Optional<Recipient> recipient, String rule) {
        return recipient.map(known -> new Person(recipient, picks.identify(website.id(), known)))
                .orElseThrow(() -> new InvalidParameterException(rule));
    }
}
