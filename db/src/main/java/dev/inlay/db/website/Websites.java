package dev.inlay.db.website;

import dev.inlay.db.website.WebsiteRows.KeyRow;
import dev.inlay.db.website.WebsiteRows.WebsiteRow;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All websites and keys as they were at one time. */
record Websites(Map<Integer, Website> byId, Map<UUID, Website> byUuid, Map<String, ApiKey> keysByHash) {
    static final Websites NONE = new Websites(Map.of(), Map.of(), Map.of());

    static Websites of(List<WebsiteRow> websites, List<KeyRow> keys) {
        Map<Integer, Website> byId = new LinkedHashMap<>();
        Map<UUID, Website> byUuid = new LinkedHashMap<>();
        Map<String, ApiKey> keysByHash = new LinkedHashMap<>();
        for (WebsiteRow row : websites) {
            Website website = row.website();
            byId.put(website.id(), website);
            byUuid.put(website.uuid(), website);
        }
        for (KeyRow row : keys) {
            keysByHash.put(HexFormat.of().formatHex(row.keyHash()),
                    new ApiKey(row.id(), row.websiteId(), row.scope(), Instant.ofEpochMilli(row.createdMs())));
        }
        return new Websites(byId, byUuid, keysByHash);
    }

    Optional<Website> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Website> find(UUID uuid) {
        return Optional.ofNullable(byUuid.get(uuid));
    }

    Optional<ApiKey> findKey(byte[] hash) {
        return Optional.ofNullable(keysByHash.get(HexFormat.of().formatHex(hash)));
    }

    List<ApiKey> keys(int websiteId) {
        return keysByHash.values().stream().filter(key -> key.websiteId() == websiteId).toList();
    }
}
