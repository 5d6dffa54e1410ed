package dev.inlay.db.identity;

import dev.inlay.db.identity.IdentityDao.AssociationRow;
import dev.inlay.db.identity.IdentityDao.Belonging;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Puts a {@link LateAssociation} into the path of its tracking user, at its own time. What clicks claimed for the
 * tracking user ends with it; clicks after it would have claimed nothing, had it been known.
 */
final class LatePath {
    private static final AssociationRow NOBODY = new AssociationRow(0, 0, null, null, Source.BROWSER.name());

    private final IdentityDao dao;
    private final int websiteId;
    private final String id;
    private final LateAssociation late;
    private final Belonging now;
    private final Optional<AssociationRow> before;

    LatePath(IdentityDao dao, int websiteId, LateAssociation late) {
        this.dao = dao;
        this.websiteId = websiteId;
        this.late = late;
        id = late.trackingUser().value();
        now = HeldBelonging.of(dao, websiteId, id);
        before = dao.findAssociationUntil(websiteId, id, late.seen());
    }

    /** A customer or email that the tracking user came to have later stays; else the one learned of is the one now. */
    void put() {
        endClicks();
        String customer = customer();
        byte[] email = email();
        boolean isOtherCustomer = !Objects.equals(customer, last().customer());
        boolean isOtherEmail = !Arrays.equals(email, last().email());
        if (isOtherCustomer || isOtherEmail) {
            dao.insertAssociation(websiteId, id, late.seen(), rowId(), customer, email, late.source(),
                    late.source().isTrusted());
        }
        if (isOtherCustomer) {
            dao.updateCustomerAfter(websiteId, id, late.seen(), customer);
            dao.updateCustomer(websiteId, id, customer);
        }
        if (isOtherEmail) {
            dao.updateEmailAfter(websiteId, id, late.seen(), email);
            dao.updateEmail(websiteId, id, email);
        }
        dao.updateSeen(websiteId, id, late.seen());
    }

    private void endClicks() {
        if (now.isByClick()) {
            dao.updateBelonging(websiteId, id, last().customer(), last().email());
        }
        dao.deleteClicksAfter(websiteId, id, late.seen());
    }

    private AssociationRow last() {
        return before.orElse(NOBODY);
    }

    private String customer() {
        String customer = last().customer();
        return dao.hasOtherCustomerAfter(websiteId, id, late.seen(), customer) ? customer
                : late.customer().map(CustomerId::stored).orElse(customer);
    }

    private byte[] email() {
        byte[] email = last().email();
        return dao.hasOtherEmailAfter(websiteId, id, late.seen(), email) ? email
                : late.email().map(EmailKey::bytes).orElse(email);
    }

    /** After that of the row before, if both are of one time. */
    private long rowId() {
        return before.filter(row -> row.seen() == late.seen()).map(row -> row.id() + 1)
                .orElseGet(() -> ThreadLocalRandom.current().nextLong(Long.MAX_VALUE / 2));
    }
}
