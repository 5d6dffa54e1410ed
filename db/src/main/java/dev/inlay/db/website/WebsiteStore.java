package dev.inlay.db.website;

import dev.inlay.db.Database;
import dev.inlay.db.Secret;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Websites and their keys. Both are few and asked for on every request: they are kept in memory, own changes at once,
 * those of other nodes within a second.
 */
public final class WebsiteStore implements AutoCloseable {
    public WebsiteStore(Database database, Secret secret) {
    }

    /** Stores a new website; its id and uuid are made here ({@code draft}'s are ignored). */
    public Website create(Website draft) {
        throw new UnsupportedOperationException("next");
    }

    /** Replaces the website with the id of {@code website}. */
    public Website update(Website website) {
        throw new UnsupportedOperationException("next");
    }

    public Optional<Website> find(UUID uuid) {
        throw new UnsupportedOperationException("next");
    }

    public Optional<Website> find(int id) {
        throw new UnsupportedOperationException("next");
    }

    /** All websites, oldest first. */
    public List<Website> list() {
        throw new UnsupportedOperationException("next");
    }

    public ApiKey.Created createKey(int websiteId, Scope scope) {
        throw new UnsupportedOperationException("next");
    }

    /** The key that {@code key} is, if it was made and not deleted. Compares hashes only. */
    public Optional<ApiKey> findKey(String key) {
        throw new UnsupportedOperationException("next");
    }

    public List<ApiKey> keys(int websiteId) {
        throw new UnsupportedOperationException("next");
    }

    /** Whether there was such a key. */
    public boolean deleteKey(int websiteId, String keyId) {
        throw new UnsupportedOperationException("next");
    }

    /** The key under which this website's shop signs customer ids and emails (contract 3.1.8); 32 bytes. */
    public byte[] signatureKey(Website website) {
        throw new UnsupportedOperationException("next");
    }

    @Override
    public void close() {
    }
}
