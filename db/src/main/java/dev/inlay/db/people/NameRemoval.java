package dev.inlay.db.people;

import dev.inlay.db.identity.CustomerId;
import dev.inlay.db.identity.EmailKey;
import dev.inlay.db.identity.TrackingUserId;
import dev.inlay.db.people.NameRemovalDao.AssociationRow;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Takes away who belongs to whom, inside an entry of the writer: a little each time. */
final class NameRemoval {
    private static final int ROWS = 300;

    private final NameRemovalDao dao;
    private final int websiteId;

    NameRemoval(Handle handle, int websiteId) {
        this.dao = handle.attach(NameRemovalDao.class);
        this.websiteId = websiteId;
    }

    /** Some associations of {@code trackingUser} and, once none is left, itself; returns whether none was. */
    boolean remove(TrackingUserId trackingUser) {
        String id = trackingUser.value();
        List<AssociationRow> rows = dao.firstOfTrackingUser(websiteId, id, ROWS);
        dao.deleteAssociations(websiteId, rows);
        boolean last = rows.size() < ROWS;
        List<byte[]> own = last ? dao.findEmail(websiteId, id) : List.of();
        if (last) {
            dao.deleteTrackingUser(websiteId, id);
        }
        dropUnused(Stream.concat(own.stream(), rows.stream().map(AssociationRow::email)).toList());
        return last;
    }

    /** Lets some tracking users that stay forget that they once were {@code customer}; returns whether none is left. */
    boolean remove(CustomerId customer) {
        return forget(dao.firstOfCustomer(websiteId, customer.stored(), ROWS), row ->
                new AssociationRow(row.trackingUserId(), row.seen(), row.id(), null, row.email()));
    }

    /** The same of an address; in the end itself, if nothing else is left of it. */
    boolean remove(EmailKey email) {
        boolean last = forget(dao.firstOfEmail(websiteId, email.bytes(), ROWS), row ->
                new AssociationRow(row.trackingUserId(), row.seen(), row.id(), row.customer(), null));
        dropUnused(List.of(email.bytes()));
        return last;
    }

    /** Deletes the digests of those of {@code emails} that no row names any more, consent's included. */
    void dropUnused(Collection<byte[]> emails) {
        emails.stream().filter(Objects::nonNull).map(HexFormat.of()::formatHex).distinct().forEach(this::dropUnused);
    }

    private void dropUnused(String owner) {
        byte[] email = HexFormat.of().parseHex(owner);
        dao.findDigests(websiteId, email).ifPresent(row -> dao.dropUnusedEmail(websiteId, email, owner,
                Stream.of(row.bySha256(), row.bySha1(), row.byMd5()).map(HexFormat.of()::formatHex).toList()));
    }

    private boolean forget(List<AssociationRow> rows, UnaryOperator<AssociationRow> without) {
        List<AssociationRow> left = rows.stream().map(without).toList();
        dao.updateAssociations(websiteId, left.stream().filter(row -> !isEmpty(row)).toList());
        dao.deleteAssociations(websiteId, left.stream().filter(NameRemoval::isEmpty).toList());
        return rows.size() < ROWS;
    }

    private static boolean isEmpty(AssociationRow row) {
        return row.customer() == null && row.email() == null;
    }
}
