package dev.inlay.db.token;

import dev.inlay.db.Database;
import dev.inlay.db.RowsInMemory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Which keys the recipient tokens of a website are made with: numbers from 1. Two live at once: the newest makes
 * tokens, and those that the one before it made are still taken. Own changes show at once, those of other nodes within
 * a second.
 */
public final class TokenKeyStore implements AutoCloseable {
    private static final int FIRST = 1;
    private static final int LIVE = 2;

    private final RowsInMemory rows;
    private final Map<Integer, Integer> newest = new ConcurrentHashMap<>();

    public TokenKeyStore(Database database) {
        database.prepare(List.of(TokenKeyDao.class));
        rows = new RowsInMemory(database, "token_key", this::read);
    }

    /** The key that makes tokens now. */
    public int newest(int websiteId) {
        return newest.getOrDefault(websiteId, FIRST);
    }

    /**
     * Whether tokens of key {@code number} are taken. One that is newer than any known here is: another node, which
     * has the same secret, has just begun with it.
     */
    boolean isLive(int websiteId, int number) {
        return number > newest(websiteId) - LIVE;
    }

    /** Begins a new key and returns its number; what the key before the one until now has made is taken no more. */
    public int rotate(int websiteId) {
        return rows.change("token_key", String.valueOf(websiteId), websiteId, writing -> {
            TokenKeyDao dao = writing.handle().attach(TokenKeyDao.class);
            int next = dao.findNewest(websiteId).orElse(FIRST) + 1;
            dao.insert(websiteId, next, writing.now());
            return next;
        });
    }

    @Override
    public void close() {
        rows.close();
    }

    private void read(Handle handle, Set<Integer> websiteIds) {
        TokenKeyDao dao = handle.attach(TokenKeyDao.class);
        websiteIds.forEach(websiteId ->
                dao.findNewest(websiteId).ifPresent(number -> newest.put(websiteId, number)));
    }
}
