package dev.inlay.db.website;

import dev.inlay.db.Database;
import dev.inlay.db.RowsInMemory;
import dev.inlay.db.Secret;
import dev.inlay.db.WriteQueue.Work;
import dev.inlay.db.WriteQueue.Writing;
import dev.inlay.db.website.WebsiteRows.KeyRow;
import dev.inlay.db.website.WebsiteRows.WebsiteRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/**
 * Websites and their keys. Both are few and asked for on every request: they are kept in memory, own changes at once,
 * those of other nodes within a second.
 */
public final class WebsiteStore implements AutoCloseable {
    private static final int KEY_BYTES = 24;
    private static final int KEY_ID_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Secret secret;
    private final RowsInMemory rows;
    private volatile Websites websites = Websites.NONE;

    public WebsiteStore(Database database, Secret secret) {
        this.secret = secret;
        database.prepare(List.of(WebsiteDao.class));
        rows = new RowsInMemory(database, "website", this::read);
    }

    /** Stores a new website; its id and uuid are made here ({@code draft}'s are ignored). */
    public Website create(Website draft) {
        return change("website", 0, writing -> {
            WebsiteDao dao = dao(writing);
            WebsiteRow row;
            do {
                row = WebsiteRow.of(draft).withKeys(dao.findLastId() + 1, UUID.randomUUID());
            } while (dao.insert(row, writing.now()) == 0);
            return row.website();
        });
    }

    /**
     * Replaces what the website holds, but for its uuid, by what {@code change} makes of it, or returns empty if there
     * is none. Changes that come at once see each other. {@code change} runs on the writer's thread, perhaps more than
     * once; where it throws, nothing is stored and the caller gets what was thrown.
     */
    public Optional<Website> update(int websiteId, UnaryOperator<Website> change) {
        return change("website", websiteId, writing -> {
            WebsiteDao dao = dao(writing);
            dao.find(websiteId).map(WebsiteRow::website).map(change).ifPresent(changed -> {
                if (changed.id() != websiteId) {
                    throw new IllegalArgumentException(
                            "website must stay '" + websiteId + "' - was '" + changed.id() + "'");
                }
                dao.update(WebsiteRow.of(changed));
            });
            return dao.find(websiteId);
        }).map(WebsiteRow::website);
    }

    public Optional<Website> find(UUID uuid) {
        return websites.find(uuid);
    }

    public Optional<Website> find(int id) {
        return websites.find(id);
    }

    /** All websites, oldest first. */
    public List<Website> list() {
        return List.copyOf(websites.byId().values());
    }

    public ApiKey.Created createKey(int websiteId, Scope scope) {
        String id = HexFormat.of().formatHex(random(KEY_ID_BYTES));
        String key = "ink_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random(KEY_BYTES));
        return change("api_key", websiteId, writing -> {
            dao(writing).insertKey(new KeyRow(websiteId, id, hash(key), scope, writing.now()));
            return new ApiKey.Created(new ApiKey(id, websiteId, scope, Instant.ofEpochMilli(writing.now())), key);
        });
    }

    /** The key that {@code key} is, if it was made and not deleted. Compares hashes only. */
    public Optional<ApiKey> findKey(String key) {
        return websites.findKey(hash(key));
    }

    public List<ApiKey> keys(int websiteId) {
        return websites.keys(websiteId);
    }

    /** Whether there was such a key. */
    public boolean deleteKey(int websiteId, String keyId) {
        return change("api_key", websiteId, writing -> dao(writing).deleteKey(websiteId, keyId)) > 0;
    }

    /** The key under which this website's shop signs customer ids and emails (contract 3.1.8); 32 bytes. */
    public byte[] signatureKey(Website website) {
        return secret.hmac("signature", website.uuid().toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        rows.close();
    }

    private <T> T change(String table, int websiteId, Work<T> work) {
        return rows.change(table, String.valueOf(websiteId), websiteId, work);
    }

    private void read(Handle handle, Set<Integer> changed) {
        WebsiteDao dao = handle.attach(WebsiteDao.class);
        websites = Websites.of(dao.findAll(), dao.findAllKeys());
    }

    private static WebsiteDao dao(Writing writing) {
        return writing.handle().attach(WebsiteDao.class);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
