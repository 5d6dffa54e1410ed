package dev.inlay.db.people;

import dev.inlay.db.Database;
import dev.inlay.db.Revisions;
import dev.inlay.db.WriteQueue.Entry;
import dev.inlay.db.WriteQueue.Lane;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.activity.OrderStore;
import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.Owner;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.TrackingUserId;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One erasure, in many small entries among the bulk work. It may stop after any of them and be done again from its
 * beginning: first goes what the person did, then who they are, then what their mails showed, so that nothing is shown
 * again that was read before.
 */
final class Erasing {
    private static final String TABLE = "erasure";

    private final Database database;
    private final PeopleRevision revision;
    private final int websiteId;
    private final ErasureWork work;
    private int events;
    private int orders;
    private int assignments;

    Erasing(Database database, PeopleRevision revision, int websiteId, ErasureWork work) {
        this.database = database;
        this.revision = revision;
        this.websiteId = websiteId;
        this.work = work;
    }

    Erased erase(Person person) {
        person.trackingUsers().forEach(this::trackingUser);
        person.ownNames().forEach(owner -> steps(writing -> owners(writing).remove(owner)));
        person.emails().forEach(email -> steps(writing -> owners(writing).removeMailed(email)));
        person.customer().ifPresent(this::customer);
        person.emails().forEach(this::email);
        write(writing -> {
            revision.raise(writing.handle(), websiteId);
            return true;
        });
        work.readers().forEach(this::locks);
        forgetClicks(Long.MAX_VALUE);
        return new Erased(person.trackingUsers().size(), events, orders, assignments);
    }

    /** Makes nobody's what statistics hold of the person from before {@code untilMs}. */
    void forgetClicks(long untilMs) {
        work.recipients().forEach(recipient ->
                untilDone(writing -> mails(writing).forgetClicks(recipient, untilMs)));
    }

    private void trackingUser(TrackingUserId id) {
        steps(writing -> {
            Step step = owners(writing).remove(Owner.of(id));
            boolean last = step.last() && names(writing).remove(id);
            return new Step(step.events(), step.orders(), last);
        });
    }

    private void customer(CustomerId customer) {
        untilDone(writing -> names(writing).remove(customer));
    }

    private void email(EmailKey email) {
        untilDone(writing -> names(writing).remove(email));
    }

    private void locks(byte[] recipient) {
        untilDone(writing -> mails(writing).removeLocks(recipient), removed -> {
            assignments += removed;
            return removed == 0;
        });
    }

    private void steps(Function<Writing, Step> work) {
        untilDone(writing -> tellingIndexes(writing, work.apply(writing)), step -> {
            events += step.events();
            orders += step.orders();
            return step.last();
        });
    }

    /** What indexes hold of the person goes, too: they are made anew, and their files with them. */
    private Step tellingIndexes(Writing writing, Step step) {
        if (step.events() + step.orders() > 0) {
            new Revisions(OrderStore.TOPIC).raise(writing.handle(), websiteId);
        }
        return step;
    }

    private void untilDone(Function<Writing, Boolean> work) {
        untilDone(work, done -> done);
    }

    /** What {@code done} looks at is committed. */
    private <T> void untilDone(Function<Writing, T> work, Predicate<T> done) {
        boolean isDone;
        do {
            isDone = done.test(write(work));
        } while (!isDone);
    }

    private <T> T write(Function<Writing, T> work) {
        return database.writes().write(new Entry<>(Lane.BULK, TABLE, String.valueOf(websiteId), work::apply));
    }

    private OwnerRemoval owners(Writing writing) {
        return new OwnerRemoval(writing.handle(), websiteId, work.standIns());
    }

    private NameRemoval names(Writing writing) {
        return new NameRemoval(writing.handle(), websiteId);
    }

    private MailRemoval mails(Writing writing) {
        return new MailRemoval(writing.handle(), websiteId, work.standIns());
    }
}
