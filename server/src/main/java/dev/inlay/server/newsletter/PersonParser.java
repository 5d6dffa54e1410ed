package dev.inlay.server.newsletter;

import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.website.Website;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Members;
import java.util.List;
import java.util.Optional;

/** Reads who is meant from a body. */
public final class PersonParser {
    static final String CUSTOMER_RULE = "customerId must have 1 to 255 characters and no control character";
    static final String EMAIL_RULE = " must be an address";
    static final String DIGEST_RULE = " must be the hex digest of an address";

    private static final List<String> NAMES = List.of("trackingUserId", "customerId", "userEmail", "userEmailSha256",
            "userEmailSha1", "userEmailMd5");
    private static final List<String> NAMES_OF_PAGES = List.of("trackingUserId", "customerId", "email");

    private final RecipientParser recipients;
    private final CampaignPicks picks;

    PersonParser(RecipientParser recipients, CampaignPicks picks) {
        this.recipients = recipients;
        this.picks = picks;
    }

    /** Who is named by exactly one of {@link #NAMES}; 400 else. */
    Person parse(Website website, Members body) {
        return named(website, body, givenName(body));
    }

    /** Who looks at a page of the shop: named by one of {@link #NAMES_OF_PAGES}, or nobody known; 400 else. */
    public Identity ofPage(Website website, Members body) {
        List<String> given = given(body, NAMES_OF_PAGES);
        if (given.size() > 1) {
            throw new InvalidParameterException("body must have only one of " + String.join(", ", NAMES_OF_PAGES)
                    + " - has " + given.size());
        }
        return given.isEmpty() ? new Identity.Unknown() : named(website, body, given.getFirst()).identity();
    }

    private static List<String> given(Members body, List<String> names) {
        return names.stream().filter(name -> body.present(name).isPresent()).toList();
    }

    private Person named(Website website, Members body, String name) {
        return switch (name) {
            case "trackingUserId" -> trackingUser(website, body.id(name).orElseThrow());
            case "customerId" -> recipient(website, body.id(name).flatMap(recipients::byCustomer), CUSTOMER_RULE);
            case "userEmail", "email" -> recipient(website, body.text(name).flatMap(recipients::byEmail),
                    name + EMAIL_RULE);
            default -> recipient(website, body.text(name).flatMap(hex -> recipients.byDigest(name, hex)),
                    name + DIGEST_RULE);
        };
    }

    /** Whom mails of {@code mailing} mean by {@code token}. */
    Person holder(Mailing mailing, String token) {
        Recipient recipient = recipients.byToken(token, mailing);
        return person(mailing.website(), recipient);
    }

    /** Whom {@code owner} belongs to; no mail can name a tracking user or nobody. */
    Person of(Website website, Owner owner) {
        Optional<Recipient> recipient = switch (owner.kind()) {
            case TRACKING_USER, NOBODY -> Optional.empty();
            case CUSTOMER -> Optional.of(new Recipient.ByCustomer(List.of(owner.customer())));
            case EMAIL -> Optional.of(new Recipient.ByEmail(List.of(owner.email())));
        };
        return person(website, recipient, Named.of(owner));
    }

    /** The one of {@link #NAMES} that {@code body} gives. */
    static String givenName(Members body) {
        List<String> given = given(body, NAMES);
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
        return trackingUser.equals(TrackingUserId.OPTED_OUT)
                ? new Person(Optional.empty(), Named.of(trackingUser), new Identity.Unknown())
                : person(website, Optional.empty(), Named.of(trackingUser));
    }

    private Person recipient(Website website, Optional<Recipient> recipient, String rule) {
        return recipient.map(known -> person(website, known))
                .orElseThrow(() -> new InvalidParameterException(rule));
    }

    private Person person(Website website, Recipient recipient) {
        return person(website, Optional.of(recipient), recipient.named());
    }

    private Person person(Website website, Optional<Recipient> recipient, Named named) {
        return new Person(recipient, named, picks.identify(website, named));
    }
}
