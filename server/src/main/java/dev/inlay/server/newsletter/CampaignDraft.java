package dev.inlay.server.newsletter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.campaign.Campaign;
import dev.inlay.db.campaign.CampaignType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * A campaign that was checked and has all its defaults, not stored yet.
 *
 * @param periodText the period as it was written; answers repeat it so
 */
public record CampaignDraft(CampaignType type, String periodText, int slots, CampaignSettings settings) {
    private static final long LONGEST = Duration.ofDays(3_650).toSeconds();

    /** Length of a bucket of {@link CampaignType#ROLLING}. */
    public Duration period() {
        return length(periodText);
    }

    /** {@code before} with everything of this draft. */
    public Campaign replacing(Campaign before) {
        return new Campaign(before.id(), before.websiteId(), type, period(), slots, before.clearCount(), json());
    }

    /** The campaign as the store keeps it and answers repeat it, but for its id. */
    public ObjectNode json() {
        return CampaignJson.of(this);
    }

    /** Whether {@code period} is a length that buckets can have: whole seconds, from one second to ten years. */
    static boolean isPeriod(String period) {
        try {
            Duration length = length(period);
            return length.getNano() == 0 && length.getSeconds() >= 1 && length.getSeconds() <= LONGEST;
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException e) {
            return false;
        }
    }

    /** ISO 8601 but for years and months, which have no one length; weeks are read as well. */
    private static Duration length(String period) {
        String upper = period.toUpperCase(Locale.ROOT);
        if (upper.matches("P[0-9]{1,4}W")) {
            return Duration.ofDays(7 * Long.parseLong(upper.substring(1, upper.length() - 1)));
        }
        return Duration.parse(upper);
    }
}
