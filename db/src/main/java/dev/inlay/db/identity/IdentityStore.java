package dev.inlay.db.identity;

import dev.inlay.db.Database;
import dev.inlay.db.WriteQueue;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.identity.IdentityDao.AssociationRow;
import dev.inlay.db.identity.IdentityDao.Belonging;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The one shared identity store: which tracking user belongs to which customer and email, now (contract 3.1).
 *
 * <p>Reads come straight from the store: an association is visible to the next request.
 */
public final class IdentityStore {
    private final Database database;

    public IdentityStore(Database database) {
        this.database = database;
        database.prepare(List.of(IdentityDao.class, AliasDao.class));
    }

    /**
     * Associates {@code trackingUser} with the customer and the email of {@code association}; an earlier other
     * customer or email loses it, with all its activity. Returns once that would survive {@code kill -9}.
     */
    public void associate(int websiteId, TrackingUserId trackingUser, Association association) {
        if (!association.isEmpty()) {
            database.writes().write(new Entry<>(Lane.LIVE, "tracking_user", trackingUser.value(), writing -> {
                associate(writing, websiteId, trackingUser, association);
                return null;
            }));
        }
    }

    /** The same inside an entry of the writer that stores more than the association. */
    public void associate(WriteQueue.Writing writing, int websiteId, TrackingUserId trackingUser,
            Association association) {
        if (association.isEmpty()) {
            return;
        }
        IdentityDao dao = writing.dao(IdentityDao.class);
        String id = trackingUser.value();
        Belonging before = ClickClaims.standing(HeldBelonging.of(dao, websiteId, id), association.source());
        String customer = association.customer().map(CustomerId::stored).orElse(before.customer());
        byte[] email = keepEmail(writing, websiteId, association.email()).map(EmailKey::bytes).orElse(before.email());
        long seen = arrival(writing, List.of(Optional.of(before.seen()),
                dao.findLatestOfCustomer(websiteId, customer), dao.findLatestOfEmail(websiteId, email)));
        if (!Objects.equals(customer, before.customer()) || !Arrays.equals(email, before.email())) {
            dao.updateBelonging(websiteId, id, customer, email);
            dao.insertAssociation(websiteId, id, seen, ThreadLocalRandom.current().nextLong(Long.MAX_VALUE),
                    customer, email, association.source(), association.source().isTrusted());
        }
        dao.updateSeen(websiteId, id, seen);
    }

    /**
     * The order of arrival of an association: later than that of all {@code before} it, which a node whose clock goes
     * ahead may have written.
     */
    private long arrival(WriteQueue.Writing writing, List<Optional<Long>> before) {
        long seen = before.stream().flatMap(Optional::stream).mapToLong(latest -> latest + 1)
                .reduce(writing.seen(), Math::max);
        database.raiseSeen(seen);
        return seen;
    }

    /**
     * Associates as of an earlier time, inside an entry of the writer: a different customer or email that the tracking
     * user came to have after that stays.
     */
    public void associate(WriteQueue.Writing writing, int websiteId, LateAssociation association) {
        if (!association.isEmpty()) {
            new LatePath(writing.handle().attach(IdentityDao.class), websiteId, association).put();
        }
    }

    /**
     * Associates {@code trackingUser} with whom a click in a mail named, if it belongs to nobody yet: to the customer,
     * or to the email and its customer. That counts until somebody else says a customer or an email, whichever. Returns
     * whether {@code trackingUser} now belongs, or belonged before, to {@code named}; without any effect otherwise.
     */
    public boolean reidentify(int websiteId, TrackingUserId trackingUser, Association named) {
        return database.writes().write(new Entry<>(Lane.LIVE, "tracking_user", trackingUser.value(), writing -> {
            ClickClaims claims = new ClickClaims(writing.handle(), websiteId);
            Optional<Association> claim = claims.of(trackingUser, named);
            claim.ifPresent(made -> associate(writing, websiteId, trackingUser, made));
            return claim.isPresent();
        }));
    }

