package dev.inlay.server.statistics;

import dev.inlay.db.statistics.Click;
import dev.inlay.db.statistics.RequestClass;
import java.time.Instant;
import java.util.Optional;

/**
 * A click as it came, before anybody looked up whose it was.
 *
 * @param begun when it was asked for, by {@link System#nanoTime()}
 */
record SeenClick(LetterKey letter, Click.Key key, int slot, Optional<String> productNumber, RequestClass requestClass,
        int client, long begun) {
    Instant at() {
        return key.at();
    }

    Click click(RequestClass found, String audience) {
        return new Click(key, letter.edition(), letter.recipient(), slot, productNumber, found, audience);
    }
}
