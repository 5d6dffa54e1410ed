package dev.inlay.server.newsletter;

import dev.inlay.db.Secret;
import dev.inlay.db.campaign.Campaign;
import java.time.Instant;
import java.time.InstantSource;

/** Tracking codes as clicks on pictures hand them out. */
public final class TestClicks {
    private TestClicks() {
    }

    public static String code(Secret secret, Campaign campaign, Instant expires) {
        return new ClickCodes(secret, InstantSource.system())
                .mint(new ClickCode(campaign.id(), "0123456789abcdef", 1, "P1", expires));
    }
}
