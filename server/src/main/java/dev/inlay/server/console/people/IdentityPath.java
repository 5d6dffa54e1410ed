package dev.inlay.server.console.people;

import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PathStep;
import dev.inlay.db.identity.Source;
import dev.inlay.db.identity.TrackingUserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is behind a name: the tracking users that count, last seen first, and whom each belonged to when.
 *
 * @param more tracking users beyond those shown
 */
record IdentityPath(Owner owner, Identity.Known known, List<TrackingUser> trackingUsers, int more) {
    /** @param path where its own page lies, of the website; {@code steps} the latest change first */
    record TrackingUser(TrackingUserId id, String path, List<Step> steps) { }

    /** From when on a tracking user belonged to whom. */
    record Step(String time, String isoTime, String whom, String source, boolean trusted) { }

    /** How one came from the name to the tracking users, a sentence each. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        int count = known.trackingUsers().size();
        if (owner.kind() == Owner.Kind.EMAIL) {
            sentences.add(count == 0 ? "No tracking user has this address; it is known from orders."
                    : "The tracking user last seen with this address is " + known.trackingUsers().getFirst() + ".");
        }
        if (owner.kind() != Owner.Kind.CUSTOMER) {
            sentences.add(known.customer().map(customer -> "Belongs to " + PersonName.of(customer) + ".")
                    .orElse("Belongs to no customer."));
        }
        sentences.add(switch (count) {
            case 0 -> "No browser of this person is known.";
            case 1 -> "What they see follows what one tracking user did.";
            default -> "What they see follows what " + count + " tracking users did, the last seen first.";
        });
        return sentences;
    }

    Optional<Owner> customer() {
        return known.customer().map(Owner::of).filter(customer -> !customer.equals(owner));
    }

    /** The steps of one tracking user; {@code emails} are those met so far, so that each keeps its letter. */
    static List<Step> steps(List<PathStep> steps, Owner owner, List<EmailKey> emails, ShopTime clock) {
        return steps.stream().map(step -> new Step(clock.text(step.time()), step.time().toString(),
                Stream.concat(step.customer().map(PersonName::of).stream(),
                        step.email().map(email -> address(email, owner, emails)).stream())
                        .collect(Collectors.joining(" and ")),
                source(step.source()), step.source().isTrusted())).toList();
    }

    private static String address(EmailKey email, Owner owner, List<EmailKey> emails) {
        if (owner.equals(Owner.of(email))) {
            return "this address";
        }
        if (!emails.contains(email)) {
            emails.add(email);
        }
        return "address no. " + (emails.indexOf(email) + 1);
    }

    private static String source(Source source) {
        return switch (source) {
            case BROWSER -> "said by a browser";
            case SIGNED -> "said by a browser, signed by the shop";
            case API_KEY -> "said by the shop's back end";
            case ORDER_FEED -> "said by an order feed";
            case IMPORT -> "said by an import";
            case CLICK -> "named by a click in a mail";
        };
    }
}
