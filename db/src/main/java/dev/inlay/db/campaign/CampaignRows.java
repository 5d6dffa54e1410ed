package dev.inlay.db.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Duration;

/** What {@link CampaignDao} reads and writes. */
interface CampaignRows {
    /** A row of table {@code campaign}; settings are JSON, the period is ISO 8601. */
    record CampaignRow(int websiteId, String id, CampaignType type, String period, int slots, int clearCount,
            String settings) {
        private static final ObjectMapper JSON = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

        static CampaignRow of(Campaign campaign) {
            return new CampaignRow(campaign.websiteId(), campaign.id(), campaign.type(), campaign.period().toString(),
                    campaign.slots(), campaign.clearCount(), campaign.settings().toString());
        }

        Campaign campaign() {
            try {
                return new Campaign(id, websiteId, type, Duration.parse(period), slots, clearCount,
                        JSON.readTree(settings));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
