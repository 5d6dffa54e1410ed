package dev.inlay.db.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inlay.db.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Campaigns, kept in memory: own changes show at once, those of other nodes within a second; answers also while the store
 * is away. The contents of templates in use are kept here too, by hash, since locks pin them.
 */
public final class CampaignStore implements AutoCloseable {
    public CampaignStore(Database database) {
    }

    public Campaign create(int websiteId, CampaignType type, Duration period, int slots, JsonNode settings) {
        throw new UnsupportedOperationException("next");
    }

    /** Replaces what {@code campaign} holds, but for its clear count. */
    public Campaign update(Campaign campaign) {
        throw new UnsupportedOperationException("next");
    }

    /** Begins a new edition of everything: returns the campaign with its new clear count, or empty if there is none. */
    public Optional<Campaign> clear(int websiteId, String campaignId) {
        throw new UnsupportedOperationException("next");
    }

    /** Whether there was such a campaign. */
    public boolean delete(int websiteId, String campaignId) {
        throw new UnsupportedOperationException("next");
    }

    /** By id alone, since tile URLs name no website. */
    public Optional<Campaign> find(String campaignId) {
        throw new UnsupportedOperationException("next");
    }

    /** Those of a website, oldest first. */
    public List<Campaign> list(int websiteId) {
        throw new UnsupportedOperationException("next");
    }

    /** Keeps {@code content} of a template under its SHA-256 (hex) {@code version}; does nothing if it is kept. */
    public void keepTemplate(int websiteId, String version, String content) {
        throw new UnsupportedOperationException("next");
    }

    public Optional<String> findTemplate(int websiteId, String version) {
        throw new UnsupportedOperationException("next");
    }

    @Override
    public void close() {
    }
}
