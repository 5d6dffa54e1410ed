package dev.inlay.db.campaign;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.Database;
import dev.inlay.db.Revisions;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.campaign.AssignmentDao.LockKey;
import dev.inlay.db.campaign.AssignmentDao.LockRow;
import dev.inlay.db.identity.PeopleRevision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Remembers which products an edition shows to a recipient: one row for each (campaign, send, recipient, epoch),
 * pointing at a pick set that is stored once by its content.
 */
public final class AssignmentStore {
    private static final int PICK_SETS_IN_MEMORY = 20_000;
    /** How many locks one entry deletes: well below 50 ms of work. */
    private static final int UNLOCKED_AT_ONCE = 200;

    private final Database database;
    private final Revisions people = new Revisions(PeopleRevision.TOPIC);
    private final Cache<PickSetKey, List<Pick>> pickSets =
            Caffeine.newBuilder().maximumSize(PICK_SETS_IN_MEMORY).build();

    /** What names a pick set, whose content never changes. */
    private record PickSetKey(int websiteId, String id) {
        PickSetKey(int websiteId, byte[] id) {
            this(websiteId, HexFormat.of().formatHex(id));
        }
    }

    public AssignmentStore(Database database) {
        this.database = database;
        database.prepare(List.of(AssignmentDao.class));
    }

    /**
     * The lock of {@code recipient} (16 bytes) in {@code edition} or, failing that, the newest one of an earlier
     * bucket or clearing of the same campaign and send ({@link Assignment#current()} tells which): one indexed read.
     */
    public Optional<Assignment> find(Edition edition, byte[] recipient) {
        LockKey key = key(edition, recipient);
        return database.read(handle -> LatestLock.find(handle, key).map(row -> assignment(key, row,
                slots(() -> handle.attach(AssignmentDao.class), key.websiteId(), row.pickSet()))));
    }

    /** When the lock of {@code recipient} (16 bytes) in this very {@code edition} was made. */
    public Optional<Instant> lockedAt(Edition edition, byte[] recipient) {
        LockKey key = key(edition, recipient);
        return database.read(handle -> handle.attach(AssignmentDao.class).findTime(key)).map(Instant::ofEpochMilli);
    }

    /**
     * Locks {@code proposal} unless the recipient has a lock in this edition; returns what the store holds then. A
     * proposal without any product is returned as it is, not locked. A lock with fewer slots than {@code proposal} is
     * extended by the proposal's further slots; slots it has never change, and none of its products is shown twice.
     *
     * <p>Only a proposal of the lock's arm that begins with its products extends it. Any other tells that another lock
     * came first: that is returned with the slots it has, for the caller to propose again from there.
     *
     * @param peopleRevision {@link PeopleRevision#current} from before the history and the lock that {@code proposal}
     *       was made of were read
     * @return empty if something was taken from the website's people since: nothing is stored, and {@code proposal} may
     *       show what must no longer be shown
     * @throws dev.inlay.db.StoreException if it could not be written within {@code timeout}; it is withdrawn if not
     *       begun
     */
    public Optional<Assignment> lock(Edition edition, byte[] recipient, Assignment proposal, long peopleRevision,
            Duration timeout) {
        if (proposal.slots().stream().allMatch(Objects::isNull)) {
            return Optional.of(proposal);
        }
        LockKey key = key(edition, recipient);
        String row = key.campaignId() + HexFormat.of().formatHex(recipient);
        return database.writes().write(new Entry<>(Lane.LOCK, "assignment", row, writing ->
                people.held(database, writing.handle(), key.websiteId()) == peopleRevision
                        ? Optional.of(lock(writing, key, proposal))
                        : Optional.empty()), timeout);
    }

    /**
     * Deletes the locks of {@code recipients} (16 bytes each) in all campaigns and editions, in small batches, so that
     * their mails are picked for anew. Counts as a change of the website's people, see {@link PeopleRevision}.
     */
    public void unlock(int websiteId, List<byte[]> recipients) {
        boolean isMore = true;
        while (isMore) {
            isMore = database.writes().write(new Entry<>(Lane.BULK, "assignment", String.valueOf(websiteId),
                    writing -> unlockSome(writing, websiteId, recipients))) == UNLOCKED_AT_ONCE;
        }
    }

    private int unlockSome(Writing writing, int websiteId, List<byte[]> recipients) {
        AssignmentDao dao = dao(writing);
        List<LockKey> keys = new ArrayList<>();
        people.raise(writing.handle(), websiteId);
        recipients.forEach(recipient -> keys.addAll(dao.findOf(websiteId, recipient, UNLOCKED_AT_ONCE - keys.size())));
        dao.delete(keys);
        return keys.size();
    }

    private static AssignmentDao dao(Writing writing) {
        return writing.dao(AssignmentDao.class);
    }

    private Assignment lock(Writing writing, LockKey key, Assignment proposal) {
        AssignmentDao dao = dao(writing);
        PickSet proposed = PickSet.of(proposal.slots());
        dao.insertPickSet(key.websiteId(), proposed.id(), proposed.content());
        while (dao.insert(key, proposed.id(), proposal.templateVersion(), proposal.arm(),
                writing.now()) == 0) {
            LockRow row = LatestLock.find(writing.handle(), key).orElseThrow();
            List<Pick> slots = slots(() -> dao, key.websiteId(), row.pickSet());
            if (slots.size() >= proposal.slots().size() || row.arm() != proposal.arm()
                    || !PickSet.begins(proposal.slots(), slots)) {
                return assignment(key, row, slots);
            }
            PickSet extended = PickSet.of(PickSet.extended(slots, proposal.slots()));
            dao.insertPickSet(key.websiteId(), extended.id(), extended.content());
            dao.extend(key, row.pickSet(), extended.id());
        }
        return new Assignment(proposal.slots(), proposal.templateVersion(), true, true, proposal.arm());
    }

    private List<Pick> slots(Supplier<AssignmentDao> dao, int websiteId, byte[] pickSet) {
        PickSetKey key = new PickSetKey(websiteId, pickSet);
        List<Pick> slots = pickSets.getIfPresent(key);
        if (slots == null) {
            slots = dao.get().findPickSet(websiteId, pickSet).map(PickSet::of).orElseThrow().slots();
            pickSets.put(key, slots);
        }
        return slots;
    }

    private static LockKey key(Edition edition, byte[] recipient) {
        Campaign campaign = edition.campaign();
        return new LockKey(campaign.websiteId(), campaign.id(), recipient.clone(), edition.sendKey(),
                campaign.clearCount(), edition.bucket());
    }

    private static Assignment assignment(LockKey key, LockRow row, List<Pick> slots) {
        boolean current = row.clearCount() == key.clearCount() && row.bucket() == key.bucket();
        return new Assignment(slots, row.templateVersion(), true, current, row.arm());
    }
}
