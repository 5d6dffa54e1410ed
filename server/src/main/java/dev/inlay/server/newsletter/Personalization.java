package dev.inlay.server.newsletter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.db.StoreException;
import dev.inlay.db.activity.History;
import dev.inlay.db.campaign.Arm;
import dev.inlay.db.campaign.Assignment;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.Pick;
import dev.inlay.db.identity.Identity;
import dev.inlay.db.identity.PeopleRevision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The one way from a letter to its products; the picture and the click both take it.
 *
 * <p>The first picture or click locks all slots; every later request, on any node, reads them back. So the click on a
 * picture always leads to the product in that picture, however the history changes in between.
 */
final class Personalization {
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(1);
    /** How often products are proposed anew while things are taken from the website's people. */
    private static final int PROPOSALS = 5;
    private static final long REMEMBERED_BYTES = 32L << 20;
    private static final int LETTER_BYTES = 400;
    private static final int SLOT_BYTES = 300;

    private final AssignmentStore assignments;
    private final PeopleRevision people;
    private final CampaignPicks picks;
    private final Mailings mailings;
    private final HoldOut holdOut;
    private final TileObserver observer;
    private final Cache<String, Remembered> remembered = Caffeine.newBuilder().maximumWeight(REMEMBERED_BYTES)
            .weigher((String letter, Remembered known) -> LETTER_BYTES + SLOT_BYTES * known.lock().slots().size())
            .build();

    /** @param people the revision of the website's people from before the lock was read */
    private record Remembered(Assignment lock, long people) { }

    /** A lock, and whom it was picked for. */
    private record Locked(Assignment lock, Identity identity) { }

    Personalization(AssignmentStore assignments, PeopleRevision people, CampaignPicks picks, Mailings mailings,
            HoldOut holdOut, TileObserver observer) {
        this.assignments = assignments;
        this.people = people;
        this.picks = picks;
        this.mailings = mailings;
        this.holdOut = holdOut;
        this.observer = observer;
    }

    /** What the picture in {@code slot} shows: the lock of this very edition, made now if there is none. */
    Assignment opened(Letter letter, int slot) {
        return shown(letter, slot, find(letter).filter(Assignment::current), this::lock);
    }

    /** Where a click on {@code slot} leads: also a picture of an earlier edition may still be on somebody's screen. */
    Assignment clicked(Letter letter, int slot) {
        return shown(letter, slot, find(letter), this::lock);
    }

    /** What {@link #opened} would return, locking nothing. */
    Assignment openedWithoutLock(Letter letter, int slot) {
        return shown(letter, slot, find(letter).filter(Assignment::current), this::propose);
    }

    /** What {@link #clicked} would return, locking nothing. */
    Assignment clickedWithoutLock(Letter letter, int slot) {
        return shown(letter, slot, find(letter), this::propose);
    }

    /**
     * The lock of this very edition that was read or made here last, for the time when the store does not answer. One
     * of an earlier edition is never remembered: by then a newer one may have been locked elsewhere. Nor is any from
     * before something was taken from the website's people.
     */
    Optional<Assignment> remembered(Letter letter) {
        return Optional.ofNullable(remembered.getIfPresent(letter.name()))
                .filter(known -> known.people() >= people.known(websiteId(letter))).map(Remembered::lock);
    }

    /** The lock of this edition or, failing that, of an earlier one. */
    Optional<Assignment> find(Letter letter) {
        long before = people.known(websiteId(letter));
        Optional<Assignment> found = assignments.find(letter.edition(), letter.lockKey());
        found.ifPresent(lock -> remember(letter, lock, before));
        return found;
    }

    /** When the lock of this edition was made. */
    Optional<Instant> lockedAt(Letter letter) {
        return assignments.lockedAt(letter.edition(), letter.lockKey());
    }

    /** What was found if it has {@code slot}; else what {@code missing} makes of this edition's lock. */
    private static Assignment shown(Letter letter, int slot, Optional<Assignment> found,
            BiFunction<Letter, Optional<Assignment>, Assignment> missing) {
        return found.filter(lock -> slot <= lock.slots().size())
                .orElseGet(() -> missing.apply(letter, found.filter(Assignment::current)));
    }

    private Assignment propose(Letter letter, Optional<Assignment> known) {
        return propose(letter, known, identify(letter));
    }

    /** What would be locked; slots that {@code known} has already stay as they are, and so does its arm. */
    private Assignment propose(Letter letter, Optional<Assignment> known, Identity identity) {
        Mailing mailing = letter.mailing();
        History history = picks.history(websiteId(letter), identity);
        List<Pick> slots = new ArrayList<>(known.map(Assignment::slots).orElse(List.of()));
        List<Pick> kept = slots.stream().filter(Objects::nonNull).toList();
        int missing = mailing.campaign().slots() - slots.size();
        Arm arm = known.map(Assignment::arm).orElseGet(() -> holdOut.arm(letter, identity));
        slots.addAll(picks.pick(mailing, arm, history, missing, letter.seed(), kept).picks());
        while (slots.size() < mailing.campaign().slots()) {
            slots.add(null);
        }
        String version = known.map(Assignment::templateVersion).orElse(mailing.template().version());
        return Assignment.proposed(slots, version, arm);
    }

    /**
     * Locks what is proposed. If another request was first with other products and fewer slots, its slots stay and the
     * missing ones are proposed once more beside them, so that no variant of a locked product joins it.
     */
    private Assignment lock(Letter letter, Optional<Assignment> known) {
        mailings.keep(letter.mailing());
        Locked first = lockProposal(letter, known.isPresent());
        if (known.isEmpty() && first.lock().locked()) {
            observer.locked(audience(letter, first.identity()));
        }
        boolean isShort = first.lock().slots().size() < letter.mailing().campaign().slots();
        return isShort ? lockProposal(letter, true).lock() : first.lock();
    }

    /** Proposes until nothing was taken from the website's people between the reading and the lock. */
    private Locked lockProposal(Letter letter, boolean extending) {
        for (int proposal = 0; proposal < PROPOSALS; proposal++) {
            long before = people.current(websiteId(letter));
            // Read after the revision: the lock to extend may be what was taken.
            Optional<Assignment> known =
                    extending || proposal > 0 ? find(letter).filter(Assignment::current) : Optional.empty();
            Identity identity = identify(letter);
            Optional<Assignment> locked = assignments.lock(letter.edition(), letter.lockKey(),
                    propose(letter, known, identity), before, LOCK_PATIENCE);
            if (locked.isPresent()) {
                remember(letter, locked.get(), before);
                return new Locked(locked.get(), identity);
            }
        }
        throw new StoreException.Busy("the people of the website change faster than can be locked");
    }

    private Identity identify(Letter letter) {
        return picks.identify(letter.mailing().website(), letter.recipient().named());
    }

    private static Audience audience(Letter letter, Identity identity) {
        return switch (identity) {
            case Identity.Known known -> Audience.KNOWN;
            case Identity.Unknown() -> letter.recipient() instanceof Recipient.Anonymous
                    ? Audience.ANONYMOUS : Audience.UNKNOWN;
        };
    }

    private void remember(Letter letter, Assignment lock, long before) {
        if (lock.locked() && lock.current()) {
            remembered.put(letter.name(), new Remembered(lock, before));
        }
    }

    private static int websiteId(Letter letter) {
        return letter.mailing().website().id();
    }
}
