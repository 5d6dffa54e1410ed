package dev.inlay.server.statistics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.inlay.server.newsletter.Audience;
import java.time.Duration;
import java.util.function.Supplier;

/** Whose letters are: asked once in five minutes. */
final class Audiences {
    private static final int MOST = 20_000;

    private final Cache<LetterKey, Audience> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofMinutes(5)).build();

    /** @throws dev.inlay.db.StoreException if {@code question} has to ask a store that does not answer */
    Audience of(LetterKey letter, Supplier<Audience> question) {
        Audience audience = known.getIfPresent(letter);
        if (audience == null) {
            audience = question.get();
            known.put(letter, audience);
        }
        return audience;
    }

    /** Asks again of whoever comes next. */
    void forget() {
        known.invalidateAll();
    }
}
