package dev.inlay.db.identity;

import dev.inlay.db.identity.IdentityDao.Belonging;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Finds the {@link Aliases} of one person: the customer and email of an owner, the emails that the customer's tracking
 * users have, and the customers that the email's tracking users have.
 */
final class AliasReader {
    private final IdentityDao identities;
    private final AliasDao aliases;
    private final int websiteId;

    AliasReader(Handle handle, int websiteId) {
        this.identities = handle.attach(IdentityDao.class);
        this.aliases = handle.attach(AliasDao.class);
        this.websiteId = websiteId;
    }

    Aliases read(Owner owner, Optional<EmailKey> email) {
        Optional<Belonging> belonging = owner.kind() == Owner.Kind.TRACKING_USER
                ? identities.findBelonging(websiteId, owner.id()) : Optional.empty();
        Set<String> customers = new LinkedHashSet<>();
        belonging.map(Belonging::customer).ifPresent(customers::add);
        Set<EmailKey> emails = new LinkedHashSet<>();
        belonging.map(Belonging::email).map(AliasReader::bySha256).ifPresent(emails::add);
        email.ifPresent(emails::add);
        switch (owner.kind()) {
            case CUSTOMER -> customers.add(owner.id());
            case EMAIL -> emails.add(bySha256(HexFormat.of().parseHex(owner.id())));
            case TRACKING_USER, NOBODY -> { }
        }
        return joined(List.copyOf(customers), List.copyOf(emails));
    }

    private Aliases joined(List<String> customers, List<EmailKey> emails) {
        Stream<EmailKey> ofCustomers = customers.stream()
                .flatMap(customer -> aliases.findEmails(websiteId, customer).stream()).map(AliasReader::bySha256);
        Stream<String> ofEmails = emails.stream()
                .flatMap(email -> aliases.findCustomers(websiteId, email.bytes()).stream());
        return new Aliases(
                Stream.concat(customers.stream(), ofEmails).distinct().map(CustomerId::fromStored).toList(),
                Stream.concat(emails.stream(), ofCustomers).distinct().flatMap(this::digests).toList());
    }

    private Stream<EmailKey> digests(EmailKey email) {
        List<EmailKey> digests = new ArrayList<>(List.of(email));
        aliases.findDigests(websiteId, email.bytes()).ifPresent(others -> {
            digests.add(new EmailKey(EmailKey.Digest.SHA1, others.bySha1()));
            digests.add(new EmailKey(EmailKey.Digest.MD5, others.byMd5()));
        });
        return digests.stream();
    }

    private static EmailKey bySha256(byte[] bytes) {
        return new EmailKey(EmailKey.Digest.SHA256, bytes);
    }
}
