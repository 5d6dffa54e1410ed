package dev.inlay.db.identity;

import dev.inlay.db.identity.IdentityDao.Belonging;

/** Reads what tracking users belong to in order to change it, inside an entry of the writer. */
final class HeldBelonging {
    private HeldBelonging() {
    }

    /**
     * What tracking user {@code id} belongs to: until the end of the transaction nobody else, on no node, changes that.
     * One that was never associated is stored as nobody's.
     */
    static Belonging of(IdentityDao dao, int websiteId, String id) {
        if (dao.lockTrackingUser(websiteId, id).isPresent()) {
            return dao.findBelonging(websiteId, id).orElseThrow();
        }
        return dao.insertTrackingUser(websiteId, id) == 1 ? Belonging.NOBODY : of(dao, websiteId, id);
    }
}
