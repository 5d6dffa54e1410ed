package dev.inlay.server.statistics;

import dev.inlay.db.campaign.Arm;
import dev.inlay.db.statistics.Click;
import dev.inlay.db.statistics.RequestClass;
import dev.inlay.server.newsletter.Audience;
import java.time.Instant;
import java.util.Optional;

/**
 * A click as it came, before anybody looked up whose it was.
 *
 * @param arm that of the lock that led there
 * @param unnamed why it names nobody; empty if it names somebody
 * @param begun when it was asked for, by {@link System#nanoTime()}
 */
record SeenClick(LetterKey letter, Click.Key key, int slot, Optional<String> productNumber, RequestClass requestClass,
        Arm arm, Optional<Audience> unnamed, int client, long begun) {
    Instant at() {
        return key.at();
    }

    Click click(RequestClass found, String audience, String recipient) {
        return new Click(key, letter.edition(), recipient, slot, productNumber, found, audience, arm);
    }
}
