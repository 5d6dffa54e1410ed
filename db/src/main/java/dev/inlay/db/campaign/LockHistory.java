package dev.inlay.db.campaign;

import dev.inlay.db.Database;
import dev.inlay.db.campaign.LockHistoryDao.ShownRow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What a recipient was shown in the past, over all campaigns and editions of a website, by the locks. */
public final class LockHistory {
    private static final int MOST = 100;

    private final Database database;

    /** The products that a campaign locked for a recipient at a time, and in which arm. */
    public record Shown(String campaignId, Instant at, List<String> productNumbers, Arm arm) {
        public Shown {
            productNumbers = List.copyOf(productNumbers);
        }
    }

    public LockHistory(Database database) {
        this.database = database;
        database.prepare(List.of(LockHistoryDao.class));
    }

    /** Whether a lock of {@code recipient} (16 bytes) in the campaign was made between these times, both included. */
    public boolean isLocked(int websiteId, String campaignId, byte[] recipient, Instant from, Instant to) {
        return database.read(handle -> handle.attach(LockHistoryDao.class)
                .isLocked(websiteId, recipient, campaignId, from.toEpochMilli(), to.toEpochMilli()));
    }

    /** What was locked for {@code recipient} (16 bytes) between these times, both included: the newest 100. */
    public List<Shown> shown(int websiteId, byte[] recipient, Instant from, Instant to) {
        return database.read(handle -> handle.attach(LockHistoryDao.class)
                .findShown(websiteId, recipient, from.toEpochMilli(), to.toEpochMilli(), MOST)).stream()
                .map(LockHistory::shown).toList();
    }

    /** What was ever locked for {@code recipient} (16 bytes), oldest first: {@code limit} from {@code offset} on. */
    public List<Shown> all(int websiteId, byte[] recipient, int limit, int offset) {
        return database.read(handle -> handle.attach(LockHistoryDao.class)
                .findAll(websiteId, recipient, limit, offset)).stream().map(LockHistory::shown).toList();
    }

    private static Shown shown(ShownRow row) {
        return new Shown(row.campaignId(), Instant.ofEpochMilli(row.atMs()), PickSet.of(row.content()).slots().stream()
                .filter(Objects::nonNull).map(Pick::productNumber).toList(), row.arm());
    }
}
