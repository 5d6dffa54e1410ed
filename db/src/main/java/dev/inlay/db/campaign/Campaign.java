package dev.inlay.db.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Objects;

/**
 * What the operator set up. The store knows what locks need: type, period and slots; everything else is in
 * {@code settings}, the campaign's JSON (contract 5.4) as the management API checked it.
 *
 * @param id 16 random base32 characters (a to z, 2 to 7), unique over the installation
 * @param period length of a bucket of {@link CampaignType#ROLLING}, at least a second
 * @param slots 1 to 24
 * @param clearCount how often its locks were cleared
 */
public record Campaign(String id, int websiteId, CampaignType type, Duration period, int slots, int clearCount,
        JsonNode settings) {
    public static final int MAX_SLOTS = 24;

    public Campaign {
        Objects.requireNonNull(settings, "settings");
        if (slots < 1 || slots > MAX_SLOTS) {
            throw new IllegalArgumentException("slots must be 1 to 24 - was '" + slots + "'");
        }
        if (period.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("period must be at least PT1S - was '" + period + "'");
        }
    }

    /** What the operator calls it. */
    public String name() {
        return settings.path("name").asText();
    }
}
