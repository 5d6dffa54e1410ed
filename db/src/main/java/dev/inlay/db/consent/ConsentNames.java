package dev.inlay.db.consent;

import dev.inlay.db.consent.ConsentDao.DigestRow;
import dev.inlay.db.identity.Aliases;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.TrackingUserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds all names under which one person may have spoken of consent: the name at hand, the customer with all its
 * tracking users as they are now, and the addresses of these and of the customer's orders, each by all its digests.
 */
final class ConsentNames {
    private final ConsentDao dao;
    private final int websiteId;

    ConsentNames(ConsentDao dao, int websiteId) {
        this.dao = dao;
        this.websiteId = websiteId;
    }

    /** All of them, as rows hold them. */
    Set<Owner> of(Named named, Identity identity) {
        Set<Owner> names = new LinkedHashSet<>();
        named.trackingUser().map(Owner::of).ifPresent(names::add);
        if (identity instanceof Identity.Known known) {
            known.trackingUsers().stream().map(Owner::of).forEach(names::add);
        }
        Aliases aliases = aliases(named, identity);
        aliases.customers().stream().map(Owner::of).forEach(names::add);
        aliases.emails().stream().map(ConsentNames::owner).forEach(names::add);
        return names;
    }

    /** Those of them that a mail can use. */
    Aliases aliases(Named named, Identity identity) {
        Set<CustomerId> customers = new LinkedHashSet<>(named.customers());
        Set<EmailKey> emails = new LinkedHashSet<>(named.emails());
        if (identity instanceof Identity.Known known) {
            known.customer().ifPresent(customers::add);
            emails(known).forEach(emails::add);
        }
        return new Aliases(List.copyOf(customers), emails.stream().flatMap(this::digests).distinct().toList());
    }

    /** The one name that rows hold of an address: by SHA-256 if that can be known. */
    Owner email(List<EmailKey> keys) {
        List<EmailKey> digests = keys.stream().flatMap(this::digests).toList();
        return owner(digests.stream().filter(key -> key.digest() == EmailKey.Digest.SHA256).findFirst()
                .orElseGet(digests::getFirst));
    }

    private Stream<EmailKey> emails(Identity.Known known) {
        List<String> trackingUsers = known.trackingUsers().stream().map(TrackingUserId::value).toList();
        Stream<byte[]> ofTrackingUsers = trackingUsers.isEmpty()
                ? Stream.empty() : dao.findEmails(websiteId, trackingUsers).stream();
        Stream<byte[]> ofOrders = known.customer().map(CustomerId::stored).stream()
                .flatMap(customer -> dao.findEmailsOfOrders(websiteId, customer).stream());
        return Stream.concat(known.email().stream(), Stream.concat(ofTrackingUsers, ofOrders)
                .map(bytes -> new EmailKey(EmailKey.Digest.SHA256, bytes))).distinct();
    }

    /** {@code key}, and the other keys of its address if they are known. */
    private Stream<EmailKey> digests(EmailKey key) {
        Optional<DigestRow> row = switch (key.digest()) {
            case SHA256 -> dao.findBySha256(websiteId, key.bytes());
            case SHA1 -> dao.findBySha1(websiteId, key.bytes()).stream().findFirst();
            case MD5 -> dao.findByMd5(websiteId, key.bytes()).stream().findFirst();
        };
        return row.map(known -> Stream.of(new EmailKey(EmailKey.Digest.SHA256, known.bySha256()),
                new EmailKey(EmailKey.Digest.SHA1, known.bySha1()), new EmailKey(EmailKey.Digest.MD5, known.byMd5())))
                .orElseGet(() -> Stream.of(key));
    }

    /** A name by whichever digest it is. */
    private static Owner owner(EmailKey email) {
        return new Owner(Owner.Kind.EMAIL, email.hex());
    }
}
