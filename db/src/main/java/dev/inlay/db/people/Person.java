package dev.inlay.db.people;

import dev.inlay.db.identity.Aliases;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that belongs to a {@link Subject} now.
 *
 * @param subject with every digest of the address that is known
 * @param names what the person's mails may call them by
 * @param readers all names whose mails may show something of this person's history: beside {@code names} the other
 *        addresses of their customers
 */
record Person(Subject subject, List<TrackingUserId> trackingUsers, Aliases names, Aliases readers) {
    Person {
        trackingUsers = List.copyOf(trackingUsers);
    }

    Optional<CustomerId> customer() {
        return subject instanceof Subject.OfCustomer(CustomerId id) ? Optional.of(id) : Optional.empty();
    }

    /** The address, where the person is known by one that the store knows. */
    List<EmailKey> emails() {
        return subject instanceof Subject.OfEmail(List<EmailKey> keys)
                ? keys.stream().filter(key -> key.digest() == EmailKey.Digest.SHA256).toList() : List.of();
    }

    /** Whose rows are the person's, whole. */
    Stream<Owner> owners() {
        return Stream.concat(trackingUsers.stream().map(Owner::of), ownNames());
    }

    /** By which names they may have spoken of consent: those that no address is, and addresses by each digest. */
    List<Owner> speakers() {
        return Stream.concat(owners(), names.emails().stream().map(Owner::of)).distinct().toList();
    }

    /** The customer or the address itself. */
    Stream<Owner> ownNames() {
        return Stream.concat(customer().map(Owner::of).stream(), emails().stream().map(Owner::of));
    }
}
