package dev.inlay.db.identity;

import dev.inlay.db.identity.IdentityDao.Belonging;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What a click in a mail may claim for a browser that lost its cookie. A mail may have been passed on, so such a claim
 * is the weakest: it takes nobody away from a customer or an email, and ends with what anybody else says.
 */
final class ClickClaims {
    private final IdentityDao identities;
    private final AliasDao aliases;
    private final int websiteId;

    ClickClaims(Handle handle, int websiteId) {
        this.identities = handle.attach(IdentityDao.class);
        this.aliases = handle.attach(AliasDao.class);
        this.websiteId = websiteId;
    }

    /** What of {@code before} stands beside what {@code source} says. */
    static Belonging standing(Belonging before, Source source) {
        return before.isByClick() && source != Source.CLICK ? before.asNobody() : before;
    }

    /** The association to make; empty if {@code trackingUser} is somebody else, or nobody knows the named digest. */
    Optional<Association> of(TrackingUserId trackingUser, Association named) {
        List<EmailKey> email = named.email().stream().findFirst().map(first -> whole(named.email(), first))
                .orElse(List.of());
        Association claim = new Association(named.customer().or(() -> customerOf(email)), email, Source.CLICK);
        return claim.isEmpty() ? Optional.empty()
                : of(HeldBelonging.of(identities, websiteId, trackingUser.value()), claim);
    }

    private static Optional<Association> of(Belonging before, Association claim) {
        if (before.isNobody()) {
            return Optional.of(claim);
        }
        return isSame(before, claim) ? Optional.of(Association.NONE) : Optional.empty();
    }

    /** All keys of an address of which perhaps only one digest is known. */
    private List<EmailKey> whole(List<EmailKey> keys, EmailKey first) {
        if (keys.size() == EmailKey.Digest.values().length) {
            return keys;
        }
        Stream<byte[]> bySha256 = switch (first.digest()) {
            case SHA256 -> Stream.of(first.bytes());
            case SHA1 -> identities.findBySha1(websiteId, first.bytes()).stream();
            case MD5 -> identities.findByMd5(websiteId, first.bytes()).stream();
        };
        return bySha256.findFirst().flatMap(this::stored).orElse(List.of());
    }

    private Optional<List<EmailKey>> stored(byte[] bySha256) {
        return aliases.findDigests(websiteId, bySha256).map(others -> List.of(
                new EmailKey(EmailKey.Digest.SHA256, bySha256),
                new EmailKey(EmailKey.Digest.SHA1, others.bySha1()),
                new EmailKey(EmailKey.Digest.MD5, others.byMd5())));
    }

    private Optional<CustomerId> customerOf(List<EmailKey> email) {
        return switch (new Resolution(identities, websiteId).ofEmail(email.stream().limit(1).toList())) {
            case Identity.Known known -> known.customer();
            case Identity.Unknown() -> Optional.empty();
        };
    }

    private static boolean isSame(Belonging before, Association claim) {
        boolean sameEmail = claim.email().stream().limit(1)
                .anyMatch(bySha256 -> Arrays.equals(bySha256.bytes(), before.email()));
        boolean sameCustomer = claim.customer().map(CustomerId::stored).filter(id -> id.equals(before.customer()))
                .isPresent();
        return sameEmail || sameCustomer;
    }
}
