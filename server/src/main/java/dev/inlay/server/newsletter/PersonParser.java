package dev.inlay.server.newsletter;

import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Members;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads exactly one of {@code trackingUserId}, {@code customerId} and {@code userEmail} from a body; 400 else. */
final class PersonParser {
    private final RecipientParser recipients;
    private final CampaignPicks picks;
    private final IdentityStore identities;

    PersonParser(RecipientParser recipients, CampaignPicks picks, IdentityStore identities) {
        this.recipients = recipients;
        this.picks = picks;
        this.identities = identities;
    }

    Person parse(Website website, Members body) {
        Optional<String> trackingUserId = body.id("trackingUserId");
        Optional<String> customerId = body.id("customerId");
        Optional<String> userEmail = body.text("userEmail");
        List<String> given = Stream.of(trackingUserId, customerId, userEmail).flatMap(Optional::stream).toList();
        if (given.size() != 1) {
            throw new InvalidParameterException("body must have exactly one of trackingUserId, customerId, userEmail"
                    + " - has " + given.size());
        }
        return trackingUserId.map(id -> trackingUser(website, id)).orElseGet(() -> recipient(website,
                customerId.map(id -> recipients.byCustomer(id).orElseThrow(() -> new InvalidParameterException(
                                "customerId must have 1 to 255 characters and no control character")))
                        .orElseGet(() -> userEmail.flatMap(recipients::byEmail).orElseThrow(() ->
                                new InvalidParameterException("userEmail must be an address")))));
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

    private Person recipient(Website website, Recipient recipient) {
        return new Person(Optional.of(recipient), picks.identify(website.id(), recipient));
    }
}
