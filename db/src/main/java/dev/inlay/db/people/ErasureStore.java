package dev.inlay.db.people;

import dev.inlay.db.Database;
import dev.inlay.db.Seal;
import dev.inlay.db.Secret;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.people.ErasureDao.ErasureRow;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/**
 * Erases people: what they did, who they are, what their mails showed them. Counts of the statistics stay, as
 * somebody's of whom nobody knows.
 *
 * <p>What arrives of a person while they are erased is erased with the rest or, once its turn is over, begins anew with
 * nothing linked. An erasure that has begun is done, if need be by the next start; two minutes later it looks once more
 * for what nodes had in memory, and what it knew of the person is deleted.
 */
public final class ErasureStore {
    /** How long nodes may have something in memory that is not in the store yet. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private enum State { BEGUN, LATE }

    private final Database database;
    private final ConsentStore consents;
    private final PeopleRevision revision;
    private final RecipientKeys keys;
    private final InstantSource time;
    private final PersonFinder finder;
    private final ForgottenPeople forgotten;
    private final Seal seal;
    /** What threads of this node are at. */
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();

    /** @param revision is raised by every erasure */
    public ErasureStore(Database database, Secret secret, ConsentStore consents, PeopleRevision revision,
            RecipientKeys keys, InstantSource time) {
        this.database = database;
        this.consents = consents;
        this.revision = revision;
        this.keys = keys;
        this.time = time;
        finder = new PersonFinder(database, keys);
        forgotten = new ForgottenPeople(database, new PersonalData(secret));
        seal = new Seal(secret, "erasure");
        database.prepare(List.of(ErasureDao.class, OwnerRemovalDao.class, NameRemovalDao.class, MailRemovalDao.class));
    }

    /**
     * Erases the first of {@code subjects} of whom anything is stored, be it that they opened a mail or refused
     * consent; empty if nothing is stored of any. Returns once nothing is left but the bare proof of consent.
     *
     * @throws dev.inlay.db.StoreException if the store went away: what has begun is gone on with by {@link #goOn}
     */
    public Optional<Erased> erase(int websiteId, List<Subject> subjects) {
        return finder.find(websiteId, subjects).map(person -> {
            long id = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
            ErasureWork work = new ErasureWork(person.subject(), person.speakers(), keys.of(person.names()),
                    keys.of(person.readers()), StandIns.random());
            inHand.add(id);
            try {
                begin(websiteId, id, work);
                return erase(websiteId, id, person, work);
            } finally {
                inHand.remove(id);
            }
        });
    }

    /**
     * Goes on with erasures that began longer than {@code age} ago, here or on a node that died, and are not done. One
     * that fails does not keep the others waiting; the first failure is thrown in the end.
     */
    public void goOn(Duration age) {
        Optional<RuntimeException> failed = Optional.empty();
        for (ErasureRow row : database.read(handle -> handle.attach(ErasureDao.class).findAll())) {
            try {
                goOn(row, age);
            } catch (RuntimeException failure) {
                failed = failed.or(() -> Optional.of(failure));
            }
        }
        failed.ifPresent(failure -> {
            throw failure;
        });
    }

    private void goOn(ErasureRow row, Duration age) {
        switch (State.valueOf(row.state())) {
            case LATE -> {
                if (isOlder(row, LATE)) {
                    end(row);
                }
            }
            case BEGUN -> {
                if (isOlder(row, age) && inHand.add(row.id())) {
                    repeat(row);
                }
            }
        }
    }

    private void repeat(ErasureRow row) {
        try {
            ErasureWork work = work(row);
            erase(row.websiteId(), row.id(), finder.of(row.websiteId(), work.subject()), work);
        } finally {
            inHand.remove(row.id());
        }
    }

    private void begin(int websiteId, long id, ErasureWork work) {
        byte[] sealed = seal.close(place(websiteId, id), work.text());
        write(websiteId, writing -> {
            dao(writing).insert(websiteId, id, State.BEGUN.name(), writing.now(), sealed);
            forgotten.remember(writing.handle(), websiteId, work.subject(), writing.now());
            revision.raise(writing.handle(), websiteId);
        });
    }

    private Erased erase(int websiteId, long id, Person person, ErasureWork work) {
        Erased erased = new Erasing(database, revision, websiteId, work).erase(person);
        consents.forget(websiteId, forgotten(websiteId, work));
        write(websiteId, writing -> {
            new NameRemoval(writing.handle(), websiteId).dropUnused(addresses(work));
            dao(writing).update(websiteId, id, State.LATE.name(), writing.now());
        });
        return erased;
    }

    /** Whose digests consent alone may have kept. */
    private static List<byte[]> addresses(ErasureWork work) {
        return work.speakers().stream().filter(speaker -> speaker.kind() == Owner.Kind.EMAIL)
                .map(speaker -> speaker.email().bytes()).toList();
    }

    /** Of an address that somebody else has too, what was said stays theirs. */
    private List<Owner> forgotten(int websiteId, ErasureWork work) {
        return switch (work.subject()) {
            case Subject.OfEmail _ -> work.speakers();
            case Subject.OfTrackingUser _, Subject.OfCustomer _ ->
                    finder.withoutAddressesInUse(websiteId, work.speakers());
        };
    }

    private void end(ErasureRow row) {
        new Erasing(database, revision, row.websiteId(), work(row)).forgetClicks(row.atMs());
        write(row.websiteId(), writing -> dao(writing).delete(row.websiteId(), row.id()));
    }

    private ErasureWork work(ErasureRow row) {
        return ErasureWork.of(seal.open(place(row.websiteId(), row.id()), row.work()));
    }

    private boolean isOlder(ErasureRow row, Duration age) {
        return time.millis() - row.atMs() >= age.toMillis();
    }

    private void write(int websiteId, Consumer<Writing> work) {
        database.writes().write(new Entry<>(Lane.BULK, "erasure", String.valueOf(websiteId), writing -> {
            work.accept(writing);
            return null;
        }));
    }

    private static ErasureDao dao(Writing writing) {
        return writing.handle().attach(ErasureDao.class);
    }

    private static String place(int websiteId, long id) {
        return websiteId + " " + id;
    }
}