    /** Keeps the keys of an address, so that each of them leads to it; returns the one that rows hold. */
    public Optional<EmailKey> keepEmail(WriteQueue.Writing writing, int websiteId, List<EmailKey> keys) {
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        keepEmails(writing, websiteId, List.of(keys));
        return Optional.of(key(keys, EmailKey.Digest.SHA256));
    }

    /** Keeps the keys of several addresses. */
    public void keepEmails(WriteQueue.Writing writing, int websiteId, List<List<EmailKey>> addresses) {
        IdentityDao dao = writing.dao(IdentityDao.class);
        addresses.forEach(keys -> dao.insertEmail(websiteId, key(keys, EmailKey.Digest.SHA256).bytes(),
                key(keys, EmailKey.Digest.SHA1).bytes(), key(keys, EmailKey.Digest.MD5).bytes()));
    }

    /** Lets {@code trackingUser} count as seen now, if it was ever associated; else its activity alone tells. */
    public void markSeen(WriteQueue.Writing writing, int websiteId, TrackingUserId trackingUser) {
        writing.dao(IdentityDao.class).updateSeen(websiteId, trackingUser.value(), writing.seen());
    }

    /**
     * Resolves the first of {@code candidates} that somebody has or ordered with: to its most recent tracking user, and
     * if that has a customer, to the customer with all its tracking users, the most recent of the email named first;
     * without any tracking user, to whom its orders belong.
     */
    public Identity resolveEmail(int websiteId, List<EmailKey> candidates) {
        return database.read(handle -> resolution(handle.attach(IdentityDao.class), websiteId).ofEmail(candidates));
    }

    /** Resolves the first of {@code candidates} that is known: a tracking user has it, or activity belongs to it. */
    public Identity resolveCustomer(int websiteId, List<CustomerId> candidates) {
        return database.read(handle -> resolution(handle.attach(IdentityDao.class), websiteId).ofCustomer(candidates));
    }

    /** Resolves a tracking user: with its customer, all tracking users of that customer, else itself alone. */
    public Identity resolveTrackingUser(int websiteId, TrackingUserId trackingUser) {
        return database.read(handle ->
                resolution(handle.attach(IdentityDao.class), websiteId).ofTrackingUser(trackingUser));
    }

    /** What mails may call {@code owner} by, as far as is known now; {@code email} is another known address. */
    public Aliases aliases(int websiteId, Owner owner, Optional<EmailKey> email) {
        return database.read(handle -> new AliasReader(handle, websiteId).read(owner, email));
    }

    /** Resolves whom {@code owner} belongs to, as the method for its kind does. */
    public Identity resolve(int websiteId, Owner owner) {
        return switch (owner.kind()) {
            case TRACKING_USER -> resolveTrackingUser(websiteId, new TrackingUserId(owner.id()));
            case CUSTOMER -> resolveCustomer(websiteId, List.of(owner.customer()));
            case EMAIL -> resolveEmail(websiteId, List.of(owner.email()));
            case NOBODY -> new Identity.Unknown();
        };
    }

    /** Resolves whom {@code named} means, as the method for that kind of name does. */
    public Identity resolve(int websiteId, Named named) {
        if (named.equals(Named.NOBODY)) {
            return new Identity.Unknown();
        }
        return named.trackingUser().map(trackingUser -> resolveTrackingUser(websiteId, trackingUser))
                .orElseGet(() -> named.customers().isEmpty()
                        ? resolveEmail(websiteId, named.emails()) : resolveCustomer(websiteId, named.customers()));
    }

    /** What {@code trackingUser} came to belong to, the latest change first, at most {@code limit}. */
    public List<PathStep> path(int websiteId, TrackingUserId trackingUser, int limit) {
        return database.read(handle -> handle.attach(IdentityDao.class)
                .findAssociations(websiteId, trackingUser.value(), limit).stream().map(AssociationRow::step).toList());
    }

    private static Resolution resolution(IdentityDao dao, int websiteId) {
        return new Resolution(dao, websiteId);
    }

    private static EmailKey key(List<EmailKey> keys, EmailKey.Digest digest) {
        return keys.stream().filter(key -> key.digest() == digest).findFirst().orElseThrow(() ->
                new IllegalArgumentException("an email must come with its keys by SHA-256, SHA-1 and MD5"));
    }
}
