package dev.inlay.server.newsletter;

import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.people.Subject;
import dev.inlay.server.http.InvalidParameterException;
import dev.inlay.server.http.Members;
import java.util.List;

/** Reads from a body whose data is meant, by exactly one of the names that explain takes, too; 400 else. */
public final class SubjectParser {
    private final RecipientParser recipients;

    SubjectParser(RecipientParser recipients) {
        this.recipients = recipients;
    }

    /** All who can be meant, most likely first; nobody for the shopper who opted out. */
    public List<Subject> parse(Members body) {
        String name = PersonParser.givenName(body);
        return switch (name) {
            case "trackingUserId" -> trackingUser(body.id(name).orElseThrow());
            case "customerId" -> customer(body.id(name).orElseThrow());
            case "userEmail" -> email(body.text(name).orElseThrow());
            default -> digest(name, body.text(name).orElseThrow());
        };
    }

    private static List<Subject> trackingUser(String id) {
        TrackingUserId trackingUser = PersonParser.trackingUserId(id);
        return trackingUser.equals(TrackingUserId.OPTED_OUT) ? List.of()
                : List.of(new Subject.OfTrackingUser(trackingUser));
    }

    private List<Subject> customer(String id) {
        return recipients.byCustomer(id).map(SubjectParser::subjects)
                .orElseThrow(() -> new InvalidParameterException(PersonParser.CUSTOMER_RULE));
    }

    private List<Subject> email(String address) {
        List<Subject> subjects = recipients.addresses(address).stream().<Subject>map(Subject.OfEmail::new).toList();
        if (subjects.isEmpty()) {
            throw new InvalidParameterException("userEmail" + PersonParser.EMAIL_RULE);
        }
        return subjects;
    }

    private List<Subject> digest(String name, String hex) {
        return recipients.byDigest(name, hex).map(SubjectParser::subjects)
                .orElseThrow(() -> new InvalidParameterException(name + PersonParser.DIGEST_RULE));
    }

    private static List<Subject> subjects(Recipient recipient) {
        return switch (recipient) {
            case Recipient.ByCustomer customer -> customer.candidates().stream()
                    .<Subject>map(Subject.OfCustomer::new).toList();
            case Recipient.ByEmail email -> List.of(new Subject.OfEmail(email.candidates()));
            case Recipient.ByToken _, Recipient.Stranger _, Recipient.Anonymous _ -> List.of();
        };
    }
}
