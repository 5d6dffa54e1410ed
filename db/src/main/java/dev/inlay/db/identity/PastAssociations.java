package dev.inlay.db.identity;

import dev.inlay.db.Database;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.identity.IdentityDao.Belonging;
import dev.inlay.db.identity.PastAssociationDao.StepRow;
import dev.inlay.db.identity.PastAssociationDao.TrackingUserRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes up to whom tracking users belonged, as history from elsewhere tells: the latest by its own time counts, of two
 * of the same time the one told later. What is older than the last that is known of a tracking user that has a customer
 * (an association or an order) changes nothing.
 */
public final class PastAssociations {
    /** That {@code trackingUser} belonged to {@code customer} at the time of {@code seen}. */
    public record Said(TrackingUserId trackingUser, CustomerId customer, long seen) { }

    /** That {@code trackingUser} was there at the time of {@code seen}. */
    public record Seen(TrackingUserId trackingUser, long seen) { }

    /** Makes ready what {@link #associate} needs. */
    public void prepare(Database database) {
        database.prepare(List.of(IdentityDao.class, PastAssociationDao.class));
    }

    /** Stores {@code all}, which may come in any order, inside an entry of the writer. */
    public void associate(Writing writing, int websiteId, List<Said> all) {
        if (all.isEmpty()) {
            return;
        }
        IdentityDao identities = writing.dao(IdentityDao.class);
        Map<String, List<Said>> byTrackingUser = all.stream().collect(Collectors.groupingBy(
                said -> said.trackingUser().value(), TreeMap::new, Collectors.toCollection(ArrayList::new)));
        List<TrackingUserRow> changed = new ArrayList<>();
        List<StepRow> steps = new ArrayList<>();
        byTrackingUser.forEach((id, said) -> {
            said.sort(Comparator.comparingLong(Said::seen));
            Path path = new Path(websiteId, id, held(identities, websiteId, said.getFirst()));
            said.forEach(path::take);
            steps.addAll(path.steps);
            if (path.differs()) {
                changed.add(path.row());
            }
        });
        PastAssociationDao dao = writing.dao(PastAssociationDao.class);
        dao.update(changed);
        dao.insertSteps(steps, Source.IMPORT, Source.IMPORT.isTrusted());
    }

    /** What stands beside {@code first}: nothing that a click claimed, as a {@link LatePath} has it. */
    private static Belonging held(IdentityDao dao, int websiteId, Said first) {
        String id = first.trackingUser().value();
        Belonging before = HeldBelonging.of(dao, websiteId, id);
        if (before.isByClick()) {
            dao.deleteClicksAfter(websiteId, id, first.seen());
        }
        return ClickClaims.standing(before, Source.IMPORT);
    }

    /** Lets tracking users that were ever associated count as seen no earlier than {@code all} says. */
    public void markSeen(Writing writing, int websiteId, List<Seen> all) {
        if (!all.isEmpty()) {
            writing.dao(PastAssociationDao.class).updateSeen(all.stream()
                    .map(seen -> new TrackingUserRow(websiteId, seen.trackingUser().value(), null, null, seen.seen()))
                    .toList());
        }
    }

    /** Where one tracking user goes, step by step. */
    private static final class Path {
        private final int websiteId;
        private final String id;
        private final Belonging before;
        private final List<StepRow> steps = new ArrayList<>();
        private String customer;
        private long seen;

        private Path(int websiteId, String id, Belonging before) {
            this.websiteId = websiteId;
            this.id = id;
            this.before = before;
            customer = before.customer();
            seen = before.seen();
        }

        private void take(Said said) {
            String told = said.customer().stored();
            if (customer != null && said.seen() < seen) {
                return;
            }
            if (!told.equals(customer)) {
                customer = told;
                steps.add(new StepRow(websiteId, id, said.seen(), Integer.toUnsignedLong(told.hashCode()), told,
                        before.email()));
            }
            seen = Math.max(seen, said.seen());
        }

        private boolean differs() {
            return seen != before.seen() || !steps.isEmpty();
        }

        private TrackingUserRow row() {
            return new TrackingUserRow(websiteId, id, customer, before.email(), seen);
        }
    }
}
