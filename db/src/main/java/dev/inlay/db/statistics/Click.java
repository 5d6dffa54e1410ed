package dev.inlay.db.statistics;

import dev.inlay.db.campaign.Arm;
import java.time.Instant;
import java.util.Optional;

/**
 * One click.
 *
 * @param edition tells the editions of a campaign apart
 * @param recipient 32 hex characters: the key of the recipient's locks
 * @param slot 1 to 24; 0 if the path named none
 * @param productNumber where it led; empty if to no product
 * @param audience what is known of the recipient, upper case
 * @param arm that of the lock that led there
 */
public record Click(Key key, String edition, String recipient, int slot, Optional<String> productNumber,
        RequestClass requestClass, String audience, Arm arm) {
    /** Names a click; {@code id} is random. */
    public record Key(String campaignId, Instant at, long id) { }
}
