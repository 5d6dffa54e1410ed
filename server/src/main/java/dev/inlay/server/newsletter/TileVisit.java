package dev.inlay.server.newsletter;

import dev.inlay.db.campaign.Arm;
import dev.inlay.db.statistics.RequestClass;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A request for a picture or a click, as it was answered. Holds no address.
 *
 * @param head whether only the headers were asked for, which counts nothing
 * @param letter the mail that it came from; empty if its campaign is unknown or could not be read
 * @param slot 1 to 24; 0 if the path names none
 * @param productNumber what was shown or led to
 * @param neutral why there was no product; empty if there was one
 * @param unchanged whether the asker had the picture already (304)
 * @param client tells askers apart (user agent and address) while this process runs; stored nowhere
 * @param took from the routing to the end of the answer
 */
public record TileVisit(Kind kind, boolean head, RequestClass requestClass, Optional<TileLetter> letter, int slot,
        Optional<String> productNumber, Optional<NeutralReason> neutral, boolean unchanged, int client, Duration took) {
    /** What was asked for. */
    public enum Kind { PICTURE, CLICK }

    /**
     * What one recipient got in one edition.
     *
     * @param edition 16 hex characters that tell the editions of a campaign apart
     * @param recipient 32 hex characters that tell recipients apart and tell nothing of them
     * @param arm that of the lock that the answer comes from
     * @param audience reads the store: for those who have time
     * @param mayBeFollowed whether the recipient may stand in any row; reads the store, too
     */
    public record TileLetter(int websiteId, String campaignId, String edition, String recipient, Arm arm,
            Supplier<Audience> audience, BooleanSupplier mayBeFollowed) { }
}
