package dev.inlay.db.consent;

import dev.inlay.db.Database;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.consent.Consent.Source;
import dev.inlay.db.consent.Consent.State;
import dev.inlay.db.consent.ConsentDao.ConsentRow;
import dev.inlay.db.identity.Aliases;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.Named;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.website.Website;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether people agreed to personal pictures: a log that is only added to.
 *
 * <p>What holds for a person is what was said last, by its time, under any of the names that count together: the name
 * at hand, the customer with all its tracking users as they are now, and their addresses; of a tracking user without
 * customer, itself and its address. So a tracking user that moves to another customer takes along what was said of
 * itself and of its address, and nothing that was said of the customer it leaves. Of whom nothing was said, consent is
 * unknown, and the website's {@code personalizeUnknownConsent} decides.
 */
public final class ConsentStore {
    private static final String PROOF = "p";
    private static final Comparator<ConsentRow> LATEST_FIRST = Comparator.comparingLong(ConsentRow::atMs)
            .thenComparingLong(ConsentRow::seen).thenComparingLong(ConsentRow::id).reversed();

    private final Database database;
    private final IdentityStore identities;
    private final PeopleRevision people;
    private final PersonalData personalData;

    public ConsentStore(Database database, IdentityStore identities, PeopleRevision people,
            PersonalData personalData) {
        this.database = database;
        this.identities = identities;
        this.people = people;
        this.personalData = personalData;
        database.prepare(List.of(ConsentDao.class));
    }

    /**
     * Adds to the log what was said of {@code named} at a time, by default now. Nothing that shows somebody's history
     * and was made before a denial is stored after it, see {@link PeopleRevision}.
     *
     * @param named one name: a tracking user, a customer, or the keys of one address
     */
    public void record(int websiteId, Named named, State state, Source source, String note, Optional<Instant> at) {
        Lane lane = state == State.DENIED ? Lane.BULK : Lane.LIVE;
        database.writes().write(new Entry<>(lane, "consent", String.valueOf(websiteId), writing -> {
            if (state == State.DENIED) {
                people.raise(writing.handle(), websiteId);
            }
            Consent consent = new Consent(who(writing, websiteId, named), state,
                    at.orElseGet(() -> Instant.ofEpochMilli(writing.now())), source, note);
            dao(writing).insert(websiteId, row(writing, consent));
            return null;
        }));
    }

    /** What holds now for {@code named}, who is {@code identity}; empty if consent is unknown. */
    public Optional<Consent> now(int websiteId, Named named, Identity identity) {
        return database.read(handle -> {
            ConsentDao dao = handle.attach(ConsentDao.class);
            Stream<ConsentRow> rows =
                    dao.isAny(websiteId) ? rows(dao, websiteId, named, identity) : Stream.empty();
            return rows.findFirst().map(ConsentRow::consent);
        });
    }

    /** All that was said of {@code named}, who is {@code identity}: what holds now first. */
    public List<Consent> log(int websiteId, Named named, Identity identity) {
        return database.read(handle -> rows(handle.attach(ConsentDao.class), websiteId, named, identity)
                .map(ConsentRow::consent).toList());
    }

    /** By which names mails call {@code named}, who is {@code identity}, as far as these count together. */
    public Aliases aliases(int websiteId, Named named, Identity identity) {
        return database.read(handle ->
                new ConsentNames(handle.attach(ConsentDao.class), websiteId).aliases(named, identity));
    }

    /** Whether the history of {@code named}, who is {@code identity}, may decide what they see. */
    public boolean allows(Website website, Named named, Identity identity) {
        return now(website.id(), named, identity).map(consent -> consent.state() == State.GRANTED)
                .orElse(website.settings().personalizeUnknownConsent());
    }

    /**
     * Erases all that was said of {@code names} (addresses by each digest) but for the bare proof: the name becomes a
     * keyed hash, which decides nothing for anybody, and the note goes.
     */
    public void forget(int websiteId, Collection<Owner> names) {
        database.writes().write(new Entry<>(Lane.BULK, "consent", String.valueOf(websiteId), writing -> {
            ConsentDao dao = dao(writing);
            byKind(dao, websiteId, names).forEach(row -> {
                dao.delete(websiteId, row);
                dao.insert(websiteId, proof(row));
            });
            return null;
        }));
    }

    private Owner who(Writing writing, int websiteId, Named named) {
        if (named.emails().stream().map(EmailKey::digest).distinct().count() == EmailKey.Digest.values().length) {
            identities.keepEmail(writing, websiteId, named.emails());
        }
        return named.trackingUser().map(Owner::of)
                .or(() -> named.customers().stream().findFirst().map(Owner::of))
                .orElseGet(() -> new ConsentNames(dao(writing), websiteId).email(named.emails()));
    }

    private static ConsentRow row(Writing writing, Consent consent) {
        return new ConsentRow(consent.who().kind().letter(), consent.who().id(), consent.at().toEpochMilli(),
                writing.seen(), ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), consent.state().name(),
                consent.source().name(), consent.note());
    }

    private ConsentRow proof(ConsentRow row) {
        String name = HexFormat.of().formatHex(
                personalData.lockKey("proof of consent", row.ownerKind(), row.ownerId()));
        return new ConsentRow(PROOF, name, row.atMs(), row.seen(), row.id(), row.state(), row.source(), "");
    }

    private static Stream<ConsentRow> rows(ConsentDao dao, int websiteId, Named named, Identity identity) {
        return byKind(dao, websiteId, new ConsentNames(dao, websiteId).of(named, identity)).sorted(LATEST_FIRST);
    }

    private static Stream<ConsentRow> byKind(ConsentDao dao, int websiteId, Collection<Owner> names) {
        return names.stream()
                .collect(Collectors.groupingBy(Owner::kind, Collectors.mapping(Owner::id, Collectors.toList())))
                .entrySet().stream()
                .flatMap(kind -> dao.findOf(websiteId, kind.getKey().letter(), kind.getValue()).stream());
    }

    private static ConsentDao dao(Writing writing) {
        return writing.handle().attach(ConsentDao.class);
    }
}
